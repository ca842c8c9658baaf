using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>切り替え: the wall goes round by itself, and turns to what has just changed.</summary>
public sealed class WallRotationTests(BrowserFixture browser)
{
    private static readonly TimeSpan OverviewStays = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SectionStays = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Wall_LeftAlone_GoesRoundEveryScreenWithoutNavigationAndMovesALittleEachRound()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server);
        await wall.ExpectShownAsync("overview-1-1");
        await Assertions.Expect(wall.Footer).ToContainTextAsync(new Regex(@"次は 1-1-1 あと\s*(30|29)秒"));

        await wall.PassAsync(OverviewStays);
        foreach (var slide in new[] { "1-1-1-1", "1-2-1-1", "1-2-2-1", "1-2-3-1", "1-3-1-1", "1-3-2-1" })
        {
            await wall.ExpectShownAsync(slide);
            await Assertions.Expect(wall.Page.Locator("[data-dot].is-on")).ToHaveAttributeAsync("data-dot", slide[..5]);
            await wall.PassAsync(SectionStays);
        }

        await wall.ExpectShownAsync("overview-1-1");
        Assert.Equal("1", await wall.Page.Locator("html").GetAttributeAsync("data-shift"));
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Wall_WithOptions_ShowsTheChosenScreensForTheChosenTime()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server, "?show=1-3-1,1-1-1&seconds=5&start=1-3-1&theme=light");
        await wall.ExpectShownAsync("1-3-1-1");
        Assert.Equal("light", await wall.Page.Locator("html").GetAttributeAsync("data-theme"));

        await wall.PassAsync(TimeSpan.FromSeconds(6));

        await wall.ExpectShownAsync("1-1-1-1");
    }

    [Fact]
    public async Task Save_WhileAnotherScreenIsShown_JumpsToItsSectionOnceAMinute()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server);
        await wall.PassAsync(OverviewStays);
        await wall.PassAsync(SectionStays);
        await wall.ExpectShownAsync("1-2-1-1");
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);

        await desk.SaveRatioAsync("1-1-1-2", "148", "218");
        await wall.ExpectShownAsync("1-1-1-1");
        await Assertions.Expect(wall.Row("1-1-1-2")).ToContainTextAsync("67.9%");
        await Assertions.Expect(wall.Row("1-1-1-2")).ToHaveClassAsync(new Regex("is-live"));
        await Assertions.Expect(wall.Footer).ToContainTextAsync("67.0% 67.9%");

        await wall.PassAsync(TimeSpan.FromSeconds(15));
        await desk.CorrectRatioAsync("1-1-1-2", "149", "218");
        await Assertions.Expect(wall.Row("1-1-1-2")).ToContainTextAsync("68.3%");
        await wall.PassAsync(TimeSpan.FromSeconds(6)); // saved where it is shown, it stays no longer
        await wall.ExpectShownAsync("1-2-1-1");

        await desk.CorrectRatioAsync("1-1-1-2", "150", "218");
        await Assertions.Expect(wall.Row("1-1-1-2")).ToContainTextAsync("68.8%");
        await wall.ExpectShownAsync("1-2-1-1");
        await wall.PassAsync(TimeSpan.FromSeconds(45)); // and has its turn when the minute is over
        await wall.ExpectShownAsync("1-1-1-1");
    }

    [Fact]
    public async Task Save_InTheMiddleOfACrossFade_IsShownAndMarkedOnBothScreens()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server);
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.PrepareRatioAsync("1-1-1-2", "148", "218");
        // A fade a hundred times slower, so that the save falls into it for certain.
        await wall.Page.EvaluateAsync("document.documentElement.style.setProperty('--dur-fade', '60s')");
        await wall.PassAsync(OverviewStays);
        await wall.ExpectShownAsync("1-1-1-1");
        Assert.True(await wall.Page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('[data-slide=\"overview-1-1\"]')).opacity > 0"));

        await desk.SaveButton.ClickAsync();

        await Assertions.Expect(wall.Row("1-1-1-2")).ToContainTextAsync("67.9%");
        await Assertions.Expect(wall.Page.Locator("[data-indicator='1-1-1-2']")).ToContainTextAsync("67.9%");
        await Assertions.Expect(wall.Page.Locator("[data-indicator='1-1-1-2']")).ToHaveClassAsync(new Regex("is-live"));
        await wall.ExpectShownAsync("1-1-1-1");
    }

    [Fact]
    public async Task ConnectionLost_RotationStandsStillAndSaysSo_ThenTurnsToWhatChangedAndGoesOn()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server);

        await server.KillAsync();
        await Assertions.Expect(wall.Footer.GetByText("画面の切り替えは停止中")).ToBeVisibleAsync();
        await wall.PassDayTimeAsync(TimeSpan.FromMinutes(3));
        await wall.ExpectShownAsync("overview-1-1");
        await Assertions.Expect(wall.Page.Locator("[data-connection-band]")).ToContainTextAsync("3分");
        await Assertions.Expect(wall.Footer).ToContainTextAsync(new Regex(@"切断中 .*\d\d:\d\d から更新がありません"));

        await PlanFolder.SaveAsync(server.DataDirectory, "1-2-1-2", "6500");
        await server.RestartAsync();
        await wall.ExpectConnectedAsync();
        await wall.ExpectShownAsync("1-2-1-1");
        await Assertions.Expect(wall.Row("1-2-1-2")).ToHaveClassAsync(new Regex("is-live"));
        await wall.PassAsync(SectionStays);
        await wall.ExpectShownAsync("1-2-2-1");
    }

    [Fact]
    public async Task Wall_OfOneScreen_StaysAndMovesALittleAllTheSame()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server, "?show=1-1-1");

        await wall.PassAsync(SectionStays);

        await Assertions.Expect(wall.Page.Locator("html")).ToHaveAttributeAsync("data-shift", "1");
        await wall.ExpectShownAsync("1-1-1-1");
    }

    [Fact]
    public async Task Save_InTheMomentOfReconnecting_IsShownAndJumpedTo()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var other = await ServerProcess.StartInAsync(server.DataDirectory, PlanFolder.Demo);
        var wall = await OpenAsync(server);
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), other.Address);
        await desk.PrepareRatioAsync("1-1-1-2", "148", "218");

        await server.KillAsync();
        await Assertions.Expect(wall.Page.Locator("html[data-connection='reconnecting']")).ToBeAttachedAsync();
        await server.RestartAsync();
        await wall.ExpectConnectedAsync();
        await desk.SaveButton.ClickAsync();

        await Assertions.Expect(wall.Row("1-1-1-2")).ToContainTextAsync("67.9%", new() { Timeout = 30_000 });
        await wall.ExpectShownAsync("1-1-1-1");
        Assert.True(await wall.IsSameDocumentAsync());
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(-5, true)]
    [InlineData(1, false)]
    public async Task ClockOfTheScreen_ApartFromTheServers_IsSaidInTheCorner(int minutes, bool said)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        var compared = page.WaitForResponseAsync(r => r.Url.EndsWith("/health/live", StringComparison.Ordinal));
        var wall = await WallScreen.OpenAsync(page, server, at: DateTimeOffset.UtcNow.AddMinutes(minutes));

        await (await compared).FinishedAsync();
        await Assertions.Expect(page.Locator("html[data-clock-compared]")).ToBeAttachedAsync();
        await Assertions.Expect(wall.Page.GetByText("時計を確認してください")).ToBeVisibleAsync(new() { Visible = said });
    }

    [Theory]
    [InlineData("2027-03-24T21:59:30+09:00", false)]
    [InlineData("2027-03-24T22:00:30+09:00", true)]
    [InlineData("2027-03-25T05:59:30+09:00", true)]
    [InlineData("2027-03-25T06:00:30+09:00", false)]
    public async Task Night_InJapan_DimsTheWall(string moment, bool dim)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await OpenAsync(server, at: DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(dim, await wall.Page.EvaluateAsync<bool>("document.documentElement.hasAttribute('data-night')"));
    }

    private async Task<WallScreen> OpenAsync(ServerProcess server, string query = "", DateTimeOffset? at = null) =>
        await WallScreen.OpenAsync(await browser.OpenAsync(1920, 1080), server, query, at);
}
