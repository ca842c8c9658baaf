using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>試験の保存先: the real services on a real SQLite file in a folder of its own.</summary>
internal sealed class Storage : IAsyncDisposable
{
    private readonly bool _ownsDirectory;

    private Storage(string directory, bool ownsDirectory, IEnumerable<(string Key, string Value)> settings, ILoggerFactory? log)
    {
        (Directory, _ownsDirectory) = (directory, ownsDirectory);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Prepend(("Data:Directory", directory)).GroupBy(s => s.Item1, s => s.Item2).ToDictionary(s => s.Key, string? (s) => s.Last())).Build();
        Services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(log ?? NullLoggerFactory.Instance) // one factory for all: EF keeps its model per factory
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddPlanData(configuration)
            .BuildServiceProvider();
    }

    public string Directory { get; }
    public ServiceProvider Services { get; }
    public FakeTimeProvider Time { get; } = new(Proposals.Now);
    public PlanReader Reader => Services.GetRequiredService<PlanReader>();
    public RecordReader Records => Services.GetRequiredService<RecordReader>();
    public FigureWriter Writer => Services.GetRequiredService<FigureWriter>();
    public StatisticWriter StatisticWriter => Services.GetRequiredService<StatisticWriter>();
    public PlanWriter PlanWriter => Services.GetRequiredService<PlanWriter>();
    public DraftDesk Drafts => Services.GetRequiredService<DraftDesk>();
    public DisplayLinks Links => Services.GetRequiredService<DisplayLinks>();
    public PlanPreviewer Previewer => Services.GetRequiredService<PlanPreviewer>();
    public ChangeSignal Signal => Services.GetRequiredService<ChangeSignal>();
    public StorageSettings Settings => Services.GetRequiredService<StorageSettings>();
    public string File => new SqliteConnectionStringBuilder(Settings.SqliteConnection).DataSource;

    /// <summary>The running test's own token.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string NewDirectory(string name = "ueda") => System.IO.Directory.CreateTempSubdirectory($"{name}-").FullName;

    /// <summary>A folder without a database; nothing is prepared.</summary>
    public static Storage Empty(params (string Key, string Value)[] settings)
    {
        var directory = NewDirectory();
        try
        {
            return new Storage(directory, true, settings, null);
        }
        catch (PlanRuleException) // a setting was refused: nobody will dispose of the folder
        {
            System.IO.Directory.Delete(directory, recursive: true);
            throw;
        }
    }

    /// <summary>A second server, or the first, on a folder somebody else deletes.</summary>
    public static Storage At(string directory, params (string Key, string Value)[] settings) => new(directory, false, settings, null);

    /// <summary>A database with the built-in plan and an account for each department's head and staff and for the office.</summary>
    public static async Task<Storage> ReadyAsync(ILoggerFactory? log = null)
    {
        var directory = NewDirectory();
        await System.IO.File.WriteAllBytesAsync(Path.Combine(directory, "plan.db"), await ReadyDatabase.Bytes);
        return new Storage(directory, true, [], log);
    }

    public static Author HeadOf(string department) => new($"{department}-head", AuthorRole.Head, department);
    public static Author StaffOf(string department) => new($"{department}-staff", AuthorRole.Staff, department);
    public static Author Office { get; } = new("office", AuthorRole.PlanOffice, null);

    public PlanDbContext Open() => Services.GetRequiredService<Func<PlanDbContext>>()();

    public Task<Board> BoardAsync() => Reader.ReadBoardAsync(Stop);

    public async Task<IndicatorCard> CardAsync(string code) => (await BoardAsync()).Find(IndicatorCode.Parse(code))!;

    /// <summary>An actual that breaks no rule, by the head of the indicator's department, having seen what is there, with a reason for whatever asks for one.</summary>
    public async Task<RecordFigure> ProposeAsync(string code, int year, string reading)
    {
        var indicator = (await CardAsync(code)).Indicator;
        var figure = indicator.ProposeActual(year, reading) with { Author = HeadOf(indicator.Department.Code) };
        return new RecordFigure(indicator.Code, figure with { Reason = "集計を確かめたため" });
    }

    public async Task<Figure> SaveAsync(string code, int year, string reading) => await Writer.SaveAsync(await ProposeAsync(code, year, reading), Stop);

    public async Task<Figure> SaveInterimAsync(string code, int year, string reading)
    {
        var actual = await ProposeAsync(code, year, reading);
        return await Writer.SaveAsync(actual with { Figure = actual.Figure with { Stage = FigureStage.Interim, AsOf = new DateOnly(year, 12, 31) } }, Stop);
    }

    /// <summary>Values of a chart by the head of its department, having seen what is there.</summary>
    public async Task<StatisticEntry> SaveStatisticAsync(string code, StatisticValues values)
    {
        var card = (await BoardAsync()).Find(StatisticCode.Parse(code))!;
        var entry = new NewStatistic(values, HeadOf(card.Statistic.Department.Code), card.Entry?.Number, card.Entry is null ? null : "集計を確かめたため");
        return await StatisticWriter.SaveAsync(new RecordStatistic(card.Statistic.Code, entry), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        Release(Settings.SqliteConnection);
        await Services.DisposeAsync();
        if (!_ownsDirectory) return;
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    /// <summary>Closes the kept connections of one database, so that its file can be read, changed or deleted.</summary>
    public static void Release(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }
}
