using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard;

/// <summary>起動の手順: database, demo figures, first board; or a plan file loaded and done.</summary>
public static partial class Startup
{
    private const int Refused = 1;

    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(5);

    /// <summary>Null when the settings are usable; otherwise the exit code: a wrong setting is told in a sentence, not in a stack trace.</summary>
    public static int? AddStorageAndAccess(this WebApplicationBuilder builder)
    {
        try
        {
            builder.Services.AddPlanData(builder.Configuration);
            builder.Services.AddAccess(builder.Configuration);
            return null;
        }
        catch (PlanRuleException e)
        {
            Console.Error.WriteLine(e.Message);
            return Refused;
        }
    }

    /// <summary>
    /// Null when the server is to run; otherwise the exit code of the process. A database out of reach does not keep the
    /// server from running: screens that open meanwhile are asked to wait, and need no hand afterwards.
    /// </summary>
    public static async Task<int?> PrepareAsync(this WebApplication app)
    {
        try
        {
            if (app.Configuration["LoadPlan"] is { } file)
            {
                await app.Services.PrepareAsync();
                return await LoadPlanAsync(app, file);
            }
            if (app.Configuration.GetValue("OfficeLink", false))
            {
                Console.WriteLine(OfficeLink.Of(app.Services, app.Configuration));
                return 0;
            }
            var ready = await TryReadyAsync(app);
            app.Lifetime.ApplicationStarted.Register(() => _ = ready ? SayWhereAsync(app) : WaitForDatabaseAsync(app));
            return null;
        }
        catch (PlanRuleException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    // On a thread of its own: the embedded database keeps its thread while it waits for a lock.
    private static async Task<bool> TryReadyAsync(WebApplication app)
    {
        try
        {
            await Task.Run(() => ReadyAsync(app.Services));
            return true;
        }
        catch (Exception e) when (PlanData.IsOutOfReach(e))
        {
            return false;
        }
    }

    private static async Task ReadyAsync(IServiceProvider services)
    {
        await services.PrepareAsync();
        if (services.GetRequiredService<StorageSettings>().Demo) await PrepareDemoAsync(services);
        services.GetRequiredService<LiveBoard>().Publish(await services.GetRequiredService<PlanReader>().ReadBoardAsync());
    }

    private static async Task WaitForDatabaseAsync(WebApplication app)
    {
        Console.WriteLine($"データベースにつながるのを待っています。つながりしだい、画面は自動で表示されます: {AddressOf(app)}");
        LogWaiting(app.Logger, (int)RetryEvery.TotalSeconds);
        try
        {
            do await Task.Delay(RetryEvery, app.Lifetime.ApplicationStopping);
            while (!await TryReadyAsync(app));
            await SayWhereAsync(app);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested) { } // ended while waiting
        catch (Exception e)
        {
            if (e is PlanRuleException) await Console.Error.WriteLineAsync(e.Message);
            else LogUnusable(app.Logger, e);
            Environment.ExitCode = Refused;
            app.Lifetime.StopApplication();
        }
    }

    private static async Task PrepareDemoAsync(IServiceProvider services)
    {
        await DemoAccounts.EnsureAsync(services);
        await services.GetRequiredService<DemoStory>().TellAsync();
        await services.GetRequiredService<DemoStatistics>().TellAsync();
    }

    private static async Task<int> LoadPlanAsync(WebApplication app, string path)
    {
        var file = await PlanFile.ReadAsync(path);
        var store = app.Services.GetRequiredService<PlanWriter>();
        var changes = await store.CompareAsync(file);
        foreach (var change in changes) Console.WriteLine(change);
        if (changes.Count == 0)
        {
            Console.WriteLine("いまの計画と同じです。読み込むものはありません。");
            return 0;
        }
        if (!app.Configuration.GetValue("Yes", false))
        {
            Console.WriteLine($"{changes.Count}件が変わります。読み込むには --yes をつけてもう一度実行してください。実績はそのまま残ります。");
            return 0;
        }
        await store.LoadAsync(file);
        Console.WriteLine($"{changes.Count}件の変更を読み込みました。実績はそのまま残っています。");
        return 0;
    }

    // To the console, never to the log: the link is a key until it has been used.
    private static async Task SayWhereAsync(WebApplication app)
    {
        var address = AddressOf(app);
        if (app.Services.GetRequiredService<StorageSettings>().Demo) Console.WriteLine($"デモのサインイン: {address}/demo");
        else if (await FirstInvitation.CreateAsync(app.Services) is { } link) Console.WriteLine($"計画事務局の利用者をつくるリンク(1回だけ使えます): {address}{link}");
        Console.WriteLine($"上田市 総合計画ダッシュボード: {address}"); // last: who waits for this line has read everything
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "";

    [LoggerMessage(LogLevel.Warning, "The database is out of reach; the server runs without it and tries again every {Seconds} s")]
    private static partial void LogWaiting(ILogger log, int seconds);

    [LoggerMessage(LogLevel.Critical, "The database could be reached but not be used")]
    private static partial void LogUnusable(ILogger log, Exception exception);
}
