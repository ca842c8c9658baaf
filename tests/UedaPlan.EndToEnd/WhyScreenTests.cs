using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>From the whole plan to one number, its reason, and back: by touch, by keyboard, and while figures arrive.</summary>
public sealed class WhyScreenTests(BrowserFixture browser, SharedDemo demo) : IClassFixture<SharedDemo>
{
    private const float Patience = 30_000;

    [Theory]
    [InlineData(820, 1180)]
    [InlineData(1180, 820)]
    public async Task Tablet_ByTouch_LeadsFromThePlanToTheReasonInThreeTouches(int width, int height)
    {
        var page = await browser.OpenAsync(width, height, touch: true);
        var check = ScreenCheck.Of(page);
        await page.GotoAsync(demo.Server.Address.ToString());

        await page.Locator("#section-1-1-1 a").First.TapAsync();
        await page.Locator("#indicator-1-1-1-3 a").TapAsync();
        await page.Locator("#detail-reason summary").TapAsync();

        await Assertions.Expect(page.Locator("#why tr.applies")).ToContainTextAsync("注意");
        await Assertions.Expect(page.Locator("#why")).ToContainTextAsync("83.6 + (80.0 − 83.6) × 3 ÷ 7 = 82.057…%");
        await check.AssertCleanAsync();
        await page.Locator("#why > a").TapAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("判定のしくみ");
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task Keyboard_Alone_ReachesTheReasonAndComesBack()
    {
        var page = await browser.OpenAsync(1180, 820);
        await page.GotoAsync(demo.Server.Address.ToString());

        await GoAsync(page, "#section-1-1-1 a");
        await GoAsync(page, "#indicator-1-1-1-3 a");
        await GoAsync(page, "#detail-reason summary");

        await Assertions.Expect(page.Locator("#why tr.applies")).ToBeVisibleAsync();
        await GoAsync(page, "nav a[href='/sections/1-1-1']");
        await GoAsync(page, "nav a[href='/']");
        await Assertions.Expect(page.Locator("#counts")).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(demo.Server.Address, "/indicators/1-1-1-3#why").ToString());
        await Assertions.Expect(page.Locator("#why")).ToBeVisibleAsync(); // the address of the reason opens it
    }

    [Fact]
    public async Task Cursor_ByKeyAndTouch_StaysOnItsYearWhenAFigureArrives()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180, touch: true);
        await page.GotoAsync(new Uri(server.Address, "/indicators/1-1-1-3").ToString());
        await Assertions.Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync(new() { Timeout = Patience });
        var readout = page.Locator(".readout");
        await page.Locator("#detail-reason summary").TapAsync();

        await page.Locator("trend-chart [role=region]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("trend-chart [role=status]")).ToHaveTextAsync("令和8年度、実績 81.6%、目安 82.1%、差 −0.5ポイント");
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(readout).ToContainTextAsync("令和12年度 見込み 79.0%");
        await TapYearAsync(page, "2025");
        await Assertions.Expect(readout).ToContainTextAsync("令和7年度 実績 82.3%");
        await PlanFolder.SaveAsync(server.DataDirectory, "1-1-1-3", "79.8");

        await Assertions.Expect(page.Locator("#why tr.applies")).ToContainTextAsync("要対応", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("#why")).ToBeVisibleAsync();
        await Assertions.Expect(readout).ToContainTextAsync("令和7年度 実績 82.3%");
        await Assertions.Expect(page.Locator("circle.cursor")).ToBeVisibleAsync();
        await page.Locator("trend-chart [role=region]").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("circle.cursor")).ToBeHiddenAsync();
        await Assertions.Expect(readout).ToContainTextAsync("グラフに触れるか");
    }

    // The tab key alone leads there, and the focus can be seen where it stands.
    private static async Task GoAsync(IPage page, string selector)
    {
        var target = page.Locator(selector).First;
        for (var tabs = 0; tabs < 60; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (!await target.EvaluateAsync<bool>("e => e === document.activeElement")) continue;
            Assert.Equal("solid", await target.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
            await page.Keyboard.PressAsync("Enter");
            return;
        }
        Assert.Fail($"The tab key does not lead to {selector}.");
    }

    private static async Task TapYearAsync(IPage page, string year)
    {
        var chart = page.Locator("svg.trend");
        await chart.ScrollIntoViewIfNeededAsync();
        var box = (await chart.BoundingBoxAsync())!;
        var x = await page.Locator("trend-chart").EvaluateAsync<float>(
            "(e, year) => Number([...e.querySelector('template').content.children].find(y => y.dataset.year === year).dataset.x)", year);
        await page.Touchscreen.TapAsync(box.X + (x * box.Width / 738), box.Y + (box.Height / 2));
    }
}
