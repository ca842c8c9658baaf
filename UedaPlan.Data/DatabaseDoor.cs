using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>保存先の入口: looks at a database before anything is written to it, and migrates it once it may be opened.</summary>
internal sealed class DatabaseDoor(PlanDbContext db, bool demo)
{
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestMigration = TimeSpan.FromSeconds(90);

    /// <summary>Whether it holds a plan already; false for an absent or empty database.</summary>
    /// <exception cref="PlanRuleException">It is a demo opened as real, the reverse, somebody else's, damaged, or newer than this product.</exception>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestLook); // whoever starts the server wants to know soon that the database is out of reach
        var holdsPlan = await LookInsideAsync(cancellationToken);
        db.Database.SetCommandTimeout(usual);
        return holdsPlan;
    }

    private async Task<bool> LookInsideAsync(CancellationToken cancellationToken)
    {
        if (!await db.Database.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken)) return false;
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(db.Database.GetMigrations()).Any())
        {
            throw new PlanRuleException("このデータベースは、より新しい版の製品で使われています。製品を新しい版にしてから起動してください。");
        }
        if (applied.Count > 0) return await CheckKindAsync(cancellationToken);
        await RefuseForeignAsync(cancellationToken);
        return false;
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return;
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }
        await DropStaleLockAsync(cancellationToken);
        await MigrateInTimeAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken); // EF sets it only on files it made itself
    }

    /// <summary>Whether the database holds a plan, of the kind that is asked for.</summary>
    public async Task<bool> CheckKindAsync(CancellationToken cancellationToken)
    {
        var kind = await db.States.Select(s => (bool?)s.Demo).SingleOrDefaultAsync(cancellationToken);
        if (kind == true && !demo) throw new PlanRuleException("このデータベースはデモ用です。本番では開けません。--demo をつけて起動するか、別の場所を設定してください。");
        if (kind == false && demo) throw new PlanRuleException("このデータベースには本番のデータがあります。--demo では開けません。別の場所を設定してください。");
        if (kind is null && await db.Documents.AnyAsync(cancellationToken))
        {
            throw new PlanRuleException("データベースが壊れています(計画の状態がありません)。バックアップから戻してください。");
        }
        return kind is not null;
    }

    // Our tables in another program's file would be hard to get out again.
    private async Task RefuseForeignAsync(CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite()) return; // a server's database may be shared on purpose
        var tables = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
            .SingleAsync(cancellationToken);
        if (tables > 0) throw new PlanRuleException("このデータベースには、ほかのプログラムの表があります。別の場所を設定してください。");
    }

    // On SQLite the migration lock is a row: it outlives a process that was killed, and everyone after it would wait for ever.
    private async Task DropStaleLockAsync(CancellationToken cancellationToken)
    {
        var locks = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (locks > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock WHERE Timestamp < datetime('now', '-1 minute')", cancellationToken);
    }

    private async Task MigrateInTimeAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestMigration);
        try
        {
            await db.Database.MigrateAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PlanRuleException("データベースの準備が終わりません。前の起動が途中で止まったようです。もう一度起動してください。");
        }
    }
}
