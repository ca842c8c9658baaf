namespace UedaPlan.Dashboard.Features.Access;

/// <summary>
/// 記録しないアドレス: invitations and display links are keys, and some categories of the framework write whole addresses down.
/// A plain filter would lose against a setting such as Logging:Console:LogLevel:Default = Trace, so every rule gets it.
/// </summary>
public static class SecretAddresses
{
    // Requests as they come and go, and request lines that could not be read.
    private static readonly string[] Tellers = ["Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    // What an issuer answers may name the person; CityDoor says which failure it was.
    private const string Silent = "Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler";

    internal static IServiceCollection KeepAddressesOutOfLogs(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(o =>
        {
            var rules = o.Rules.Prepend(new LoggerFilterRule(null, null, o.MinLevel, null)).Select(Quietened).ToList(); // the first is for loggers that no rule fits
            o.Rules.Clear();
            foreach (var rule in rules) o.Rules.Add(rule);
        });

    private static LoggerFilterRule Quietened(LoggerFilterRule rule) => new(rule.ProviderName, rule.CategoryName, rule.LogLevel,
        (provider, category, level) => (rule.Filter?.Invoke(provider, category, level) ?? true) && category != Silent && (level >= LogLevel.Warning || !Tellers.Contains(category)));
}
