using Microsoft.Net.Http.Headers;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>守りのヘッダー: on every answer, also on errors and files.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private static volatile KnownPolicy? _last;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.Host is [{ Length: > 0 } host, ..] && !PublicAddress.IsUsable(host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest; // nothing could be made of it but errors further in
            return Task.CompletedTask;
        }
        context.Response.OnStarting(static state => { Write((HttpContext)state); return Task.CompletedTask; }, context); // last: an error clears headers set earlier
        return next(context);
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The start page on a panel's own disk asks whether the server is ready; the answer says nothing else.
        if (context.Request.Path == "/health") headers.AccessControlAllowOrigin = "*";
        var local = PublicAddress.IsThisMachine(context.Request.Host.Host);
        // Over plain http browsers ignore it and complain on every page.
        if (context.Request.IsHttps || local) headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps && !local) headers[HeaderNames.StrictTransportSecurity] = "max-age=15552000";
    }

    private static string PolicyOf(HttpContext context)
    {
        var (host, https) = (context.Request.Host.Value ?? "", context.Request.IsHttps);
        var style = StyleSourceOf(context.GetEndpoint()?.Metadata);
        // Nearly every request of a server names the same host, and after a save hundreds come at once.
        if (_last is { } last && last.Host == host && last.Https == https && last.Style == style) return last.Policy;
        var made = new KnownPolicy(host, https, style, PolicyOf(host, https, style));
        _last = made;
        return made.Policy;
    }

    // MudBlazor writes its theme and positions as inline styles; a chart library writes one known sheet; nobody else may.
    private static string StyleSourceOf(EndpointMetadataCollection? metadata) => metadata?.GetMetadata<WorkingPageAttribute>() is not null
        ? "'self' 'unsafe-inline'"
        : metadata?.GetMetadata<ReadingPageAttribute>()?.StyleSource is { } hash ? $"'self' '{hash}'" : "'self'";

    private static string PolicyOf(string host, bool https, string style) =>
        $"default-src 'self'; script-src 'self' {PageWatch.PolicySource}; style-src {style}; img-src 'self' data:; font-src 'self'; connect-src 'self'{SocketsOf(host, https)}; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Older iPads do not count sockets of the own host as 'self'. A host name that is none is left out of the header.</summary>
    private static string SocketsOf(string host, bool https) =>
        PublicAddress.IsHostName(host) && !host.StartsWith('[') ? $" {(https ? "wss" : "ws")}://{host}" : ""; // the header has no way to write an IPv6 address

    private sealed record KnownPolicy(string Host, bool Https, string Style, string Policy);
}
