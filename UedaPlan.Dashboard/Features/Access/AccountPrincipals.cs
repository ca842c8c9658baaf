using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>利用者の証明の発行: Identity's claims plus role and department.</summary>
public sealed class AccountPrincipals(UserManager<Account> accounts, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(AccountClaims.ClaimsOf(user));
        return identity;
    }
}
