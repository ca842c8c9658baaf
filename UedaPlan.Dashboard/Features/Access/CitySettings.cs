using Microsoft.Extensions.Configuration.Json;
using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>市のアカウントの設定: where the city signs its people in, and which claims say what they may do here.</summary>
public sealed record CitySettings(string Authority, string ClientId, string ClientSecret, string RoleClaim, string DepartmentClaim)
{
    private const string Secret = "SignIn:ClientSecret";

    /// <summary>What the city calls a role here, such as "head".</summary>
    public required IReadOnlyDictionary<string, AuthorRole> Roles { get; init; }

    /// <summary>The city's own names of departments, each with the code it stands for; codes and names of the plan need no entry.</summary>
    public required IReadOnlyDictionary<string, string> Departments { get; init; }

    /// <summary>
    /// Null without SignIn:Authority. Else SignIn:ClientId, SignIn:ClientSecret, SignIn:RoleClaim, SignIn:DepartmentClaim,
    /// SignIn:Roles:Staff, Head and Office, and SignIn:Departments:CODE with one name of the city or several.
    /// </summary>
    /// <exception cref="PlanRuleException">A setting is missing or cannot work; the sentence names it.</exception>
    internal static CitySettings? Of(IConfiguration configuration)
    {
        var section = configuration.GetSection("SignIn");
        var (authority, client, secret) = (section["Authority"], section["ClientId"], section["ClientSecret"]);
        if (string.IsNullOrWhiteSpace(authority))
        {
            return string.IsNullOrWhiteSpace(client) ? null : throw new PlanRuleException("設定 SignIn:Authority に、市のアカウントの発行元のアドレスを書いてください(SignIn:ClientId だけが書かれています)。");
        }
        CheckAuthority(authority);
        if (string.IsNullOrWhiteSpace(client)) throw new PlanRuleException("設定 SignIn:ClientId に、市のアカウントの発行元で登録したアプリケーションの ID を書いてください。");
        CheckSecret(configuration, secret);
        return new CitySettings(authority.TrimEnd('/'), client.Trim(), secret!, section["RoleClaim"] is { Length: > 0 } role ? role : "roles", section["DepartmentClaim"] is { Length: > 0 } department ? department : "department")
        {
            Roles = RolesOf(section),
            Departments = DepartmentsOf(section.GetSection("Departments")),
        };
    }

    private static void CheckAuthority(string authority)
    {
        if (Uri.TryCreate(authority, UriKind.Absolute, out var address) && address is { Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && PublicAddress.IsThisMachine(address.Host)))) return;
        throw new PlanRuleException($"設定 SignIn:Authority には、https:// で始まる発行元のアドレスを書いてください(いまの値: {authority})。http が使えるのは、このパソコンの中だけです。");
    }

    // A file is copied, backed up and shown to others; a key in it would be, too.
    private static void CheckSecret(IConfiguration configuration, string? secret)
    {
        if (string.IsNullOrWhiteSpace(secret)) throw new PlanRuleException("設定 SignIn:ClientSecret がありません。環境変数 SignIn__ClientSecret で渡してください。");
        if (configuration is IConfigurationRoot root && root.Providers.OfType<JsonConfigurationProvider>().Any(p => p.TryGet(Secret, out var value) && !string.IsNullOrWhiteSpace(value)))
        {
            throw new PlanRuleException("設定 SignIn:ClientSecret がファイルに書かれています。ファイルから消して、環境変数 SignIn__ClientSecret で渡してください。");
        }
    }

    private static Dictionary<string, AuthorRole> RolesOf(IConfigurationSection section)
    {
        Dictionary<string, AuthorRole> roles = new(StringComparer.Ordinal);
        foreach (var (key, otherwise, role) in new[] { ("Staff", "staff", AuthorRole.Staff), ("Head", "head", AuthorRole.Head), ("Office", "office", AuthorRole.PlanOffice) })
        {
            var word = section[$"Roles:{key}"] is { Length: > 0 } set ? set.Trim() : otherwise;
            if (!roles.TryAdd(word, role)) throw new PlanRuleException($"設定 SignIn:Roles:{key} の値「{word}」は、ほかの役割にも使われています。役割ごとに違う値を書いてください。");
        }
        return roles;
    }

    private static Dictionary<string, string> DepartmentsOf(IConfigurationSection section)
    {
        Dictionary<string, string> departments = new(StringComparer.Ordinal);
        foreach (var department in section.GetChildren())
        {
            foreach (var name in (department.Value is { } one ? [one] : department.GetChildren().Select(c => c.Value ?? "")).Select(n => n.Trim()).Where(n => n.Length > 0))
            {
                if (!departments.TryAdd(name, department.Key)) throw new PlanRuleException($"設定 SignIn:Departments の「{name}」が2つの課に書かれています。どちらか1つにしてください。");
            }
        }
        return departments;
    }
}

/// <summary>サインインの方法: with accounts of this product, with those of the city, or with both.</summary>
public sealed record SignInWays(bool Local, CitySettings? City)
{
    /// <exception cref="PlanRuleException">Nobody could sign in, or a setting of the city's accounts cannot work.</exception>
    internal static SignInWays Of(IConfiguration configuration)
    {
        var (setting, city) = (configuration["SignIn:LocalAccounts"], CitySettings.Of(configuration));
        var local = true;
        if (!string.IsNullOrWhiteSpace(setting) && !bool.TryParse(setting, out local)) throw new PlanRuleException($"設定 SignIn:LocalAccounts には true か false を書いてください(いまの値: {setting})。");
        return local || city is not null ? new SignInWays(local, city) : throw new PlanRuleException("設定 SignIn:LocalAccounts を false にするには、SignIn:Authority など市のアカウントの設定が必要です。このままでは、だれもサインインできません。");
    }
}
