using AngleSharp.Dom;
using Bunit;
using UedaPlan.Dashboard.Features.Entry;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>課のホーム: what a member of a department reads and presses.</summary>
public sealed class DepartmentHomeTests
{
    [Fact]
    public async Task Open_OwnDepartment_ListsItsIndicatorsOpenOnesFirst()
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.Context.Render<DepartmentHomePage>();

        Assert.Equal("市民参加・協働推進課の指標", page.Find("h1").TextContent);
        var rows = Rows(page);
        Assert.Equal(5, rows.Count);
        Assert.Contains("これから入力", rows[0].TextContent);
        Assert.Contains("前年度の値で判定", rows[1].TextContent);
        Assert.Contains("81.6%", rows[2].TextContent);
        Assert.Equal("/entry/1-1-1-2/2026", rows[1].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("令和9年5月31日(月)", page.Markup);
        Assert.Contains("あと39日", page.Markup);
    }

    [Fact]
    public async Task Open_Demo_SaysThatValuesAreDemoAndDeadlinesAssumed()
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.Context.Render<DepartmentHomePage>();

        Assert.Contains("点線の値はデモ値", page.Markup);
        Assert.Contains("期限と担当課は仮のものです。計画事務局が確認します。", page.Find("p.note").TextContent);
        Assert.NotEmpty(page.FindAll(".figure.demo"));
    }

    [Fact]
    public async Task PressTile_OneState_ShowsOnlyItsRowsUntilPressedAgain()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<DepartmentHomePage>();

        Tile(page, "これから入力").Click();

        Assert.Equal(2, Rows(page).Count);
        Assert.Equal("true", Tile(page, "これから入力").GetAttribute("aria-pressed"));
        Tile(page, "これから入力").Click();
        Assert.Equal(5, Rows(page).Count);
    }

    [Fact]
    public async Task Open_AfterTheDeadline_OverdueIsSaidInWords()
    {
        await using var bench = await EntryBench.StartAsync(now: new DateTimeOffset(2027, 6, 5, 9, 0, 0, TimeSpan.FromHours(9)));

        var page = bench.Context.Render<DepartmentHomePage>();

        Assert.Contains("期限を過ぎた", Rows(page)[0].TextContent);
        Assert.Contains("5日過ぎています", Rows(page)[0].TextContent);
    }

    [Fact]
    public async Task Open_JustAfterMidnightInJapan_CountsJapaneseDays()
    {
        await using var bench = await EntryBench.StartAsync(now: new DateTimeOffset(2027, 5, 31, 15, 30, 0, TimeSpan.Zero));

        Assert.Contains("1日過ぎています", bench.Context.Render<DepartmentHomePage>().Markup);
    }

    [Fact]
    public async Task Open_SeveralYearsMissing_NamesEachOfThem()
    {
        await using var bench = await EntryBench.StartAsync(now: new DateTimeOffset(2028, 4, 22, 9, 0, 0, TimeSpan.FromHours(9)));

        var row = Rows(bench.Context.Render<DepartmentHomePage>()).Single(r => r.TextContent.Contains("耐震化率"));

        Assert.Contains("令和8年度", row.QuerySelector(".value")!.TextContent);
        Assert.Equal("/entry/1-1-1-2/2027", row.QuerySelector("ul a")!.GetAttribute("href"));
        Assert.Contains("令和9年度も未入力", row.TextContent);
        Assert.Contains("期限 令和10年5月31日", row.TextContent);
    }

    [Fact]
    public async Task Open_SurveyNobodyNamed_SaysSoAndAsksForNothing()
    {
        await using var bench = await EntryBench.StartAsync(department: "jinken-kyosei");

        var page = bench.Context.Render<DepartmentHomePage>();

        var row = Rows(page)[^1];
        Assert.Contains("調査なし", row.TextContent);
        Assert.Contains("調査の年度が決まっていません", row.TextContent);
        Assert.Contains("/ 8", page.Find(".progress").TextContent);
    }

    [Fact]
    public async Task Open_AnyDepartment_OffersItsCalendar()
    {
        await using var bench = await EntryBench.StartAsync();

        Assert.EndsWith("/calendar/shimin-sanka.ics", bench.Context.Render<DepartmentHomePage>().Find("#calendar-address").GetAttribute("value"));
    }

    [Fact]
    public async Task Open_AllEntered_ThanksTheDepartment()
    {
        await using var bench = await EntryBench.StartAsync(department: "koho");

        Assert.Contains("すべて入力済みです。ありがとうございました。", bench.Context.Render<DepartmentHomePage>().Markup);
    }

    [Fact]
    public async Task FigureSavedElsewhere_OwnDepartment_RowAndFeedFollow()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<DepartmentHomePage>();

        await bench.SaveElsewhereAsync("1-1-1-2", "148/218");
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Contains(Rows(page), r => r.TextContent.Contains("67.9%")));
        Assert.Contains("集会施設の耐震化率 令和8年度に 67.9% を入力", Text(page.FindAll("section li")[0]));
    }

    [Fact]
    public async Task FigureSavedElsewhere_OtherDepartment_PageDoesNotRender()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<DepartmentHomePage>();
        var before = page.RenderCount;

        await bench.SaveElsewhereAsync("1-3-2-1", "63987", "集計の修正");
        await bench.RefreshAsync();
        await page.InvokeAsync(() => { });

        Assert.Equal(before, page.RenderCount);
    }

    [Fact]
    public async Task PageLeft_SubscriptionIsGone()
    {
        await using var bench = await EntryBench.StartAsync();
        bench.Context.Render<DepartmentHomePage>();
        Assert.Equal(1, bench.Live.Listeners);

        await bench.Context.DisposeComponentsAsync();

        Assert.Equal(0, bench.Live.Listeners);
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<DepartmentHomePage> page) => [.. page.FindAll("tbody tr")];

    private static IElement Tile(IRenderedComponent<DepartmentHomePage> page, string word) => page.FindAll("button.tile").Single(t => t.TextContent.Contains(word));

    private static string Text(IElement element) => string.Join(' ', element.QuerySelectorAll("span:not(.when):not(.figure)")[0].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
