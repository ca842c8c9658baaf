using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>再設定: lets one person choose a new password, once, within a week. Using it ends every session and every other such link.</summary>
public sealed record PasswordReset(string Account, string Stamp, DateTimeOffset Until);

/// <summary>再設定の窓口: makes reset links and turns them into new passwords. Figures, role and passkeys stay.</summary>
public sealed class PasswordResets(IDataProtectionProvider protection, IServiceScopeFactory scopes, EndedSessions ended, FailedAttempts attempts, SignInWays ways, TimeProvider time)
{
    private readonly SealedLinks<PasswordReset> _links = new(protection, "UedaPlan.PasswordReset.1");

    /// <summary>The link, relative to this server. It is a secret: show it once, write it nowhere.</summary>
    public string LinkOf(Account account) => "/reset?token=" + _links.Seal(new PasswordReset(account.Id, account.SecurityStamp!, time.GetUtcNow() + Invitations.ValidFor));

    /// <summary>Whose password it is; null when the link is forged, cut off, expired or used, or the account stopped or changed since.</summary>
    public async Task<string?> OpenAsync(string? token)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await FindAsync(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), token))?.UserName;
    }

    /// <summary>Sets the password; null when the link no longer holds, otherwise Identity's answer.</summary>
    public async Task<(IdentityResult? Result, Account? Account)> ResetAsync(string? token, string password)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await FindAsync(accounts, token) is not { } account) return (null, null);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null); // who forgot has tried, and proves now who it is
        var result = await accounts.ResetPasswordAsync(account, await accounts.GeneratePasswordResetTokenAsync(account), password);
        if (!result.Succeeded) return (result, account);
        ended.End(account.Id);
        attempts.Forget(account.NormalizedUserName!);
        return (result, account);
    }

    private async Task<Account?> FindAsync(UserManager<Account> accounts, string? token) =>
        ways.Local && _links.Open(token) is { } reset && time.GetUtcNow() < reset.Until
        && await accounts.FindByIdAsync(reset.Account) is { Disabled: false } account && account.SecurityStamp == reset.Stamp ? account : null;
}
