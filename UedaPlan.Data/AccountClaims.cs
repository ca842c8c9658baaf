using System.Security.Claims;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>利用者の証明: what a signed-in principal carries of its account, and back to the author of a figure.</summary>
public static class AccountClaims
{
    public const string Department = "department";

    /// <summary>The author a principal stands for; null when it is not signed in.</summary>
    public static Author? ToAuthor(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } account && Enum.TryParse<AuthorRole>(principal.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Author(account, role, principal.FindFirstValue(Department))
            : null;

    /// <summary>The claims of an account, added to those Identity makes.</summary>
    public static IEnumerable<Claim> ClaimsOf(Account account)
    {
        yield return new Claim(ClaimTypes.Role, account.Role.ToString());
        if (account.Department is { } department) yield return new Claim(Department, department);
    }
}
