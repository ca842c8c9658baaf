using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>市のアカウントの入口: OpenID Connect (code flow with PKCE) as the settings say; ends in a session of this product or in a sentence on the sign-in page.</summary>
public static partial class CityDoor
{
    public const string Address = "/sign-in/city";

    private const string Scheme = "City";
    private const string ReturnTo = "return";

    private static readonly string[] Scopes = ["openid", "profile", "email"];

    internal static void AddCityDoor(this AuthenticationBuilder authentication, CitySettings city) => authentication.AddOpenIdConnect(Scheme, o =>
    {
        (o.Authority, o.ClientId, o.ClientSecret) = (city.Authority, city.ClientId, city.ClientSecret);
        o.RequireHttpsMetadata = city.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        o.CallbackPath = Address + "/answer";
        o.SignInScheme = IdentityConstants.ExternalScheme;
        (o.ResponseType, o.ResponseMode, o.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        o.Scope.Clear();
        foreach (var scope in Scopes) o.Scope.Add(scope);
        (o.MapInboundClaims, o.GetClaimsFromUserInfoEndpoint, o.SaveTokens, o.DisableTelemetry) = (false, false, false, true);
        o.BackchannelTimeout = TimeSpan.FromSeconds(15);
        // The answer comes as a link, which brings Lax cookies; None would need https everywhere.
        (o.CorrelationCookie.SameSite, o.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        o.CorrelationCookie.SecurePolicy = o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.Events.OnTokenValidated = RequireSignature;
        o.Events.OnTicketReceived = ReceiveAsync;
        o.Events.OnAccessDenied = context => RefuseAsync(context, CityRefusal.Cancelled, context.Properties);
        o.Events.OnRemoteFailure = context =>
        {
            LogFailed(LogOf(context.HttpContext), CodeOf(context.Failure));
            return RefuseAsync(context, CityRefusal.Failed, context.Properties);
        };
    });

    /// <summary>Sends the browser to the city's own sign-in page.</summary>
    internal static async Task AskAsync(HttpContext context)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/" };
        properties.Items[ReturnTo] = LocalAddress.Of(context.Request.Query["returnUrl"], "");
        try
        {
            await context.ChallengeAsync(Scheme, properties);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException && !context.Response.HasStarted)
        {
            LogOutOfReach(LogOf(context), CodeOf(e));
            context.Response.Clear();
            context.Response.Redirect(PageFor(CityRefusal.OutOfReach, properties));
        }
    }

    // The framework lets a token of the direct way pass without any signature, as the standard allows; here even that one has to show its own.
    private static Task RequireSignature(TokenValidatedContext context)
    {
        if (context.TokenEndpointResponse?.IdToken?.Split('.') is not [_, _, { Length: > 0 }]) context.Fail("IDX10504: the token has no signature.");
        return Task.CompletedTask;
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var (account, refusal) = await services.GetRequiredService<CityDesk>().ReceiveAsync(context.Principal!);
        if (account is null)
        {
            await RefuseAsync(context, refusal, context.Properties);
            return;
        }
        await services.GetRequiredService<AccountGate>().SignInAsync(account, isPersistent: false);
        context.Response.Redirect(LocalAddress.Of(ReturnOf(context.Properties), Viewer.HomeOf(account.Role)));
        context.HandleResponse();
    }

    private static Task RefuseAsync<TOptions>(HandleRequestContext<TOptions> context, CityRefusal refusal, AuthenticationProperties? properties) where TOptions : AuthenticationSchemeOptions
    {
        context.Response.Redirect(PageFor(refusal, properties));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string PageFor(CityRefusal refusal, AuthenticationProperties? properties) =>
        $"/sign-in?city={refusal}" + (ReturnOf(properties) is { Length: > 0 } wanted ? $"&returnUrl={Uri.EscapeDataString(wanted)}" : "");

    private static string? ReturnOf(AuthenticationProperties? properties) => properties?.Items.TryGetValue(ReturnTo, out var wanted) == true ? wanted : null;

    // What issuers write into a message may name the person; their numbers never do.
    private static string CodeOf(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (Code().Match(e.Message) is { Success: true } code) return code.Value;
        }
        return failure?.GetBaseException().GetType().Name ?? "unknown";
    }

    private static ILogger LogOf(HttpContext context) => context.RequestServices.GetRequiredService<ILogger<CityDesk>>();

    [GeneratedRegex("IDX[0-9]{5}|AADSTS[0-9]{4,7}")]
    private static partial Regex Code();

    [LoggerMessage(LogLevel.Warning, "Sign-in with the city's account failed: {Code}")]
    private static partial void LogFailed(ILogger log, string code);

    [LoggerMessage(LogLevel.Error, "The issuer of the city's accounts cannot be reached or does not describe itself: {Code}")]
    private static partial void LogOutOfReach(ILogger log, string code);
}
