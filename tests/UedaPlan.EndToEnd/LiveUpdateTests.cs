using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>The main job: a saved figure reaches every screen by itself.</summary>
public sealed class LiveUpdateTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const string SameDocument = "window.sameDocument = true";

    [Fact]
    public async Task Save_ByTheHeadOfTheDepartment_ReachesWallAndTabletWithoutReload()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var (wall, tablet) = (await browser.OpenAsync(1920, 1080), await browser.OpenAsync(820, 1180, touch: true));
        await OpenLiveAsync(wall, new Uri(server.Address, "/wall"));
        await OpenLiveAsync(tablet, server.Address);
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await Assertions.Expect(tablet.Locator("#section-1-1-1")).ToContainTextAsync("2 / 5");
        await Assertions.Expect(wall.Locator("#summary-1-1 .hero")).ToContainTextAsync("15");
        await desk.OpenFormAsync("1-1-1-2");
        await desk.TypeRatioAsync("１４８", "218");
        await Assertions.Expect(desk.SaveButton).ToBeEnabledAsync();
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync("16 / 21", new() { Timeout = Patience });

        var saved = Stopwatch.GetTimestamp();
        var wallShows = TimeAsync(wall.Locator("[data-indicator='1-1-1-2']", new() { HasText = "67.9%" }), saved);
        var tabletShows = TimeAsync(tablet.Locator("#section-1-1-1", new() { HasTextRegex = new Regex(@"3\s*/\s*5") }), saved);
        var deskShows = TimeAsync(desk.Page.GetByText("保存しました。すべての画面に反映されました。"), saved);
        await desk.SaveButton.ClickAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Milliseconds from the click to each screen: wall {await wallShows:0}, tablet {await tabletShows:0}, entry {await deskShows:0}");
        var row = wall.Locator("[data-indicator='1-1-1-2']");
        await Assertions.Expect(row).ToContainTextAsync("順調");
        await Assertions.Expect(row.GetByText("更新", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(row).ToHaveClassAsync(new Regex("is-live"));
        await Assertions.Expect(wall.Locator("#summary-1-1 .hero")).ToContainTextAsync("16");
        await Assertions.Expect(tablet.Locator("#counts")).ToContainTextAsync("11順調");
        await Assertions.Expect(tablet.Locator("[data-announcer]")).ToContainTextAsync("集会施設の耐震化率 67.9% 順調", new() { Timeout = Patience });
        Assert.True(await wall.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.True(await tablet.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Save_OnOneServer_ReachesTheScreensOfAnotherServerOnTheSameDatabase()
    {
        await using var first = await ServerProcess.StartDemoAsync();
        await using var second = await ServerProcess.StartInAsync(first.DataDirectory, "--demo", "--Demo:PulseSeconds=0");
        var wall = await browser.OpenAsync(1920, 1080);
        await OpenLiveAsync(wall, new Uri(second.Address, "/wall"));
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), first.Address);
        await desk.OpenFormAsync("1-1-1-2");
        await desk.TypeRatioAsync("148", "218");

        await desk.SaveButton.ClickAsync();

        await Assertions.Expect(wall.Locator("[data-indicator='1-1-1-2']")).ToContainTextAsync("67.9%", new() { Timeout = Patience });
        Assert.True(await wall.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Demo_BesideTheRealSystem_OpensNothingThere()
    {
        await using var demo = await ServerProcess.StartDemoAsync();
        await using var real = await ServerProcess.StartInAsync(demo.DataDirectory);
        var page = await browser.OpenAsync(1366, 900);
        await DemoDesk.OpenAsync(page, demo.Address);

        await page.GotoAsync(new Uri(real.Address, "/entry").ToString());

        Assert.Contains("/sign-in", page.Url);
        await page.GotoAsync(new Uri(demo.Address, "/invitation?token=" + Regex.Match(real.Output, "token=([^\\s]+)").Groups[1].Value).ToString());
        Assert.Equal(0, await page.GetByLabel("利用者ID").CountAsync());
    }

    [Fact]
    public async Task Hub_OnConnecting_SaysTheRevisionOfTheBoardAndNothingElse()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var said = new TaskCompletionSource<long>();
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(server.Address, "/hubs/plan")).Build();
        hub.On<long, string>("changed", (revision, _) => said.TrySetResult(revision));

        await hub.StartAsync();

        using var board = await server.Client.GetAsync(new Uri("/api/v1/board", UriKind.Relative));
        Assert.Equal($"\"{(await said.Task).ToString(CultureInfo.InvariantCulture)}\"", board.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Wall_ServerKilledAndStartedAgain_SaysSoAndShowsWhatWasSavedMeanwhile()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var wall = await browser.OpenAsync(1920, 1080);
        await OpenLiveAsync(wall, new Uri(server.Address, "/wall"));

        await server.KillAsync();
        await Assertions.Expect(wall.Locator("[data-connection-sign]")).ToContainTextAsync("再接続中", new() { Timeout = Patience });
        await Assertions.Expect(wall.Locator("[data-indicator='1-1-1-2']")).ToContainTextAsync("67.0%");
        await server.RestartAsync();
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.OpenFormAsync("1-1-1-2");
        await desk.TypeRatioAsync("148", "218");
        await desk.SaveButton.ClickAsync();

        await Assertions.Expect(wall.Locator("[data-indicator='1-1-1-2']")).ToContainTextAsync("67.9%", new() { Timeout = Patience });
        await Assertions.Expect(wall.Locator("[data-connection-sign]")).ToContainTextAsync("接続中");
    }

    [Fact]
    public async Task Tablet_WithAnOpenMeasureAndAScrolledPage_KeepsBothWhenAFigureArrives()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var tablet = await browser.OpenAsync(820, 600, touch: true);
        await OpenLiveAsync(tablet, new Uri(server.Address, "/sections/1-1-1"));
        await tablet.Locator("summary").Nth(2).ClickAsync();
        await tablet.Locator("summary").Nth(2).ScrollIntoViewIfNeededAsync();
        var before = await tablet.EvaluateAsync<double>("window.scrollY");
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.OpenFormAsync("1-1-1-2");
        await desk.TypeRatioAsync("148", "218");

        await desk.SaveButton.ClickAsync();

        await Assertions.Expect(tablet.Locator("#indicator-1-1-1-2")).ToContainTextAsync("67.9%", new() { Timeout = Patience });
        Assert.True(await tablet.Locator("details").Nth(2).EvaluateAsync<bool>("d => d.open"));
        Assert.InRange(await tablet.EvaluateAsync<double>("window.scrollY"), before - 40, before + 40);
    }

    /// <summary>Opens a reading page, waits until it says it is connected, and marks its document.</summary>
    private static async Task OpenLiveAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.ToString());
        await Assertions.Expect(page.Locator("[data-connection-sign]")).ToHaveAttributeAsync("data-state", "connected", new() { Timeout = Patience });
        await page.EvaluateAsync(SameDocument);
    }

    private static async Task<double> TimeAsync(ILocator locator, long from)
    {
        await locator.WaitForAsync(new() { Timeout = Patience });
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }
}
