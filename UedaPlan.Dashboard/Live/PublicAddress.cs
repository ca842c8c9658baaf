using System.Net;
using System.Text.RegularExpressions;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>公開アドレス: where screens reach this server: Access:PublicAddress, or as the one who asks has reached it.</summary>
public sealed partial class PublicAddress
{
    private static volatile string? _lastUsable; // nearly every request names the same host
    private readonly Uri? _set;

    private PublicAddress(Uri? set) => _set = set;

    /// <exception cref="PlanRuleException">Access:PublicAddress is not scheme and host alone.</exception>
    internal static PublicAddress Of(IConfiguration configuration)
    {
        var setting = configuration["Access:PublicAddress"];
        if (string.IsNullOrWhiteSpace(setting)) return new PublicAddress(null);
        return Uri.TryCreate(setting, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 }
            ? new PublicAddress(address)
            : throw new PlanRuleException($"設定 Access:PublicAddress には、https://plan.example.jp のように、http か https で始まりサーバーの名前で終わるアドレスを書いてください(いまの値: {setting})。");
    }

    /// <summary>The host of Access:PublicAddress; null when it is not set.</summary>
    internal string? Domain => _set?.Host;

    /// <summary>With a slash at its end.</summary>
    public Uri Or(Uri asked) => _set ?? new Uri(asked.GetLeftPart(UriPartial.Authority) + "/");

    /// <summary>Null when the request names no host that could be one.</summary>
    internal Uri? Or(HttpRequest request) => _set ?? (IsHostName(request.Host.Value ?? "") && Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var asked) ? asked : null);

    /// <summary>As <see cref="Or(HttpRequest)"/>; null also where only this machine itself would find the server.</summary>
    internal Uri? ForOthers(HttpRequest request) => Or(request) is { } address && (_set is not null || !IsThisMachine(address.Host)) ? address : null;

    /// <summary>Whether a Host header is one, with or without a port: it is written into headers and pages.</summary>
    internal static bool IsHostName(string host) => HostName().IsMatch(host);

    /// <summary>Whether pages and links can be made with it: a..b looks like a host and is none.</summary>
    internal static bool IsUsable(string host)
    {
        if (host == _lastUsable) return true;
        if (!IsHostName(host) || !Uri.TryCreate($"http://{host}/", UriKind.Absolute, out _) || !CanBeRead(host)) return false;
        _lastUsable = host;
        return true;
    }

    private static bool CanBeRead(string host)
    {
        try
        {
            return HostString.FromUriComponent(host).HasValue;
        }
        catch (ArgumentException) // xn-- followed by what is no name
        {
            return false;
        }
    }

    internal static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    [GeneratedRegex(@"\A(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?\z")]
    private static partial Regex HostName();
}
