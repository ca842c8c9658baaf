using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace UedaPlan.EndToEnd;

/// <summary>探すことと用語: on a tablet held in the hands, from a word to its place in the plan and back, with nothing lost on the way.</summary>
public sealed class SearchScreenTests(BrowserFixture browser, SharedDemo demo) : IClassFixture<SharedDemo>
{
    [Fact]
    public async Task Search_ByTouch_LeadsToTheExactPlaceAndBackKeepsTheView()
    {
        var page = await OpenAsync("/");

        await page.GetByLabel("計画の中から探す").FillAsync("ﾃﾞｼﾞﾀﾙ　手續き");
        await page.GetByRole(AriaRole.Button, new() { Name = "探す", Exact = true }).TapAsync();
        await Expect(page.Locator("#found [role=status]")).ToContainTextAsync("件見つかりました");
        await Expect(page).ToHaveTitleAsync(new Regex("^「ﾃﾞｼﾞﾀﾙ 手續き」の検索結果 [0-9]+件"));
        await page.Locator("#found a[href='/sections/1-3-1#measure-2-2']").TapAsync();
        await Expect(page.Locator("#measure-2-2")).ToBeInViewportAsync(); // its folded measure opened by itself
        await page.GoBackAsync();
        await Expect(page.GetByLabel("計画の中から探す")).ToHaveValueAsync("ﾃﾞｼﾞﾀﾙ 手續き");
        await page.GoBackAsync();
        await Expect(page.Locator("#attention-title")).ToHaveTextAsync("まず見てほしい指標");
        await page.GoForwardAsync();
        await Expect(page.Locator("#found-title")).ToHaveTextAsync("「ﾃﾞｼﾞﾀﾙ 手續き」の検索結果");
    }

    [Fact]
    public async Task StatusButtons_DuringASearch_NarrowWhatWasFound()
    {
        var page = await OpenAsync("/?q=" + Uri.EscapeDataString("まちづくり支援金"));

        await page.Locator(".filters button", new() { HasText = "要対応" }).TapAsync();
        await page.Locator(".filters button", new() { HasText = "達成" }).TapAsync();

        await Expect(page).ToHaveURLAsync(new Regex("status=achieved%2CactionNeeded"));
        await Expect(page.Locator(".filters [aria-pressed=true]")).ToHaveTextAsync([new Regex("達成"), new Regex("要対応")]);
        await Expect(page.Locator("#found [role=status]")).ToHaveTextAsync("1件見つかりました。");
        await page.GetByRole(AriaRole.Link, new() { Name = "健全財政" }).TapAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("行財政改革の推進と住民サービスの充実");
    }

    [Fact]
    public async Task Figure_SavedMeanwhile_LeavesTypedTextAndOpenMeaningAlone()
    {
        var overview = await OpenAsync("/");
        await overview.GetByLabel("計画の中から探す").FillAsync("書きかけ");
        var section = await OpenAsync("/sections/1-1-1");
        await section.Locator(".purpose .term").First.TapAsync();

        await PlanFolder.SaveAsync(demo.Server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);

        await Expect(section.Locator($"#indicator-{LiveScreen.Indicator}")).ToContainTextAsync(LiveScreen.After, new() { Timeout = 45_000 });
        await Expect(section.Locator("[popover]:popover-open")).ToContainTextAsync("対等な立場で");
        await Expect(overview.Locator("#counts")).ToContainTextAsync("11順調", new() { Timeout = 45_000 });
        await Expect(overview.GetByLabel("計画の中から探す")).ToHaveValueAsync("書きかけ");
    }

    [Fact]
    public async Task Meaning_OfAWord_OpensAndClosesByKeyboardAndByTouch()
    {
        var page = await OpenAsync("/indicators/1-3-1-2");
        var meaning = page.Locator("[popover]:popover-open");

        await page.Locator("h1 .term").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(meaning).ToContainTextAsync("じっしつこうさいひひりつ");
        await page.Keyboard.PressAsync("Escape");
        await Expect(meaning).ToHaveCountAsync(0);
        await Expect(page.Locator("h1 .term")).ToBeFocusedAsync();
        await page.Locator("h1 .term").TapAsync();
        await Expect(meaning).ToBeVisibleAsync();
        await page.Touchscreen.TapAsync(600, 1100);
        await Expect(meaning).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(820, 1180)]
    [InlineData(320, 640)]
    public async Task Screens_OfSearchAndWords_HaveNoFinding(int width, int height)
    {
        var page = await browser.OpenAsync(width, height, touch: true);
        var check = ScreenCheck.Of(page);
        foreach (var address in new[] { "/?q=" + Uri.EscapeDataString("市民"), "/?status=watch&q=" + new string('x', 120), "/glossary#word-3" })
        {
            await page.GotoAsync(new Uri(demo.Server.Address, address).ToString());
            await check.AssertCleanAsync();
        }
        await page.GotoAsync(new Uri(demo.Server.Address, "/sections/1-2-2").ToString());
        await page.Locator(".term").First.TapAsync();
        await Expect(page.Locator("[popover]:popover-open")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
    }

    private async Task<IPage> OpenAsync(string address)
    {
        var page = await browser.OpenAsync(820, 1180, touch: true);
        await page.GotoAsync(new Uri(demo.Server.Address, address).ToString());
        await Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync(new() { Timeout = 45_000 });
        return page;
    }
}
