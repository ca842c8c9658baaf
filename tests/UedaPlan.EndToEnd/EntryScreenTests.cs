using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>The department's screens in a real browser, with and without a mouse.</summary>
public sealed class EntryScreenTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1366, 900)]
    [InlineData(820, 1180)]
    public async Task EntryScreens_InTheirStates_HaveNoFinding(int width, int height)
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        var desk = await DemoDesk.OpenAsync(page, server.Address);
        await check.AssertCleanAsync();

        foreach (var indicator in new[] { "1-1-1-1", "1-1-1-2", "1-1-1-3" })
        {
            await desk.OpenFormAsync(indicator);
            await check.AssertCleanAsync();
        }
        await desk.OpenFormAsync("1-1-1-2");
        await desk.TypeRatioAsync("228", "218");
        await Assertions.Expect(page.GetByText("対象の施設(218棟)以下の数を入力してください")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task EntryForm_TwoHeadsAtOnce_ShowsTheNewerFigureAndOverwritesNothing()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var first = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        var second = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await first.OpenFormAsync("1-1-1-2");
        await second.OpenFormAsync("1-1-1-2");
        await second.TypeRatioAsync("150", "218");

        await first.TypeRatioAsync("148", "218");
        await first.SaveButton.ClickAsync();

        await Assertions.Expect(second.Page.GetByText("にこの実績を保存しました")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(second.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("150");
        var board = await server.Client.GetStringAsync(new Uri("/api/v1/board", UriKind.Relative));
        Assert.Contains("\"printed\":\"67.9%\"", board);
    }
}
