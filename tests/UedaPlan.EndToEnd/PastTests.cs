using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>What the board said then: a day chosen by touch, kept from the whole plan to one number and back, while the present goes on beside it.</summary>
public sealed partial class PastTests(BrowserFixture browser)
{
    private const string Day = "2026-04-30"; // between the demo's figures of fiscal years 2025 and 2026

    [Theory]
    [InlineData(820, 1180)]
    [InlineData(1180, 820)]
    public async Task Day_ChosenByTouch_IsKeptFromTheWholePlanToOneNumberAndBack(int width, int height)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(width, height, touch: true);
        await page.GotoAsync(server.Address.ToString());
        await page.GetByText("過去の時点を見る").TapAsync();
        await page.GetByLabel("日付", new() { Exact = true }).FillAsync(Day);
        await page.GetByText("この日の表示を見る").TapAsync();
        await ShowsPastAsync(page, "/");

        await page.Locator("#section-1-1-1 a").TapAsync();
        await ShowsPastAsync(page, "/sections/1-1-1");
        await page.Locator("#indicator-1-1-1-3 a").TapAsync();
        await ShowsPastAsync(page, "/indicators/1-1-1-3");
        await Assertions.Expect(page.Locator("#detail-figures")).ToContainTextAsync("82.3%");
        await page.ReloadAsync();
        await ShowsPastAsync(page, "/indicators/1-1-1-3");
        await page.GoBackAsync();
        await ShowsPastAsync(page, "/sections/1-1-1");
        await page.GoForwardAsync();
        await page.GetByText("いまの表示に戻る").TapAsync();

        await Assertions.Expect(page).ToHaveURLAsync(new Uri(server.Address, "/indicators/1-1-1-3").ToString());
        await Assertions.Expect(page.Locator("#detail-figures")).ToContainTextAsync("81.6%");
        await Assertions.Expect(page.Locator("[data-past]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task PastPage_WhenAFigureIsSavedElsewhere_TellsItAsChangedSinceAndStaysOfThen()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        await using var screen = await LiveScreen.OpenAsync(page, new Uri(server.Address, $"/indicators/{LiveScreen.Indicator}?at={Day}"));
        await Assertions.Expect(page.Locator("#since > ul")).ToHaveCountAsync(0);

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);

        await Assertions.Expect(page.Locator("#since > ul")).ToContainTextAsync(LiveScreen.After);
        await Assertions.Expect(page.Locator("[data-announcer]")).ToContainTextAsync(LiveScreen.After);
        await Assertions.Expect(page.Locator("#detail-figures")).ToContainTextAsync(LiveScreen.Before);
        await Assertions.Expect(page.Locator("#since .is-live")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("main .is-live")).ToHaveCountAsync(0);
        Assert.True(await screen.IsSameDocumentAsync());
    }

    [Fact]
    public async Task Save_InTheListOfMoments_LeadsBackToTheSectionAsItStoodThen()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180, touch: true);
        await page.GotoAsync(new Uri(server.Address, "/sections/1-1-1").ToString());
        await page.GetByText("過去の時点を見る").TapAsync();

        await page.Locator("#saves a[href*='at=']").First.TapAsync();

        await Assertions.Expect(page).ToHaveURLAsync(Revision());
        await Assertions.Expect(page.Locator("#since")).ToContainTextAsync("このあと、変わった指標はありません");
    }

    [Fact]
    public async Task Past_WhileTheDatabaseIsSilent_SaysSoAndThePresentIsUnaffected()
    {
        var directory = await PlanFolder.NewDemoAsync();
        await PlanFolder.KeepNoLogAsync(directory);
        await using var server = await ServerProcess.StartInAsync(directory, PlanFolder.Demo);
        await server.Client.GetStringAsync("/?at=r5");
        await using (await PlanFolder.LockAsync(directory))
        {
            var answers = await Task.WhenAll(server.Client.GetAsync("/?at=r6"), server.Client.GetAsync("/moments"), server.Client.GetAsync("/"), server.Client.GetAsync("/?at=r5"));

            Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.OK], answers.Select(a => a.StatusCode));
            var sentence = await answers[0].Content.ReadAsStringAsync();
            Assert.Contains("保存の記録を読み込めませんでした", sentence);
            Assert.Contains("href=\"/?at=r6\"", sentence);
        }

        Assert.Contains("時点の表示です", await server.Client.GetStringAsync("/?at=r6"));
    }

    [Fact]
    public async Task Past_ManyMomentsAskedForWhileTheDatabaseIsSilent_LeavesThePresentQuick()
    {
        var directory = await PlanFolder.NewDemoAsync();
        await PlanFolder.KeepNoLogAsync(directory);
        await using var server = await ServerProcess.StartInAsync(directory, PlanFolder.Demo);
        await using (await PlanFolder.LockAsync(directory))
        {
            var pasts = Enumerable.Range(1, 40).Select(r => server.Client.GetAsync($"/?at=r{r}")).ToArray();
            var clock = System.Diagnostics.Stopwatch.StartNew();
            await server.Client.GetStringAsync("/?status=watch");

            Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
            Assert.All(await Task.WhenAll(pasts), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        }
    }

    [Theory]
    [InlineData("/?at=2026-02-31", "その日付は読めませんでした。")]
    [InlineData("/sections/1-1-1?at=2999-01-01", "まだ終わっていません。")]
    [InlineData("/indicators/1-1-1-3?at=2001-01-01", "まだ何も保存されていませんでした。")]
    [InlineData("/?at=r999999", "その時点の記録はありません。")]
    public async Task Moment_ThatDoesNotExist_IsToldWhereAnotherCanBeChosen(string address, string sentence)
    {
        await using var server = await PlanFolder.StartDemoAsync();

        var page = await server.Client.GetStringAsync(address);

        Assert.Contains(sentence, page);
        Assert.Contains($"action=\"{address.Split('?')[0]}\"", page);
    }

    private static async Task ShowsPastAsync(IPage page, string path)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(path)}\\?at={Day}$"));
        await Assertions.Expect(page.Locator("[data-past]")).ToContainTextAsync("令和8年4月30日の終わりの時点の表示です");
    }

    [GeneratedRegex(@"/sections/1-1-1\?at=r\d+$")]
    private static partial Regex Revision();
}
