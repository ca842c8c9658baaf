using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>画面の点検: what every screen must keep: no accessibility finding, no sideways scrolling, touchable controls, its own content policy.</summary>
public sealed class ScreenCheck
{
    private readonly IPage _page;
    private readonly List<string> _complaints = [];

    private ScreenCheck(IPage page) => _page = page;

    /// <summary>Starts listening to the browser's complaints; open the page afterwards.</summary>
    public static ScreenCheck Of(IPage page)
    {
        var check = new ScreenCheck(page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") check._complaints.Add(message.Text);
        };
        page.PageError += (_, error) => check._complaints.Add(error);
        return check;
    }

    public async Task AssertCleanAsync()
    {
        // In-sentence links are exempt from the touch size; so is what only assistive technology sees.
        var found = await _page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.SelectMany(v => v.Nodes.Select(n => $"{_page.Url} {v.Id}: {n.Html}")));
        Assert.Equal(0, await _page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        Assert.Empty(await _page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('a, button, input:not([type=hidden]):not([type=radio]), select, summary')].filter(e => e.checkVisibility() && !e.closest('p'))
              .filter(e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 120))
            """));
        // A denied or missing page answers with its status, which the browser notes as an error of its own.
        Assert.DoesNotContain(_complaints, c => !c.Contains("403", StringComparison.Ordinal) && !c.Contains("404", StringComparison.Ordinal));
    }
}
