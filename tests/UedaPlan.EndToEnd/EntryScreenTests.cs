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
        await desk.TypeRatioAsync("180", "218");
        await Assertions.Expect(page.GetByLabel("大きく変わった理由")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await page.GetByLabel("途中経過", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("時点").First.FillAsync("4月1日");
        await Assertions.Expect(page.GetByText("途中経過として公開されます。")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await desk.SaveButton.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "取り消す" })).ToBeVisibleAsync();
        await check.AssertCleanAsync();
    }
}
