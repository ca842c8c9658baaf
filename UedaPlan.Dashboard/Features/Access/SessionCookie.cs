using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>サインインの維持: the session cookie, and what a request without a valid one is answered.</summary>
public static class SessionCookie
{
    internal static void Set(CookieAuthenticationOptions o, bool demo)
    {
        o.Cookie.Name = demo ? "UedaPlan.Demo.Session" : "UedaPlan.Session"; // cookies of one host are shared by all its ports
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // plain http on the city network, always secure over https
        o.ExpireTimeSpan = TimeSpan.FromHours(8);
        o.SlidingExpiration = true;
        o.LoginPath = "/sign-in";
        o.AccessDeniedPath = "/access-denied";
        o.ReturnUrlParameter = "returnUrl";
        o.Events.OnValidatePrincipal = EndedSessions.ValidateAsync;
        o.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        o.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsScript(context.Request))
        {
            context.Response.StatusCode = status;
            if (context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return Task.CompletedTask;
        }
        // Whoever still sends a cookie was signed in and is told that the session ended, rather than left to wonder.
        var ended = status == StatusCodes.Status401Unauthorized && context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!);
        context.Response.Redirect(ended ? context.RedirectUri + "&ended=1" : context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>A script cannot use a redirect to a form; a person can. Blazor's own navigation follows redirects.</summary>
    internal static bool IsScript(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/hubs") || request.Path.StartsWithSegments("/_blazor")) return true;
        if (request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.Ordinal)) return false;
        return request.Headers["Sec-Fetch-Mode"].ToString() is { Length: > 0 } mode && mode != "navigate";
    }
}
