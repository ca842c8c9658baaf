using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>保存先のフォルダー: what others do to the database of a running demo: save a figure, hold it locked, put a backup back.</summary>
public static class PlanFolder
{
    public static readonly string[] Demo = ["--demo", "--Demo:PulseSeconds=0"];

    // The demo's story is told once for all tests of a run; each of them works on a copy.
    private static readonly Lazy<Task<string>> Told = new(TellAsync);

    /// <summary>A demo on a folder of its own, without its pulse, started in half the time.</summary>
    public static async Task<ServerProcess> StartDemoAsync() => await ServerProcess.StartInAsync(await NewDemoAsync(), Demo);

    /// <summary>A folder with the database of a demo that nobody has open.</summary>
    public static async Task<string> NewDemoAsync()
    {
        var directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;
        Copy(await Told.Value, directory);
        return directory;
    }

    /// <summary>Publishes a figure for the newest year of an indicator, as a second server on the same database would.</summary>
    public static async Task SaveAsync(string directory, string indicator, string reading)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Demo"] = "true", ["Data:Directory"] = directory }).Build();
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddPlanData(configuration);
        services.AddIdentityCore<Account>().AddPlanAccounts();
        await using var provider = services.BuildServiceProvider();
        var card = (await provider.GetRequiredService<PlanReader>().ReadBoardAsync()).Find(IndicatorCode.Parse(indicator))!;
        var author = await Dashboard.Demo.DemoAccounts.HeadOfAsync(provider, card.Indicator.Department.Code);
        await provider.GetRequiredService<FigureWriter>().SaveAsync(new RecordFigure(card.Indicator.Code,
            new NewFigure(card.Latest!.Year, FigureStage.Actual, Reading.Parse(reading), author, card.Latest.Number, null, "集計を確かめたため")));
        SqliteConnection.ClearAllPools(); // an idle connection keeps the file from being locked, moved or replaced
    }

    /// <summary>Without a write-ahead log a lock keeps readers out, too.</summary>
    public static async Task KeepNoLogAsync(string directory)
    {
        await using var connection = await OpenAsync(directory);
        await RunAsync(connection, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Holds the whole database, so that nobody else can read or write; dispose to give it back.</summary>
    public static async Task<IAsyncDisposable> LockAsync(string directory)
    {
        var connection = await OpenAsync(directory);
        await RunAsync(connection, "PRAGMA locking_mode=EXCLUSIVE");
        await RunAsync(connection, "BEGIN EXCLUSIVE");
        return connection;
    }

    /// <summary>Copies the database and what belongs to it; no process may have it open.</summary>
    public static void Copy(string from, string to)
    {
        foreach (var old in Directory.GetFiles(to, "demo.db*")) File.Delete(old);
        foreach (var file in Directory.GetFiles(from, "demo.db*")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static async Task<string> TellAsync()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        return server.DataDirectory;
    }

    private static async Task<SqliteConnection> OpenAsync(string directory)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, "demo.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is this test's own
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
