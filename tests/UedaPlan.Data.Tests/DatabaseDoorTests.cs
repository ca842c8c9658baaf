using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Databases that must not be opened, or only after care: each is told in plain Japanese and left as it was.</summary>
public sealed class DatabaseDoorTests
{
    [Theory]
    [InlineData("true", "false", "このデータベースはデモ用です。本番では開けません。--demo をつけて起動するか、別の場所を設定してください。")]
    [InlineData("false", "true", "このデータベースには本番のデータがあります。--demo では開けません。別の場所を設定してください。")]
    public async Task Database_OfTheOtherKind_IsRefusedBeforeAnythingIsMigrated(string made, string opened, string reason)
    {
        var directory = Storage.NewDirectory();
        var connection = ("ConnectionStrings:Plan", $"Data Source={Path.Combine(directory, "共用.db")}");
        await using var first = Storage.At(directory, connection, ("Demo", made));
        await first.Services.PrepareAsync(Storage.Stop);
        await RunAsync(first, "ALTER TABLE Figures RENAME TO FiguresOfAnOlderVersion"); // a migration would fail on it, or change it
        await using var second = Storage.At(directory, connection, ("Demo", opened));

        await AssertRefusedAsync(second, reason);

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task Database_OfANewerProduct_IsRefused()
    {
        await using var storage = await Storage.ReadyAsync();
        await RunAsync(storage, "INSERT INTO __EFMigrationsHistory VALUES ('20991231000000_Future', '20.0.0')");

        await AssertRefusedAsync(storage, "このデータベースは、より新しい版の製品で使われています。製品を新しい版にしてから起動してください。");
    }

    [Fact]
    public async Task Database_WithoutItsState_IsRefusedAsDamaged()
    {
        await using var storage = await Storage.ReadyAsync();
        await RunAsync(storage, "DELETE FROM PlanState");

        await AssertRefusedAsync(storage, "データベースが壊れています(計画の状態がありません)。バックアップから戻してください。");
    }

    [Fact]
    public async Task Database_OfAnotherProgram_IsRefused()
    {
        await using var storage = Storage.Empty();
        await RunAsync(storage, "CREATE TABLE Customers (Id INTEGER PRIMARY KEY)");

        await AssertRefusedAsync(storage, "このデータベースには、ほかのプログラムの表があります。別の場所を設定してください。");
    }

    [Fact]
    public async Task Database_ThatIsGarbage_IsRefused()
    {
        await using var storage = Storage.Empty();
        await File.WriteAllTextAsync(storage.File, string.Concat(Enumerable.Repeat("これはデータベースではありません。", 200)), Storage.Stop);

        await AssertRefusedAsync(storage, $"データベースのファイルが壊れているか、データベースではありません: {storage.File}。バックアップから戻すか、別の場所を設定してください。");
    }

    [Fact]
    public async Task Database_CutInHalf_IsRefused()
    {
        await using var storage = await Storage.ReadyAsync();
        var bytes = await File.ReadAllBytesAsync(storage.File, Storage.Stop);
        await File.WriteAllBytesAsync(storage.File, bytes[..(4096 * 2)], Storage.Stop);

        await AssertRefusedAsync(storage, $"データベースのファイルが壊れているか、データベースではありません: {storage.File}。バックアップから戻すか、別の場所を設定してください。");
    }

    [Fact]
    public async Task Database_ThatIsAFolder_IsRefused()
    {
        await using var storage = Storage.Empty();
        Directory.CreateDirectory(storage.File);

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.Services.PrepareAsync(Storage.Stop));

        Assert.Equal($"データベースのファイルを開けないか、書き込めません: {storage.File}。場所と権限を確かめてください。", refusal.Message);
    }

    [Fact]
    public async Task Database_InAFolderThatDoesNotExist_IsRefused()
    {
        var file = Path.Combine(Path.GetTempPath(), "無いフォルダー", "plan.db");
        await using var storage = Storage.Empty(("ConnectionStrings:Plan", $"Data Source={file}"));

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.Services.PrepareAsync(Storage.Stop));

