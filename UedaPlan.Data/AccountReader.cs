using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>利用者の読み取り: the queries about accounts that Identity does not ask itself.</summary>
public sealed class AccountReader
{
    private readonly Func<PlanDbContext> _open;

    internal AccountReader(Func<PlanDbContext> open) => _open = open;

    /// <summary>All accounts, the plan office first, then by department, its head first.</summary>
    public async Task<IReadOnlyList<AccountEntry>> ReadAllAsync(CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        var entries = await db.Users.AsNoTracking().Select(a => new AccountEntry(a.Id, a.UserName!, a.Role, a.Department, a.Disabled)
        {
            HasPassword = a.PasswordHash != null,
            OfCity = db.UserLogins.Any(l => l.UserId == a.Id),
            Passkeys = db.UserPasskeys.Count(p => p.UserId == a.Id),
        }).ToListAsync(cancellationToken);
        return [.. entries.OrderBy(e => e.Department, StringComparer.Ordinal).ThenByDescending(e => e.Role).ThenBy(e => e.UserName, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<bool> HasPlanOfficeAsync(CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        return await db.Users.AnyAsync(a => a.Role == AuthorRole.PlanOffice, cancellationToken);
    }

    /// <summary>Whether an account was already made with the invitation of this id.</summary>
    public async Task<bool> IsUsedAsync(string invitation, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        return await db.Users.AnyAsync(a => a.Invitation == invitation, cancellationToken);
    }
}

/// <summary>利用者の行: what the plan office sees of an account.</summary>
public sealed record AccountEntry(string Id, string UserName, AuthorRole Role, string? Department, bool Disabled)
{
    public bool HasPassword { get; init; }

    /// <summary>Whether the city signs it in.</summary>
    public bool OfCity { get; init; }

    public int Passkeys { get; init; }
}
