using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>利用停止の関所: a disabled account neither signs in nor keeps a session.</summary>
public sealed class AccountGate(
    UserManager<Account> accounts,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<Account> principals,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    SignInWays ways) : SignInManager<Account>(accounts, context, principals, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Account user) => !user.Disabled && await base.CanSignInAsync(user);

    /// <summary>The account of a session that still holds.</summary>
    public Task<Account?> FindSignedInAsync(ClaimsPrincipal principal) => ValidateSecurityStampAsync(principal);

    /// <summary>As <see cref="FindSignedInAsync"/>, where the account signs in here and not with the city.</summary>
    public async Task<Account?> FindOwnAsync(ClaimsPrincipal principal) =>
        ways.Local && await FindSignedInAsync(principal) is { } account && !await IsOfCityAsync(account) ? account : null;

    /// <summary>Whether the city signs this account in; it then has neither password nor passkey here.</summary>
    public async Task<bool> IsOfCityAsync(Account account) => (await UserManager.GetLoginsAsync(account)).Count > 0;

    public override async Task<Account?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { Disabled: false } account ? account : null;
}