        Assert.Equal($"データベースのファイルを開けないか、書き込めません: {file}。場所と権限を確かめてください。", refusal.Message);
    }

    [Fact]
    public async Task EmptyDatabase_ThatMayOnlyBeRead_IsRefused()
    {
        var directory = Storage.NewDirectory();
        var file = Path.Combine(directory, "plan.db");
        await File.WriteAllBytesAsync(file, [], Storage.Stop);
        await using var storage = Storage.At(directory, ("ConnectionStrings:Plan", $"Data Source={file};Mode=ReadOnly"));

        await AssertRefusedAsync(storage, $"データベースのファイルを開けないか、書き込めません: {file}。場所と権限を確かめてください。");

        Directory.Delete(directory, recursive: true);
    }

    [Theory]
    [InlineData("上田 市")]
    [InlineData("令和8年度;計画")]
    [InlineData("it's 100%")]
    public async Task Database_InAFolderWithAnUnusualName_Works(string name)
    {
        var directory = Path.Combine(Storage.NewDirectory(), name);
        await using var storage = Storage.At(directory);

        await storage.Services.PrepareAsync(Storage.Stop);

        Assert.Equal(1, await storage.Reader.ReadRevisionAsync(Storage.Stop));
        Assert.True(File.Exists(Path.Combine(directory, "plan.db")));
        Storage.Release(storage.Settings.SqliteConnection);
        Directory.Delete(Path.GetDirectoryName(directory)!, recursive: true);
    }

    [Fact]
    public async Task EmptyFile_MadeBeforeTheFirstStart_IsFilledAndKeepsAJournal()
    {
        await using var storage = Storage.Empty();
        await File.WriteAllBytesAsync(storage.File, [], Storage.Stop);

        await storage.Services.PrepareAsync(Storage.Stop);

        await using var db = storage.Open();
        Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(Storage.Stop));
    }

    [Fact]
    public async Task FirstStart_KilledWhileMigrating_DoesNotMakeTheNextWaitForEver()
    {
        await using var storage = Storage.Empty();
        await RunAsync(storage, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await RunAsync(storage, "INSERT INTO __EFMigrationsLock VALUES (1, '2026-04-01 00:00:00.0000000+00:00')");

        await storage.Services.PrepareAsync(Storage.Stop).WaitAsync(TimeSpan.FromSeconds(60), Storage.Stop);

        Assert.Equal(21, (await storage.BoardAsync()).Cards.Count());
    }

    [Fact]
    public async Task FirstStart_OfTwoServersAtOnce_FillsTheDatabaseOnce()
    {
        await using var one = Storage.Empty();
        await using var two = Storage.At(one.Directory);

        await Task.WhenAll(Task.Run(() => one.Services.PrepareAsync(Storage.Stop)), Task.Run(() => two.Services.PrepareAsync(Storage.Stop)));

        await using var db = one.Open();
        Assert.Equal((1, 1, 21), (await db.States.CountAsync(Storage.Stop), await db.Documents.CountAsync(Storage.Stop), await db.Indicators.CountAsync(Storage.Stop)));
    }

    private static async Task RunAsync(Storage storage, string sql)
    {
        await using (var connection = new SqliteConnection(storage.Settings.SqliteConnection))
        {
            await connection.OpenAsync(Storage.Stop);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is this test's own
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Storage.Stop);
        }
        Storage.Release(storage.Settings.SqliteConnection);
    }

    private static async Task AssertRefusedAsync(Storage storage, string reason)
    {
        var before = await BytesAsync(storage);

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.Services.PrepareAsync(Storage.Stop));

        Assert.Equal(reason, refusal.Message);
        Assert.Equal(before, await BytesAsync(storage));
    }

    private static async Task<string> BytesAsync(Storage storage)
    {
        Storage.Release(storage.Settings.SqliteConnection);
        return Encoding.Latin1.GetString(await File.ReadAllBytesAsync(storage.File, Storage.Stop));
    }
}
