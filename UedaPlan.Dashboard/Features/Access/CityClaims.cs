using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>市のアカウントの人: who it is for the city, and as what it comes here.</summary>
public sealed record CityPerson(string Issuer, string Subject, string UserName, AuthorRole Role, string? Department);

/// <summary>入れない理由: why the city's account does not open the door, as far as the person can do something about it.</summary>
public enum CityRefusal
{
    Failed,
    Cancelled,
    OutOfReach,
    NoRole,
    NoDepartment,
    Disabled,
}

/// <summary>市のアカウントの読み取り: from the claims of a validated token to a role and a department of the plan.</summary>
public static partial class CityClaims
{
    private const int LongestName = 100;

    private static readonly string[] Names = ["preferred_username", "email", "upn"]; // the first that can be used

    /// <summary>Issuer and subject, which together name a person for ever; null when the token names nobody.</summary>
    public static (string Issuer, string Subject)? IdentityOf(ClaimsPrincipal outside) =>
        outside.FindFirst("sub") is { Value.Length: > 0 } subject ? (subject.Issuer, subject.Value) : null;

    /// <summary>The person, or why it may not come in. Of several roles the one that may most counts; of several departments none.</summary>
    public static (CityPerson? Person, CityRefusal Refusal) Read(ClaimsPrincipal outside, CitySettings city, IReadOnlyList<Department> departments)
    {
        if (IdentityOf(outside) is not var (issuer, subject)) return (null, CityRefusal.Failed);
        var roles = ValuesOf(outside, city.RoleClaim).Where(city.Roles.ContainsKey).Select(v => city.Roles[v]).ToList();
        if (roles.Count == 0) return (null, CityRefusal.NoRole);
        var (role, name) = (roles.Max(), NameOf(outside, issuer, subject));
        if (role == AuthorRole.PlanOffice) return (new CityPerson(issuer, subject, name, role, null), default);
        var codes = ValuesOf(outside, city.DepartmentClaim).Select(v => CodeOf(v, city, departments)).OfType<string>().Distinct().ToList();
        return codes is [var code] ? (new CityPerson(issuer, subject, name, role, code), default) : (null, CityRefusal.NoDepartment);
    }

    private static IEnumerable<string> ValuesOf(ClaimsPrincipal outside, string claim) => outside.FindAll(claim).Select(c => c.Value.Trim());

    private static string? CodeOf(string value, CitySettings city, IReadOnlyList<Department> departments)
    {
        var wanted = city.Departments.GetValueOrDefault(value, value);
        return departments.FirstOrDefault(d => d.Code == wanted || d.Name == wanted)?.Code;
    }

    /// <summary>The address the city signs in with. Names typed here never hold an @, so that nobody can take one that the city gives.</summary>
    private static string NameOf(ClaimsPrincipal outside, string issuer, string subject)
    {
        var given = Names.Select(outside.FindFirstValue).FirstOrDefault(v => v is { Length: > 0 and <= LongestName } && Address().IsMatch(v));
        return given ?? NameFor(issuer, subject);
    }

    /// <summary>A name nobody else has, for one whose address cannot be used.</summary>
    internal static string NameFor(string issuer, string subject)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}"));
        return $"{Convert.ToHexStringLower(digest, 0, 6)}@{(Uri.TryCreate(issuer, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : "city")}";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\z")]
    private static partial Regex Address();
}
