using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>A server without its database says so instead of looking alive, and needs no hand once the database is back.</summary>
public sealed class DatabaseOutageTests(BrowserFixture browser)
{
    private static readonly Uri Health = new("/health", UriKind.Relative);
    private static readonly Uri Alive = new("/health/live", UriKind.Relative);
    private static readonly Uri Api = new("/api/v1/board", UriKind.Relative);
    private static readonly Uri Hub = new("/hubs/plan/negotiate?negotiateVersion=1", UriKind.Relative);

    [Fact]
    public async Task Screens_DatabaseLockedByAnother_SaySoAndComeBackWhenItIsGivenBack()
    {
        var directory = await PlanFolder.NewDemoAsync();
        await PlanFolder.KeepNoLogAsync(directory);
        await using var server = await ServerProcess.StartInAsync(directory, PlanFolder.Demo);
        await using var wall = await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), server.Address);

        var theirs = await PlanFolder.LockAsync(directory);
        await wall.ShowsReconnectingAsync();
        await tablet.ShowsReconnectingAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(server, Health));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, Alive));
        await wall.PassAsync(31);
        await wall.ShowsDisconnectedAsync();
        await wall.ShowsAsync(LiveScreen.Before);
        await theirs.DisposeAsync();

        await wall.ShowsConnectedAsync();
        await tablet.ShowsConnectedAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, Health));
        await PlanFolder.SaveAsync(directory, LiveScreen.Indicator, LiveScreen.Reading);
        await wall.ShowsAsync(LiveScreen.After);
        Assert.True(await wall.IsSameDocumentAsync());
        Assert.True(await tablet.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_OpenedWhileTheDatabaseIsLocked_CountsFromWhenItLastAnswered()
    {
        var directory = await PlanFolder.NewDemoAsync();
        await PlanFolder.KeepNoLogAsync(directory);
        await using var server = await ServerProcess.StartInAsync(directory, PlanFolder.Demo);
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/hubs/plan")).Build();
        var (stale, current) = (new TaskCompletionSource<int>(), new TaskCompletionSource<long>());
        hub.On<int>("stale", stale.SetResult);
        await hub.StartAsync();
        var theirs = await PlanFolder.LockAsync(directory);
        Assert.InRange(await stale.Task.WaitAsync(TimeSpan.FromSeconds(30)), 9, 30);
        hub.On<long, string>("changed", (revision, _) => current.TrySetResult(revision));

        await using var second = await LiveScreen.OpenAnywhereAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));

        await Assertions.Expect(second.Word).ToHaveTextAsync(new Regex("再接続中 (9|[12][0-9])秒"));
        await theirs.DisposeAsync();
        await second.ShowsConnectedAsync();
        Assert.True(await current.Task.WaitAsync(TimeSpan.FromSeconds(30)) > 0);
    }

    [Fact]
    public async Task Wall_BackupPutBackAtTheSameRevision_ShowsItsFigures()
    {
        var directory = await PlanFolder.NewDemoAsync();
        var backup = await PlanFolder.NewDemoAsync();
        await PlanFolder.SaveAsync(backup, LiveScreen.Indicator, "150/218");
        await using var server = await ServerProcess.StartInAsync(directory, PlanFolder.Demo);
        await using var wall = await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));
        await PlanFolder.SaveAsync(directory, LiveScreen.Indicator, LiveScreen.Reading);
        await wall.ShowsAsync(LiveScreen.After);

        await server.KillAsync();
        PlanFolder.Copy(backup, directory);
        await server.RestartAsync();

        await wall.ShowsAsync("68.8%");
        await wall.ShowsConnectedAsync();
    }

    [Fact]
    public async Task Wall_OpenedBeforeItsDatabase_WaitsAndAppearsByItself()
    {
        var directory = await PlanFolder.NewDemoAsync();
        var theirs = await PlanFolder.LockAsync(directory);
        await using var server = ServerProcess.Launch(directory, PlanFolder.Demo);
        await server.SaidAsync("データベースにつながるのを待っています");

        await using var wall = await LiveScreen.OpenAnywhereAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));

        await Assertions.Expect(wall.Page.Locator("main")).ToContainTextAsync("ただいま準備しています。");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(server, Health));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, Alive));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(server, Api));
        using var negotiated = await server.Client.PostAsync(Hub, null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, negotiated.StatusCode);
        using var page = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));

        await theirs.DisposeAsync();
        await server.WaitUntilReadyAsync();
        await wall.ShowsConnectedAsync();
        await wall.ShowsAsync(LiveScreen.Before);
    }

    [Fact]
    public async Task Server_DatabaseThatIsOfTheOtherKindOnceItCanBeReached_EndsWithTheSentence()
    {
        var directory = await PlanFolder.NewDemoAsync();
        var theirs = await PlanFolder.LockAsync(directory);
        await using var server = ServerProcess.Launch(directory, $"--ConnectionStrings:Plan=Data Source={Path.Combine(directory, "demo.db")}");
        await server.SaidAsync("データベースにつながるのを待っています");

        await theirs.DisposeAsync();

        Assert.Equal(1, await server.EndedAsync());
        Assert.Contains("このデータベースはデモ用です。", server.Output);
    }

    private static async Task<HttpStatusCode> AskAsync(ServerProcess server, Uri address)
    {
        using var answer = await server.Client.GetAsync(address);
        return answer.StatusCode;
    }
}
