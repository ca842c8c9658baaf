using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The two databases: migrations in step with the model, and SQLite set up so that what is said to be saved is saved.</summary>
public sealed class DatabaseTests
{
    private static PlanDbContext SqlServer => new SqlServerDesignTime().CreateDbContext([]);

    [Fact]
    public void Model_OfSqlite_HasNoChangeWithoutAMigration()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Model_OfSqlServer_HasNoChangeWithoutAMigration()
    {
        using var db = SqlServer;

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_OfBothDatabases_HaveTheSameNames()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var server = SqlServer;

        Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), server.Database.GetMigrations().Select(NameOf));
    }

    [Fact]
    public void Script_ForSqlServer_MakesEveryTableInTypesOfItsOwn()
    {
        using var db = SqlServer;

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.All(db.Model.GetEntityTypes(), t => Assert.Contains($"CREATE TABLE [{t.GetTableName()}]", script));
        Assert.Contains("IF NOT EXISTS", script);
        Assert.Contains("[Revision] bigint NOT NULL", script);
        Assert.Contains("[Number] bigint NOT NULL IDENTITY", script);
        Assert.Contains("[SavedAt] datetime2 NOT NULL", script);
        Assert.DoesNotMatch("(?i)\\b(TEXT|INTEGER|REAL|BLOB|AUTOINCREMENT)\\b", script);
    }

    [Fact]
    public async Task Sqlite_AsItIsPrepared_WritesAheadAndThroughToTheDisk()
    {
        await using var storage = await Storage.ReadyAsync();
        await using var db = storage.Open();

        Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Storage.Stop));
        Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(Storage.Stop)); // FULL
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(Storage.Stop));
    }

    [Fact]
    public async Task Board_ReadDuringALongWrite_ShowsTheLastCommittedFigures()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        await using var db = storage.Open();
        await using var writing = await db.Database.BeginTransactionAsync(Storage.Stop);
        await db.States.ExecuteUpdateAsync(s => s.SetProperty(state => state.Revision, 99), Storage.Stop);

        var board = await storage.BoardAsync();

        Assert.Equal((2, "82.9%"), (board.Revision, board.Find(IndicatorCode.Parse("1-1-1-3"))!.Value));
    }

    [Fact]
    public async Task Board_ReadWhileFiguresAreSaved_NeverStaysBehindItsRevision()
    {
        await using var storage = await Storage.ReadyAsync();
        using var done = new CancellationTokenSource();
        var saving = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++) await storage.SaveAsync("1-3-2-1", 2026, $"{60_000 + i}");
            await done.CancelAsync();
        }, Storage.Stop);

        var readings = 0;
        while (!done.IsCancellationRequested)
        {
            var board = await storage.BoardAsync();
            var newest = board.LastChange?.Entry ?? 0;
            // Each save is one figure and one revision: a board may know more than it says, never less.
            Assert.True(newest >= board.Revision - 1, $"Revision {board.Revision} without entry {board.Revision - 1}");
            Assert.True(await storage.Reader.ReadRevisionAsync(Storage.Stop) >= newest + 1, "A shown figure whose revision has not arrived");
            readings++;
        }
        await saving;

        Assert.True(readings > 0);
        Assert.Equal((61, 60), ((await storage.BoardAsync()).Revision, (await storage.BoardAsync()).LastChange!.Entry));
    }

    [Fact]
    public async Task Revision_BeforeAnyFigure_IsOne()
    {
        await using var storage = await Storage.ReadyAsync();

        Assert.Equal(1, await storage.Reader.ReadRevisionAsync(Storage.Stop));
    }

    private static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
