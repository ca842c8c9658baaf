using Microsoft.AspNetCore.Authorization;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>閲覧の範囲: open to everybody on the city network, or closed with Access:Reading = SignedIn.</summary>
public static class ReadingAccess
{
    public const string Policy = "Reading";

    /// <summary>Puts the setting on pages, hub or API. Pages that let people in say AllowAnonymous themselves.</summary>
    public static TBuilder RequireReading<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Policy);

    /// <exception cref="PlanRuleException">Access:Reading is neither Open nor SignedIn.</exception>
    internal static IServiceCollection AddReadingAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var closed = IsClosed(configuration["Access:Reading"]);
        return services.AddAuthorizationBuilder().AddPolicy(Policy, policy => Describe(policy, closed)).Services;
    }

    // A misspelt setting must not open what someone meant to close.
    private static bool IsClosed(string? setting) => setting switch
    {
        null or "" => false,
        _ when setting.Equals("Open", StringComparison.OrdinalIgnoreCase) => false,
        _ when setting.Equals("SignedIn", StringComparison.OrdinalIgnoreCase) => true,
        _ => throw new PlanRuleException($"設定 Access:Reading には Open か SignedIn を書いてください(いまの値: {setting})。"),
    };

    private static void Describe(AuthorizationPolicyBuilder policy, bool closed)
    {
        if (closed) policy.RequireAuthenticatedUser();
        else policy.RequireAssertion(_ => true);
    }
}
