using Microsoft.Playwright;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>What comes out of the printer, from the browser's own PDF.</summary>
public sealed class PrintTests(BrowserFixture browser)
{
    private static readonly Plan _plan = PlanFile.BuiltIn().Plan;

    [Fact]
    public async Task Pack_Printed_HasEverySectionOnAPageOfItsOwnAndEveryIndicator()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, "/print");

        var paper = await PrintedPages.OfAsync(page);

        // Cover, two pages of all indicators, a page for each of the six sections, and how to read it.
        Assert.Equal(10, paper.Count);
        Assert.Equal(2, paper.PageOf("全指標の一覧"));
        Assert.Equal(Enumerable.Range(4, 6), _plan.Sections.Select(s => paper.PageOf($"{s.Code}")));
        Assert.Equal(10, paper.PageOf("この資料の見方"));
        var text = (await page.Locator("#sheet-indicators").InnerTextAsync()).Replace("\n", "", StringComparison.Ordinal);
        Assert.All(_plan.Indicators, i => Assert.Contains(i.Name.Plain, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sheets_OnPaper_StayWithinItAndRepeatTheirHeads()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, "/print");
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Empty(await OverflowAsync(page));
        Assert.Equal(["table-header-group"], await page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('.sheet thead, .sheet > .head')].map(h => getComputedStyle(h).display))]"));
        Assert.False(await page.Locator(".print-bar").IsVisibleAsync());
        foreach (var indicator in _plan.Indicators)
        {
            await page.GotoAsync(new Uri(server.Address, $"/print/indicators/{indicator.Code}").ToString());
            Assert.Empty(await OverflowAsync(page));
        }
    }

    [Fact]
    public async Task Sheet_OfThePlanWithoutAnyFigure_FillsOnePage()
    {
        await using var server = await ServerProcess.StartAsync();
        var page = await OpenAsync(server, "/print/sections/1-2-3");

        Assert.Equal(1, (await PrintedPages.OfAsync(page, backgrounds: false)).Count);
        await Assertions.Expect(page.Locator(".sheet")).ToContainTextAsync("実績はまだ入力されていません");
    }

    [Fact]
    public async Task Sheet_OnADarkScreen_IsWhitePaperWithDarkWords()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, "/print/sections/1-1-1");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

        await Assertions.Expect(page.Locator(".print-bar")).Not.ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Assertions.Expect(page.Locator(".sheet")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Assertions.Expect(page.Locator(".sheet h2")).ToHaveCSSAsync("color", "rgb(26, 26, 26)");
    }

    [Fact]
    public async Task Sheet_FromThePageAndBack_PrintsAndFollowsASave()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        await page.AddInitScriptAsync("window.print = () => document.body.dataset.printed = 'yes'");
        await LiveScreen.OpenAsync(page, new Uri(server.Address, "/sections/1-1-1"));

        await page.GetByRole(AriaRole.Link, new() { Name = "印刷", Exact = true }).ClickAsync();
        var sheet = page.Locator("#sheet-1-1-1");
        await Assertions.Expect(sheet).ToContainTextAsync(LiveScreen.Before);
        await page.GetByRole(AriaRole.Button, new() { Name = "印刷する" }).ClickAsync();
        await Assertions.Expect(page.Locator("body[data-printed=yes]")).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator("html[data-connection=connected]")).ToBeAttachedAsync();
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await Assertions.Expect(sheet).ToContainTextAsync(LiveScreen.After, new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Link, new() { Name = "戻る" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(server.Address, "/sections/1-1-1").ToString());
    }

    [Fact]
    public async Task OrdinaryPage_Printed_HidesItsBarsAndOpensWhatIsFolded()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, "/sections/1-3-1");
        var folded = page.Locator("details:not([open]) ol").First;
        const string Shown = "e => e.checkVisibility() && e.getBoundingClientRect().height > 0";
        Assert.False(await folded.EvaluateAsync<bool>(Shown));

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await folded.EvaluateAsync<bool>(Shown));
        Assert.False(await page.Locator("header.bar").IsVisibleAsync());
    }

    private async Task<IPage> OpenAsync(ServerProcess server, string address)
    {
        var page = await browser.OpenAsync(1180, 820);
        await page.GotoAsync(new Uri(server.Address, address).ToString());
        return page;
    }

    private static Task<string[]> OverflowAsync(IPage page) => page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('.sheet')].flatMap(sheet => {
          const edge = sheet.getBoundingClientRect().right + 1;
          return [...sheet.querySelectorAll('*:not(.visually-hidden)')].filter(e => e.getBoundingClientRect().right > edge).map(e => e.outerHTML.slice(0, 120));
        })
        """);
}
