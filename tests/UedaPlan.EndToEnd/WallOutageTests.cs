using System.Diagnostics;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>Nobody touches the wall, whatever happens to its server: it says so, and shows what was saved meanwhile. Long outages are short on the screen's clock.</summary>
public sealed class WallOutageTests(BrowserFixture browser)
{
    private const int Minute = 60;
    private const int Day = 24 * 60 * Minute;

    [Fact]
    public async Task Wall_ServerKilledForEightSeconds_CountsThemAndShowsWhatWasSavedMeanwhile()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server.Address);

        await server.KillAsync();

        await Assertions.Expect(wall.Word).ToHaveTextAsync("再接続中 8秒", new() { Timeout = 20_000 });
        await wall.ShowsAsync(LiveScreen.Before);
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await server.RestartAsync();
        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), "killed for 8 s");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Theory]
    [InlineData(Minute)]
    [InlineData(7 * Minute)]
    [InlineData(3 * Day)]
    public async Task Wall_ServerKilledForLong_SaysSoAndShowsWhatWasSavedMeanwhile(int seconds)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server.Address);

        await server.KillAsync();
        await wall.ShowsReconnectingAsync();
        await wall.PassAsync(seconds);

        await wall.ShowsDisconnectedAsync();
        await wall.ShowsAsync(LiveScreen.Before);
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await server.RestartAsync();
        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), $"killed for {seconds} s");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_ServerStoppedForEightSeconds_ShowsWhatWasSavedMeanwhile()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server.Address);

        await server.StopAsync();
        await wall.PassAsync(8);

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await server.ContinueAsync();
        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), "stopped for 8 s");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Theory]
    [InlineData(Minute)]
    [InlineData(7 * Minute)]
    public async Task Wall_ServerStoppedForLong_SaysSoAndShowsWhatWasSavedMeanwhile(int seconds)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server.Address);

        await server.StopAsync();
        await wall.PassAsync(seconds);

        await wall.ShowsDisconnectedAsync();
        await wall.ShowsAsync(LiveScreen.Before);
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await server.ContinueAsync();
        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), $"stopped for {seconds} s");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_NetworkSwallowsEverything_SaysSoAndComesBackWhenItIsMended()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wire = new Wire(server.Address);
        await using var wall = await OpenWallAsync(wire.Address);

        wire.Swallow();
        await wall.PassAsync(25); // longer than the server is ever silent
        await wall.ShowsReconnectingAsync();
        await wall.PassAsync(Minute);
        await wall.ShowsDisconnectedAsync();
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        wire.Mend();

        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), "network swallowing");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_NetworkTorn_SaysSoAtOnceAndComesBackWhenItIsMended()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wire = new Wire(server.Address);
        await using var wall = await OpenWallAsync(wire.Address);

        wire.Tear();
        await wall.ShowsReconnectingAsync();
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        wire.Mend();

        await wall.IsFreshSinceAsync(Stopwatch.GetTimestamp(), "network torn");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_BehindAProxyThatRefusesSockets_FollowsAllTheSame()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wire = new Wire(server.Address) { Sockets = SocketFate.Refused };
        await using var wall = await OpenWallAsync(wire.Address);

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);

        await wall.ShowsAsync(LiveScreen.After);
        await wall.ShowsConnectedAsync();
    }

    [Fact]
    public async Task Wall_SocketNeverAnswered_IsGivenUpAndTriedAgain()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wire = new Wire(server.Address) { Sockets = SocketFate.Ignored };
        var page = await browser.OpenAsync(1920, 1080);
        var asked = page.WaitForWebSocketAsync();
        await using var wall = await LiveScreen.OpenAnywhereAsync(page, new Uri(wire.Address, "/wall"));
        await asked;

        await wall.PassAsync(11);
        await wall.ShowsReconnectingAsync();
        wire.Sockets = SocketFate.Carried;

        await wall.ShowsConnectedAsync();
    }

    [Fact]
    public async Task Tablet_FrozenWhileTheServerIsRestarted_CatchesUpWhenItIsShownAgain()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), new Uri(server.Address, "/sections/1-1-1"));

        await using (await browser.FreezeAsync())
        {
            await server.KillAsync();
            await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
            await server.RestartAsync();
        }
        var shown = Stopwatch.GetTimestamp();

        await Assertions.Expect(tablet.Page.Locator("#indicator-1-1-1-2")).ToContainTextAsync(LiveScreen.After, new() { Timeout = 30_000 });
        await tablet.ShowsConnectedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"thawed: {Stopwatch.GetElapsedTime(shown).TotalSeconds:0.0} s from being shown to fresh figures");
        Assert.True(await tablet.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Tablet_AsleepForAnHour_LooksUnconfirmedUntilItHasCaughtUp()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), server.Address);
        await tablet.Page.EvaluateAsync("window.states = []; document.addEventListener('plan:connection', e => states.push(e.detail.state))");

        await tablet.PassAsync(60 * Minute);
        await tablet.Page.EvaluateAsync("document.dispatchEvent(new Event('resume'))");

        await Assertions.Expect(tablet.Page.Locator("[data-announcer]")).ToContainTextAsync("接続が戻りました", new() { Timeout = 30_000 });
        var states = await tablet.Page.EvaluateAsync<string[]>("states");
        Assert.Equal("disconnected", states.First(s => s != "connected"));
        Assert.Equal("connected", states[^1]);
    }

    [Fact]
    public async Task Wall_HubBackButPageNotYet_DoesNotCallItselfConnected()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server.Address);
        await server.KillAsync();
        await wall.ShowsReconnectingAsync();
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await wall.Page.RouteAsync("**/wall", async route =>
        {
            asked.TrySetResult();
            await release.Task;
            await route.ContinueAsync();
        });

        await server.RestartAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30)); // only a hub that is back makes the page ask

        Assert.NotEqual("connected", await wall.Page.Locator("html").GetAttributeAsync("data-connection"));
        release.SetResult();
        await wall.ShowsConnectedAsync();
    }

    private async Task<LiveScreen> OpenWallAsync(Uri address) => await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(address, "/wall"));
}
