using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>
/// 利用者の管理: what the plan office does with accounts; asks each time whether it still is the plan office that asks. Nobody changes
/// its own account here, and one change waits for another, so that one working account of the plan office always remains.
/// </summary>
public sealed class AccountDesk(IServiceScopeFactory scopes, AccountReader reader, Invitations invitations, PasswordResets resets, EndedSessions ended, SignInWays ways, LiveBoard live) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Whether accounts of this product can be made and sign in.</summary>
    public bool Invites => ways.Local;

    public async Task<IReadOnlyList<AccountEntry>> ReadAllAsync(ClaimsPrincipal office, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RequireOfficeAsync(scope, office);
        return await reader.ReadAllAsync(cancellationToken);
    }

    /// <summary>A link relative to this server, for one account. It is not kept anywhere.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, no such department, or the city signs everybody in.</exception>
    public async Task<string> InviteAsync(ClaimsPrincipal office, AuthorRole role, string? department)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RequireOfficeAsync(scope, office);
        if (!ways.Local) throw new PlanRuleException("いまの設定では、市のアカウントでサインインします。招待リンクは使えません。");
        CheckDepartment(role, department);
        return invitations.LinkOf(role, department);
    }

    /// <summary>A link relative to this server, with which the account's owner chooses a new password. It is not kept anywhere.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, its own account, one that has no password here, or no such account.</exception>
    public async Task<string> ResetAsync(ClaimsPrincipal office, string id)
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await FindOthersAsync(scope, office, id, "自分のパスワードは「自分の利用者ID」のページで変更できます。");
        if (!ways.Local || await IsOfCityAsync(scope, account)) throw new PlanRuleException("この利用者は、市のアカウントでサインインします。パスワードはここにはありません。");
        if (account.Disabled) throw new PlanRuleException("この利用者は停止中です。利用を再開してから、再設定リンクを作ってください。");
        return resets.LinkOf(account);
    }

    /// <summary>Disables or enables an account; either way its sessions end within a minute.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, its own account, no such account, or changed meanwhile.</exception>
    public Task SetDisabledAsync(ClaimsPrincipal office, string id, bool disabled) => InTurnAsync(async scope =>
    {
        var account = await FindOthersAsync(scope, office, id, "自分の利用者IDは停止できません。ほかの計画事務局の人に頼んでください。");
        account.Disabled = disabled;
        await SaveAsync(scope, account);
    });

    /// <summary>Gives an account another role or department; its sessions end, and the next one has the new rights.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, its own account, one whose role the city says, no such account or department, or changed meanwhile.</exception>
    public Task MoveAsync(ClaimsPrincipal office, string id, AuthorRole role, string? department) => InTurnAsync(async scope =>
    {
        var account = await FindOthersAsync(scope, office, id, "自分の役割は変更できません。ほかの計画事務局の人に頼んでください。");
        if (await IsOfCityAsync(scope, account)) throw new PlanRuleException("この利用者の役割と課は、サインインのたびに市の設定に合わせます。ここでは変更できません。");
        CheckDepartment(role, department);
        (account.Role, account.Department) = (role, department);
        await SaveAsync(scope, account);
    });

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<AsyncServiceScope, Task> change)
    {
        await _turn.WaitAsync();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await change(scope);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<Account> FindOthersAsync(AsyncServiceScope scope, ClaimsPrincipal office, string id, string own)
    {
        if ((await RequireOfficeAsync(scope, office)).Id == id) throw new PlanRuleException(own);
        return await AccountsOf(scope).FindByIdAsync(id) ?? throw new PlanRuleException("この利用者は見つかりません。");
    }

    private static async Task<Account> RequireOfficeAsync(AsyncServiceScope scope, ClaimsPrincipal office) =>
        await scope.ServiceProvider.GetRequiredService<AccountGate>().ValidateSecurityStampAsync(office) is { Role: AuthorRole.PlanOffice } account
            ? account
            : throw new PlanRuleException("この操作は計画事務局だけができます。サインインし直してください。");

    private async Task SaveAsync(AsyncServiceScope scope, Account account)
    {
        var saved = await AccountsOf(scope).UpdateSecurityStampAsync(account); // saves the account with it
        if (!saved.Succeeded) throw new PlanRuleException(string.Join(" ", saved.Errors.Select(e => e.Description)));
        ended.End(account.Id);
    }

    private void CheckDepartment(AuthorRole role, string? department)
    {
        var known = role == AuthorRole.PlanOffice ? department is null : live.Current.Plan.Departments.Any(d => d.Code == department);
        if (!known) throw new PlanRuleException("課を選んでください。");
    }

    private static Task<bool> IsOfCityAsync(AsyncServiceScope scope, Account account) => scope.ServiceProvider.GetRequiredService<AccountGate>().IsOfCityAsync(account);

    private static UserManager<Account> AccountsOf(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
}
