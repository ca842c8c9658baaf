using Microsoft.Net.Http.Headers;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>守りのヘッダー: on every answer, also on errors and files.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
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
        // MudBlazor writes its theme and positions as inline styles; nobody else may.
        var style = context.GetEndpoint()?.Metadata.GetMetadata<WorkingPageAttribute>() is null ? "'self'" : "'self' 'unsafe-inline'";
        return $"default-src 'self'; script-src 'self'; style-src {style}; img-src 'self' data:; font-src 'self'; connect-src 'self'{SocketsOf(context.Request)}; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }

    /// <summary>Older iPads do not count sockets of the own host as 'self'. A host name that is none is left out of the header.</summary>
    private static string SocketsOf(HttpRequest request)
    {
        var host = request.Host.Value ?? "";
        return PublicAddress.IsHostName(host) ? $" {(request.IsHttps ? "wss" : "ws")}://{host}" : "";
    }
}
