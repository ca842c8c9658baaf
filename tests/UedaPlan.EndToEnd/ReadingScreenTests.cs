namespace UedaPlan.EndToEnd;

/// <summary>Every reading screen and state in a real browser: nothing for axe to find, no overflow, its own content policy kept.</summary>
public sealed class ReadingScreenTests(BrowserFixture browser)
{
    private static readonly string[] Addresses =
    [
        "/", "/?status=watch,actionNeeded", "/sections/1-1-1", "/sections/1-2-2", "/sections/1-3-1", "/sections/1-3-2", "/indicators/1-1-1-1", "/indicators/1-1-1-2",
        "/indicators/1-1-1-3", "/indicators/1-1-1-5", "/indicators/1-2-1-3", "/indicators/1-3-1-2", "/indicators/1-3-1-3", "/method", "/not-a-page",
        "/compare", "/glossary", "/?q=%E8%B2%A1%E6%94%BF", "/?q=zzz", "/statistics", "/statistics/1-2-3-1", "/statistics/1-2-2-1", "/indicators/1-1-1-4#why",
        "/print", "/print/sections/1-2-3", "/print/indicators/1-1-1-1", "/print/sections/1-1-1?at=r20",
        "/moments", "/?at=2026-04-30", "/sections/1-1-1?at=r20", "/indicators/1-1-1-3?at=r20", "/indicators/9-9-9-9?at=r20", "/statistics?at=r20", "/method?at=r20", "/?at=2999-01-01",
    ];

    private static readonly string[] OneOfEach = ["/", "/sections/1-1-1", "/indicators/1-1-1-3", "/method", "/moments", "/sections/1-1-1?at=r1", "/print/sections/1-1-1"];

    [Fact]
    public async Task TabletPages_WithDemoFigures_HaveNoFinding()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        await CheckAllAsync(server, Addresses, 820, 1180);
    }

    [Theory]
    [InlineData(1180, 820)]
    [InlineData(1366, 900)]
    [InlineData(320, 640)]
    public async Task TabletPages_OnOtherScreens_HaveNoFinding(int width, int height)
    {
        await using var server = await ServerProcess.StartDemoAsync();
        await CheckAllAsync(server, OneOfEach, width, height);
    }

    [Fact]
    public async Task TabletPages_OfTheRealPlanWithoutAnyFigure_HaveNoFinding()
    {
        await using var server = await ServerProcess.StartAsync();
        await CheckAllAsync(server, [.. OneOfEach, "/indicators/1-1-1-1", "/indicators/1-1-1-5", "/indicators/1-3-1-2"], 820, 1180);
    }

    private async Task CheckAllAsync(ServerProcess server, IEnumerable<string> addresses, int width, int height)
    {
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        foreach (var address in addresses)
        {
            await page.GotoAsync(new Uri(server.Address, address).ToString());
            await check.AssertCleanAsync();
        }
    }
}
