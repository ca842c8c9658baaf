using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>招待: lets one person make one account, in one role, within a week. Nothing is stored until it is used.</summary>
public sealed record Invitation(string Id, AuthorRole Role, string? Department, DateTimeOffset Until);

/// <summary>招待の窓口: makes invitation links and turns them into accounts.</summary>
public sealed class Invitations(IDataProtectionProvider protection, IServiceScopeFactory scopes, AccountReader reader, SignInWays ways, LiveBoard live, TimeProvider time)
{
    internal static readonly TimeSpan ValidFor = TimeSpan.FromDays(7);

    private readonly SealedLinks<Invitation> _links = new(protection, "UedaPlan.Invitation.1");

    /// <summary>The link, relative to this server. It is a secret: show it once, write it nowhere.</summary>
    /// <exception cref="PlanRuleException">A role and a department that do not go together.</exception>
    public string LinkOf(AuthorRole role, string? department, string? id = null)
    {
        if ((role == AuthorRole.PlanOffice) != (department is null)) throw new PlanRuleException("課を選んでください。");
        var invitation = new Invitation(id ?? Guid.NewGuid().ToString("N"), role, department, time.GetUtcNow() + ValidFor);
        return "/invitation?token=" + _links.Seal(invitation);
    }

    /// <summary>Null when the token is forged, cut off, expired or used, or for a department the plan no longer has; without local accounts only the plan office's way in is left.</summary>
    public async Task<Invitation?> OpenAsync(string? token, CancellationToken cancellationToken = default) =>
        _links.Open(token) is { } invitation && (ways.Local || invitation.Role == AuthorRole.PlanOffice) && IsKnown(invitation.Department)
            && time.GetUtcNow() < invitation.Until && !await reader.IsUsedAsync(invitation.Id, cancellationToken) ? invitation : null;

    /// <summary>Makes the account; null when the invitation no longer holds, otherwise Identity's answer.</summary>
    public async Task<(IdentityResult? Result, Account Account)> AcceptAsync(string? token, NewAccount wanted)
    {
        var account = new Account { UserName = SignInDesk.Tidy(wanted.UserName) };
        if (await OpenAsync(token) is not { } invitation) return (null, account);
        (account.Role, account.Department, account.Invitation) = (invitation.Role, invitation.Department, invitation.Id);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, wanted.Password ?? ""), account);
        }
        catch (Exception e) when (e.InnerException is DbException) // two at once: the database lets one of them through
        {
            var used = await reader.IsUsedAsync(invitation.Id);
            return (used ? null : IdentityResult.Failed(new JapaneseIdentityErrors().DuplicateUserName(account.UserName)), account);
        }
    }

    private bool IsKnown(string? department) => department is null || live.Current.Plan.Departments.Any(d => d.Code == department);
}
