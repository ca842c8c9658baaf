using System.Text;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>The records at a head's desk without a mouse: a correction with both statuses, the way back, what every screen makes of it, and the file.</summary>
public sealed class HistoryStoryTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const int MostTabs = 80;

    [Fact]
    public async Task GoingBack_ByKeyboardAlone_IsANewRecordThatEveryScreenFollows()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await WallScreen.OpenAsync(await browser.OpenAsync(1920, 1080), server);
        var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), new Uri(server.Address, $"/indicators/{LiveScreen.Indicator}"));
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.SaveRatioAsync(LiveScreen.Indicator, "148", "218");
        await desk.CorrectRatioAsync($"{LiveScreen.Indicator}/2026", "147", "218");
        var page = desk.Page;
        await OpenAsync(page, server, "");
        await Assertions.Expect(Row(page, 0)).ToContainTextAsync("訂正");
        await Assertions.Expect(Row(page, 0).Locator(".change").First).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"67\.9%\s*から\s*67\.4%.*順調\s*から\s*注意", System.Text.RegularExpressions.RegexOptions.Singleline));

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "集会施設の耐震化率 令和8年度を前の値に戻す" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#restore-reason")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Enter"); // the focus is back where it came from
        await Assertions.Expect(page.Locator("#restore-reason")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.InsertTextAsync("1棟を数え落としたため");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "戻して公開する" }));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Row(page, 0)).ToContainTextAsync("1棟を数え落としたため", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("前の値に戻しました。")).ToBeVisibleAsync();
        await Assertions.Expect(wall.Page.Locator($"[data-indicator='{LiveScreen.Indicator}']")).ToContainTextAsync("67.9%", new() { Timeout = Patience });
        await Assertions.Expect(tablet.Page.Locator("#detail-history")).ToContainTextAsync("令和8年度の実績を 67.4% から 67.9% に戻しました", new() { Timeout = Patience });
        await Assertions.Expect(tablet.Page.Locator("#detail-history")).ToContainTextAsync("理由 1棟を数え落としたため");
        Assert.True(await wall.IsSameDocumentAsync() && await tablet.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Records_OfOneDepartment_AreFiledForItAndHiddenFromOthers()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await OpenAsync(desk.Page, server, "?kind=correction");

        var file = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.GetByRole(AriaRole.Link, new() { Name = "CSVで保存" }).ClickAsync());

        var bytes = await File.ReadAllBytesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("経過(デモ).csv", file.SuggestedFilename);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(2, lines.Length);
        Assert.Contains(",訂正,市民参加・協働推進課,課長,1-1-1-3,自治会加入率,令和8年度,実績,,81.9%,81.6%,,注意,注意,,集計の基準日をそろえたため,", lines[1]);
        var other = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address, "財政課");
        await OpenAsync(other.Page, server, "?department=shimin-sanka");
        Assert.DoesNotContain("自治会", await other.Page.Locator("main").InnerTextAsync());
        Assert.DoesNotContain("自治会", await (await other.Page.Context.APIRequest.GetAsync(new Uri(server.Address, "/history.csv?department=shimin-sanka").ToString())).TextAsync());
        Assert.Contains("/sign-in", (await server.Client.GetAsync(new Uri("/history.csv", UriKind.Relative), TestContext.Current.CancellationToken)).RequestMessage!.RequestUri!.ToString());
    }

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(820, 1180)]
    [InlineData(320, 800)]
    public async Task Records_OnEachScreen_AreClean(int width, int height)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        await DemoDesk.OpenAsync(page, server.Address);

        await OpenAsync(page, server, "");
        await check.AssertCleanAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "自治会加入率 令和8年度を前の値に戻す" }).ClickAsync();
        await Assertions.Expect(page.Locator("#restore-reason")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "戻して公開する" }).ClickAsync();
        await Assertions.Expect(page.Locator("#restore-error")).ToBeVisibleAsync();

        await check.AssertCleanAsync();
    }

    private static ILocator Row(IPage page, int index) => page.Locator("tbody tr").Nth(index);

    private static async Task OpenAsync(IPage page, ServerProcess server, string query)
    {
        await page.GotoAsync(new Uri(server.Address, $"/history{query}").ToString());
        await Assertions.Expect(page.Locator("tbody tr").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".mud-popover-provider")).ToBeAttachedAsync(new() { Timeout = Patience });
    }

    private static async Task TabToAsync(IPage page, ILocator goal)
    {
        await Assertions.Expect(goal).ToBeEnabledAsync(new() { Timeout = Patience });
        for (var i = 0; i < MostTabs; i++)
        {
            if (await goal.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{goal} was not reached by Tab");
    }
}
