using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>What has just changed is marked for as long as it is news, by a clock that may be wrong, and leaves nothing behind.</summary>
public sealed partial class NewsTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task Figure_ArrivingOnAScreenWhoseClockIsHoursOff_IsTintedTwentySecondsAndChippedTenMinutes(int hours)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        await page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddHours(hours) });
        await page.GotoAsync(new Uri(server.Address, "/wall").ToString());
        await Assertions.Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync();
        await page.EvaluateAsync("window.told = []; document.addEventListener('plan:news', e => told.push(e.detail.rows.map(r => r.dataset.indicator ?? r.dataset.detail)))");
        var row = page.Locator($"[data-indicator='{LiveScreen.Indicator}']").First;
        var chip = row.Locator("[data-updated]");

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);

        await Assertions.Expect(row).ToHaveClassAsync(Live());
        await Assertions.Expect(row).ToContainTextAsync(LiveScreen.After);
        await page.Clock.FastForwardAsync(21_000);
        await Assertions.Expect(row).Not.ToHaveClassAsync(Live());
        Assert.Null(await chip.GetAttributeAsync("hidden"));
        await page.Clock.FastForwardAsync(600_000);
        await Assertions.Expect(chip).ToHaveAttributeAsync("hidden", "");
        Assert.Equal([LiveScreen.Indicator], (await page.EvaluateAsync<string[][]>("told")).SelectMany(t => t).Distinct());
        Assert.Equal(1, await page.EvaluateAsync<int>("told.length"));
    }

    [GeneratedRegex("is-live")]
    private static partial Regex Live();
}
