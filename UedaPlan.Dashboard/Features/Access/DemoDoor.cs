using System.Net;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>デモの入口: open only in a demo, and only at the machine that runs it unless Demo:AllowRemoteSignIn says otherwise.</summary>
public sealed class DemoDoor(StorageSettings storage, IConfiguration configuration)
{
    // A proxy on this machine would make the whole world look local; whoever comes through one is not.
    private static readonly string[] _proxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Real-IP", "Via"];
    private readonly bool _remote = configuration.GetValue("Demo:AllowRemoteSignIn", false);

    public bool Exists => storage.Demo;

    public bool IsOpenTo(HttpContext context) => Exists && (_remote || IsSameMachine(context));

    private static bool IsSameMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !_proxyHeaders.Any(context.Request.Headers.ContainsKey);
}
