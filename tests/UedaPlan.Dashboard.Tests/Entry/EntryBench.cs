using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>作業台: the entry pages with the real writer and reader on a database of their own, told as the demo tells its story.</summary>
internal sealed class EntryBench : IAsyncDisposable
{
    public const string Participation = "shimin-sanka";
    private readonly string _directory = Directory.CreateTempSubdirectory("ueda-entry-").FullName;

    private const string FileName = "demo.db";
    private static readonly DateTimeOffset _april = new(2027, 4, 22, 10, 0, 0, TimeSpan.FromHours(9));
    private static readonly Lazy<Task<string>> _told = new(TellAsync);
    private readonly BunitAuthorizationContext _authorization;

    static EntryBench() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30); // a busy machine is no failure

    private EntryBench(DateTimeOffset now, Fault fault)
    {
        Time = new FakeTimeProvider(now);
        AddData(Context.Services, _directory);
        if (fault != Fault.None) Context.Services.AddSingleton(_ => BrokenWriter(fault)); // pages get this one, the story has its own
        Context.Services.AddSingleton<LiveBoard>();
        Context.Services.AddSingleton<DemoStory>();
        Context.Services.AddIdentityCore<Account>().AddPlanAccounts();
        Context.Services.AddMudServices();
        Context.Services.AddDataProtection();
        Context.Services.AddSingleton(new ReadingScope(Closed: false));
        Context.Services.AddSingleton<CalendarKeys>();
        Context.Services.AddSingleton(PublicAddress.Of(new ConfigurationBuilder().Build()));
        Context.Services.AddBulk();
        Context.JSInterop.Mode = JSRuntimeMode.Loose; // MudBlazor's providers measure the browser
        _authorization = Context.AddAuthorization();
        Context.SetRendererInfo(new RendererInfo("Server", true));
    }

    public BunitContext Context { get; } = new();
    public FakeTimeProvider Time { get; }
    public Author Author { get; private set; } = default!;
    public LiveBoard Live => Context.Services.GetRequiredService<LiveBoard>();
    public string Address => Context.Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>22 April 2027, 10:00 in Japan, unless said otherwise: FY2026 is over and due by 31 May.</summary>
    public static async Task<EntryBench> StartAsync(AuthorRole role = AuthorRole.Head, string department = Participation, DateTimeOffset? now = null, Fault fault = Fault.None)
    {
        var told = await _told.Value;
        var bench = new EntryBench(now ?? _april, fault);
        File.Copy(told, Path.Combine(bench._directory, FileName));
        bench.Author = role switch
        {
            AuthorRole.PlanOffice => await DemoAccounts.AuthorAsync(bench.Context.Services, DemoAccounts.Office),
            AuthorRole.Staff => await bench.StaffAsync(department),
            _ => await DemoAccounts.HeadOfAsync(bench.Context.Services, department),
        };
        bench._authorization.SetAuthorized("test");
        bench._authorization.SetRoles(role.ToString());
        bench._authorization.SetClaims([new Claim(ClaimTypes.NameIdentifier, bench.Author.Account), .. bench.Author.Department is { } own ? new[] { new Claim(AccountClaims.Department, own) } : []]);
        await bench.RefreshAsync();
        return bench;
    }

    public async Task RefreshAsync() => Live.Publish(await ReadAsync());

    public Task<Board> ReadAsync() => Context.Services.GetRequiredService<PlanReader>().ReadBoardAsync();

    public async Task<Indicator> IndicatorAsync(string code) => (await ReadAsync()).Find(IndicatorCode.Parse(code))!.Indicator;

    /// <summary>The head of the responsible department saves a figure of FY2026, past the page under test; an interim where it has a day.</summary>
    public async Task<Figure> SaveElsewhereAsync(string code, string reading, string? reason = null, DateOnly? asOf = null)
    {
        var indicator = await IndicatorAsync(code);
        var head = await DemoAccounts.HeadOfAsync(Context.Services, indicator.Department.Code);
        var year = new FiscalYear(2026);
        return await Context.Services.GetRequiredService<FigureWriter>().SaveAsync(new RecordFigure(indicator.Code,
            new NewFigure(year, asOf is null ? FigureStage.Actual : FigureStage.Interim, Reading.Parse(reading), head, indicator.EntryOf(year)?.Number, null, reason, asOf)));
    }

    public Task<Author> HeadAsync(string department = Participation) => DemoAccounts.HeadOfAsync(Context.Services, department);

    public async Task<Author> StaffAsync(string department = Participation)
    {
        var accounts = await Context.Services.GetRequiredService<AccountReader>().ReadAllAsync();
        return new Author(accounts.Single(a => a.UserName == DemoAccounts.StaffOf(department)).Id, AuthorRole.Staff, department);
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        Directory.Delete(_directory, true);
    }

    // The story is told once; every test works on a copy of its own.
    private static async Task<string> TellAsync()
    {
        var bench = new EntryBench(_april, Fault.None);
        var services = bench.Context.Services;
        await services.PrepareAsync();
        await DemoAccounts.EnsureAsync(services);
        await services.GetRequiredService<DemoStory>().TellAsync();
        await bench.Context.DisposeAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(bench._directory, true);
        return Path.Combine(bench._directory, FileName);
    }

    private FigureWriter BrokenWriter(Fault fault)
    {
        var services = new ServiceCollection().AddLogging();
        AddData(services, Path.Combine(_directory, "lost"));
        var provider = services.BuildServiceProvider();
        var writer = provider.GetRequiredService<FigureWriter>();
        if (fault == Fault.Unexpected) provider.Dispose();
        return writer;
    }

    private void AddData(IServiceCollection services, string directory)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Data:Directory"] = _directory,
            ["Demo"] = "true",
            ["ConnectionStrings:Plan"] = $"Data Source={Path.Combine(directory, FileName)};Pooling=False", // no file stays open after the test
        };
        services.AddSingleton<TimeProvider>(Time);
        services.AddPlanData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}

/// <summary>故障: what a save runs into: a database that is not there, or something nobody has thought of.</summary>
internal enum Fault
{
    None,
    Database,
    Unexpected,
}
