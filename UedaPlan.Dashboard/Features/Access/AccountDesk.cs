using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>利用者の管理: what the plan office does with accounts; asks each time whether it still is the plan office that asks.</summary>
public sealed class AccountDesk(IServiceScopeFactory scopes, AccountReader reader, Invitations invitations)
{
    public async Task<IReadOnlyList<AccountEntry>> ReadAllAsync(ClaimsPrincipal office, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RequireOfficeAsync(scope, office);
        return await reader.ReadAllAsync(cancellationToken);
    }

    /// <summary>A link relative to this server, for one account. It is not kept anywhere.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, or no department for a department's role.</exception>
    public async Task<string> InviteAsync(ClaimsPrincipal office, AuthorRole role, string? department)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RequireOfficeAsync(scope, office);
        return invitations.LinkOf(role, department);
    }

    /// <summary>Disables or enables an account; either way its sessions end within a minute.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, its own account, no such account, or changed meanwhile.</exception>
    public async Task SetDisabledAsync(ClaimsPrincipal office, string id, bool disabled)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = await RequireOfficeAsync(scope, office);
        if (own.Id == id) throw new PlanRuleException("自分の利用者IDは停止できません。ほかの計画事務局の人に頼んでください。");
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByIdAsync(id) ?? throw new PlanRuleException("この利用者は見つかりません。");
        account.Disabled = disabled;
        var saved = await accounts.UpdateSecurityStampAsync(account); // saves the account with it
        if (!saved.Succeeded) throw new PlanRuleException(string.Join(" ", saved.Errors.Select(e => e.Description)));
    }

    private static async Task<Account> RequireOfficeAsync(AsyncServiceScope scope, ClaimsPrincipal office) =>
        await scope.ServiceProvider.GetRequiredService<AccountGate>().ValidateSecurityStampAsync(office) is { Role: AuthorRole.PlanOffice } account
            ? account
            : throw new PlanRuleException("この操作は計画事務局だけができます。サインインし直してください。");
}
