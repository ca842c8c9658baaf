using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>表示リンクのクッキー: what an unattended screen keeps of its link. It names the link and nobody, so that it can read and nothing else.</summary>
public static class DisplayCookie
{
    public const string Scheme = "UedaPlan.Display";

    private const string Link = "display-link";
    private const string Unsure = "UedaPlan.DisplayUnsure";
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(400); // the longest a browser keeps one
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromDays(7); // a screen put away for a year still has its link when it is hung up again

    internal static void Set(CookieAuthenticationOptions o, bool demo)
    {
        o.Cookie.Name = demo ? "UedaPlan.Demo.Display" : "UedaPlan.Display";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // as the session's
        o.ExpireTimeSpan = Lasts;
        o.SlidingExpiration = true;
        o.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = context.ElapsedTime > RenewedAfter;
            return Task.CompletedTask;
        };
        o.Events.OnValidatePrincipal = ValidateAsync;
        o.Events.OnRedirectToLogin = ExplainAsync;
        o.Events.OnRedirectToAccessDenied = _ => Task.CompletedTask; // the session's answer stands
    }

    internal static Task SignInAsync(HttpContext context, string link) => context.SignInAsync(
        Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(Link, link)], Scheme)), new AuthenticationProperties { IsPersistent = true });

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var gate = context.HttpContext.RequestServices.GetRequiredService<DisplayGate>();
        var stands = context.Principal?.FindFirstValue(Link) is { } link ? await gate.StandsAsync(link) : false;
        if (stands is true) return;
        if (stands is null) context.HttpContext.Items[Unsure] = true;
        context.RejectPrincipal();
    }

    /// <summary>Runs after the session's own challenge and replaces it where a screen, not a person, is asking.</summary>
    private static Task ExplainAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var unsure = context.HttpContext.Items.ContainsKey(Unsure);
        if (!context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!)) return Task.CompletedTask;
        if (SessionCookie.IsScript(context.Request))
        {
            // "Try again" rather than "no": the page keeps its figures until the database has answered.
            if (unsure) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }
        context.Response.Headers.Location = default;
        return (unsure ? PlainPage.DisplayUnsure : PlainPage.DisplayEnded).ExecuteAsync(context.HttpContext);
    }
}
