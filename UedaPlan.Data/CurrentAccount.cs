using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>いまの利用者: a circuit may outlive its rights; what counts is the account as it stands now, not as it signed in.</summary>
internal static class CurrentAccount
{
    /// <exception cref="PlanRuleException">The account is gone, disabled, or no longer what the author says.</exception>
    public static async Task CheckAsync(PlanDbContext db, Author author, CancellationToken cancellationToken)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == author.Account, cancellationToken);
        if (account is null || account.Disabled || account.Role != author.Role || account.Department != author.Department)
        {
            throw new PlanRuleException("利用者の情報が変わりました。サインインし直してください");
        }
    }
}
