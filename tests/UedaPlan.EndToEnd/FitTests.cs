using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>どの画面でも: dark, narrow, with wide text and without a pointer, a reading page is whole and can be used.</summary>
public sealed class FitTests(BrowserFixture browser)
{
    private static readonly string[] _pages = ["/", "/sections/1-1-1", "/indicators/1-1-1-3", "/compare", "/compare?years=1,2", "/licences", "/sign-in", "/demo", "/not-a-page"];

    [Fact]
    public async Task Pages_WhereTheSystemIsDark_HaveNoFinding()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var check = ScreenCheck.Of(page);
        foreach (var address in _pages)
        {
            await page.GotoAsync(new Uri(server.Address, address).ToString());
            Assert.Equal("rgb(14, 21, 34)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            await check.AssertCleanAsync();
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, Media = Media.Print });
        Assert.Equal(["light", "rgba(0, 0, 0, 0)", "rgb(26, 26, 26)"], await page.EvaluateAsync<string[]>("""
            (body => [getComputedStyle(document.documentElement).colorScheme, body.backgroundColor, body.color])(getComputedStyle(document.body))
            """)); // dark ink straight on the paper
    }

    [Fact]
    public async Task Pages_NarrowAndWithWideText_HideNothing()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(320, 640);
        await page.Context.AddInitScriptAsync("""
            addEventListener('DOMContentLoaded', () => {
              const wide = new CSSStyleSheet();
              wide.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [wide];
            });
            """);
        foreach (var address in _pages)
        {
            await page.GotoAsync(new Uri(server.Address, address).ToString());
            Assert.Empty(await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('svg, [role=region], .visually-hidden, .skip') && getComputedStyle(e).clipPath === 'none')
                  .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || (getComputedStyle(e).overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1))
                  .map(e => location.pathname + ' ' + e.outerHTML.slice(0, 120))
                """));
        }
    }

    [Fact]
    public async Task Section_ByKeyboardAlone_StartsWithTheWayToItsContentAndNeverHidesTheFocus()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 600);
        await page.GotoAsync(new Uri(server.Address, "/sections/1-1-1").ToString());

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("本文へ")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("/sections/1-1-1#main", page.Url);
        foreach (var key in new[] { "Tab", "Shift+Tab" })
        {
            for (var i = 0; i < 25; i++)
            {
                await page.Keyboard.PressAsync(key);
                Assert.Null(await page.EvaluateAsync<string?>("""
                    (() => {
                      const e = document.activeElement;
                      if (e === document.body) return null;
                      const { left, top, width, height } = e.getBoundingClientRect();
                      const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
                      return seen && (e.contains(seen) || seen.contains(e)) ? null : 'hidden: ' + e.outerHTML.slice(0, 120);
                    })()
                    """));
            }
        }
    }
}
