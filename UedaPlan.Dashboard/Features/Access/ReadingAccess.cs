using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>閲覧の範囲: open to everybody on the city network, or closed with Access:Reading = SignedIn.</summary>
public static class ReadingAccess
{
    private const string Policy = "Reading"; // for a session or a display link
    private const string SessionPolicy = "ReadingWithSession";
    private const string Circuits = "/_blazor";

    /// <summary>Puts the setting on the hub or the API.</summary>
    public static TBuilder RequireReading<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Policy);

    /// <summary>
    /// Puts the setting on the pages. A display link opens reading pages, all other pages want a session where reading is closed, and
    /// circuits want one always: only working pages have any. Pages that let people in say AllowAnonymous themselves.
    /// </summary>
    public static void RequireReadingOfPages(this IEndpointConventionBuilder pages) => pages.Add(endpoint => endpoint.Metadata.Add(endpoint switch
    {
        _ when endpoint.Metadata.Any(m => m is ReadingPageAttribute) => new AuthorizeAttribute(Policy),
        RouteEndpointBuilder { RoutePattern.RawText: { } path } when path.StartsWith(Circuits, StringComparison.Ordinal) => new AuthorizeAttribute(),
        _ => new AuthorizeAttribute(SessionPolicy),
    }));

    /// <exception cref="PlanRuleException">Access:Reading is neither Open nor SignedIn.</exception>
    internal static IServiceCollection AddReadingAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var closed = IsClosed(configuration["Access:Reading"]);
        services.AddSingleton(new ReadingScope(closed));
        return services.AddAuthorizationBuilder()
            .AddPolicy(Policy, policy => Describe(policy, closed, IdentityConstants.ApplicationScheme, DisplayCookie.Scheme)) // in this order: the second has the last word
            .AddPolicy(SessionPolicy, policy => Describe(policy, closed, IdentityConstants.ApplicationScheme)).Services;
    }

    // A misspelt setting must not open what someone meant to close.
    private static bool IsClosed(string? setting) => setting switch
    {
        null or "" => false,
        _ when setting.Equals("Open", StringComparison.OrdinalIgnoreCase) => false,
        _ when setting.Equals("SignedIn", StringComparison.OrdinalIgnoreCase) => true,
        _ => throw new PlanRuleException($"設定 Access:Reading には Open か SignedIn を書いてください(いまの値: {setting})。"),
    };

    private static void Describe(AuthorizationPolicyBuilder policy, bool closed, params string[] schemes)
    {
        if (closed) policy.AddAuthenticationSchemes(schemes).RequireAuthenticatedUser();
        else policy.RequireAssertion(_ => true);
    }
}

/// <summary>閲覧の設定: whether reading needs an account or a display link.</summary>
public sealed record ReadingScope(bool Closed);
