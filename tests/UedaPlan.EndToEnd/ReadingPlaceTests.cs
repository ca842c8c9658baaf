using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>見ている場所: one who reads in the middle of a page is not moved, closed up or interrupted by what is saved meanwhile.</summary>
public sealed class ReadingPlaceTests(BrowserFixture browser)
{
    private const string Row = "#indicator-1-1-1-4"; // a name of two lines: with its chip the row is taller
    private const string Top = "e => e.getBoundingClientRect().top";
    private const string Height = "e => e.getBoundingClientRect().height";

    [Theory]
    [InlineData(820, 1180)]
    [InlineData(375, 720)]
    public async Task Section_RowAboveGrows_LeavesEverythingInSightWhereItWas(int width, int height)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(width, height, touch: true), new Uri(server.Address, "/sections/1-1-1"));
        var measure = tablet.Page.Locator("summary").Nth(2);
        await measure.TapAsync();
        await measure.EvaluateAsync("e => { e.focus(); e.scrollIntoView({ block: 'center' }); }");
        await tablet.Page.EvaluateAsync("getSelection().selectAllChildren(document.querySelector('details:nth-of-type(3) li'))");
        var (place, tall) = (await measure.EvaluateAsync<double>(Top), await tablet.Page.Locator(Row).EvaluateAsync<double>(Height));
        var selected = await tablet.Page.EvaluateAsync<string>("getSelection().toString()");

        await PlanFolder.SaveAsync(server.DataDirectory, "1-1-1-4", "25");

        await Assertions.Expect(tablet.Page.Locator(Row).GetByText("更新")).ToHaveCountAsync(1);
        await Assertions.Expect(tablet.Page.Locator(Row)).ToContainTextAsync("25");
        Assert.True(await tablet.Page.Locator(Row).EvaluateAsync<double>(Height) > tall + 4, "The row did not grow, so nothing was tried.");
        Assert.InRange(await measure.EvaluateAsync<double>(Top), place - 1, place + 1);
        Assert.True(await measure.EvaluateAsync<bool>("e => e.parentElement.open && document.activeElement === e"));
        Assert.Equal(selected, await tablet.Page.EvaluateAsync<string>("getSelection().toString()"));
        await tablet.PassAsync(700); // the chip goes, and the row is as it was
        await Assertions.Expect(tablet.Page.Locator(Row).Locator("[data-updated]")).ToHaveAttributeAsync("hidden", "");
        Assert.InRange(await measure.EvaluateAsync<double>(Top), place - 1, place + 1);
        Assert.True(await tablet.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Tablet_TurnedWhileReading_ShowsTheSamePlace()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180, touch: true);
        await page.GotoAsync(new Uri(server.Address, "/sections/1-1-1").ToString());
        var read = page.Locator("#measures");
        await read.EvaluateAsync("e => new Promise(done => { addEventListener('scroll', () => setTimeout(done, 400), { once: true }); scrollTo(0, scrollY + e.getBoundingClientRect().top - 110); })");

        await page.SetViewportSizeAsync(1180, 820);
        await Assertions.Expect(read).ToBeInViewportAsync();
        await page.SetViewportSizeAsync(820, 1180);

        await Assertions.Expect(read).ToBeInViewportAsync();
        Assert.InRange(await read.EvaluateAsync<double>(Top), 60, 240);
    }

    [Fact]
    public async Task Saves_ComingTogether_AreSaidInOneSentence()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180, touch: true);
        await page.GotoAsync(server.Address.ToString());
        await Assertions.Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync();
        await page.EvaluateAsync("window.said = []; new MutationObserver(() => said.push([Date.now(), announcer.textContent])).observe(window.announcer = document.querySelector('[data-announcer]'), { childList: true })");

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await Assertions.Expect(page.Locator("[data-announcer]")).ToContainTextAsync("集会施設の耐震化率 67.9% 順調");
        await PlanFolder.SaveAsync(server.DataDirectory, "1-2-2-1", "38.9");
        await PlanFolder.SaveAsync(server.DataDirectory, "1-2-1-1", "199");
        await PlanFolder.SaveAsync(server.DataDirectory, "1-3-2-1", "64000");

        await Assertions.Expect(page.Locator("#section-1-3-2").GetByText("更新")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("[data-announcer]")).ToContainTextAsync("ほか", new() { Timeout = 15_000 });
        var said = await page.EvaluateAsync<double[]>("said.map(s => s[0])");
        Assert.All(said.Zip(said.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 4_900, "Two sentences came within five seconds."));
    }

    [Fact]
    public async Task Back_FromAnIndicatorChangedMeanwhile_IsAtTheSamePlaceAndFresh()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 700, touch: true);
        await page.GotoAsync(server.Address.ToString());
        var place = await page.EvaluateAsync<double>("scrollTo(0, 360), scrollY");
        await page.Locator("#section-1-1-1 a").DispatchEventAsync("click");
        await page.WaitForURLAsync("**/sections/1-1-1");
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await Assertions.Expect(page.Locator("#indicator-1-1-1-2")).ToContainTextAsync(LiveScreen.After);

        await page.GoBackAsync();

        await Assertions.Expect(page.Locator("#section-1-1-1")).ToContainTextAsync("3 / 5");
        Assert.InRange(await page.EvaluateAsync<double>("scrollY"), place - 40, place + 40);
    }
}
