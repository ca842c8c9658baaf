using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.History;
using UedaPlan.Dashboard.Tests.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.History;

/// <summary>変更の記録: what a department and the plan office read of it, and the way back to the value before.</summary>
public sealed class HistoryPageTests
{
    private const string Members = "1-1-1-3";

    [Fact]
    public async Task Open_AsHead_ShowsOwnRecordsWithValuesStatusesAndReason()
    {
        await using var bench = await EntryBench.StartAsync();
        await bench.SaveElsewhereAsync("1-1-1-2", "148/218");
        await bench.RefreshAsync();

        var rows = Open(bench).Rows();

        Assert.EndsWith("入力 市民参加・協働推進課 課長 集会施設の耐震化率 令和8年度 未入力 から 67.9% 148 / 218棟 注意 から 順調 ― 前の値に戻す", rows[0]);
        Assert.Contains(rows, r => r.Contains("訂正 市民参加・協働推進課 課長 自治会加入率 令和8年度 81.9% から 81.6% 注意 変わらず 集計の基準日をそろえたため", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains("公債費", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_AsStaff_ReadsTheSameAndChangesNothing()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);

        var page = Open(bench);

        Assert.NotEmpty(page.Rows());
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Contains("前の値に戻す", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?kind=correction", "1件のうち 1–1件")]
    [InlineData("?q=自治会 加入率&kind=input", "3件のうち 1–3件")]
    [InlineData("?kind=undone&year=2026", "この条件に合う記録はありません。条件を変えるか、消してください。")]
    [InlineData("?kind=nothing&year=20x&page=-4&department=zaisei", "13件のうち 1–13件")]
    public async Task Open_WithConditionsInTheAddress_ShowsWhatTheyMean(string query, string expected)
    {
        await using var bench = await EntryBench.StartAsync();

        var page = Open(bench, query);

        Assert.Contains(expected, page.Find(page.FindAll(".pager").Count > 0 ? ".pager" : ".notice").TextContent);
    }

    [Fact]
    public async Task Open_AsPlanOffice_ShowsEverybodysInPages()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);

        var page = Open(bench, "?page=2");

        Assert.Equal("変更の記録", page.Find("h1").TextContent);
        Assert.Contains("件のうち 21–40件", page.Find(".pager").TextContent);
        Assert.Equal("/history", page.Find("a[rel=prev]").GetAttribute("href"));
        Assert.Equal("/history?page=3", page.Find("a[rel=next]").GetAttribute("href"));
        bench.Context.Services.GetRequiredService<NavigationManager>().NavigateTo("/history?page=3");
        page.WaitForAssertion(() => Assert.Contains("計画を登録", page.Rows()[^1]));
    }

    [Fact]
    public async Task Restore_WithItsReason_WritesANewEntryWithTheValueBefore()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);
        page.Press("自治会加入率 令和8年度を前の値に戻す");
        Assert.Contains("81.6% から 81.9% 注意 変わらず", page.Words(".effect"));

        page.Press("戻して公開する");
        page.WaitForAssertion(() => Assert.Equal("変更の理由を入力してください", page.Words("#restore-error")));
        page.Find("#restore-reason").Input("日付を取り違えたため");
        page.Press("戻して公開する");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".effect")));
        var newest = (await bench.IndicatorAsync(Members)).EntryOf(new FiscalYear(2026))!;
        Assert.Equal((new Reading.Amount(81.9m), FigureOrigin.Restored, "日付を取り違えたため", bench.Author), (newest.Reading, newest.Origin, newest.Reason, newest.Author));
    }

    [Fact]
    public async Task Restore_OfTheFirstEntryOfAYear_SaysThatItIsUnenteredThen()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);

        page.Press("支援金 重点事業 令和8年度を前の値に戻す");

        Assert.Contains("8事業 から 未入力", page.Words(".effect"));
        Assert.Contains("戻すと未入力になります。", page.Words(".means"));
    }

    [Fact]
    public async Task Restore_WhenSomebodySavedMeanwhile_ChangesNothingAndKeepsTheReason()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);
        page.Press("自治会加入率 令和8年度を前の値に戻す");
        page.Find("#restore-reason").Input("日付を取り違えたため");
        await bench.SaveElsewhereAsync(Members, "80.4", "数え直したため"); // this screen has not heard of it

        page.Press("戻して公開する");

        page.WaitForAssertion(() => Assert.Contains("にこの実績を保存しました。まだ何も変えていません。", page.Words(".refused")));
        Assert.Equal("日付を取り違えたため", page.Find("#restore-reason").GetAttribute("value"));
        page.Press("いまの値を見る"); // still without the board having been read anew
        Assert.Contains("80.4% から 81.6%", page.Words(".effect"));
        Assert.Equal("数え直したため", (await bench.IndicatorAsync(Members)).EntryOf(new FiscalYear(2026))!.Reason);
    }

    [Fact]
    public async Task Save_WhileThePageIsOpen_StandsInItsFirstRow()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);

        await bench.SaveElsewhereAsync("1-1-1-2", "148/218");
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Contains("集会施設の耐震化率 令和8年度 未入力 から 67.9%", page.Rows()[0]));
    }

    [Fact]
    public async Task File_OfADepartment_HoldsItsEntriesAsTextForASpreadsheet()
    {
        await using var bench = await EntryBench.StartAsync();
        await bench.SaveElsewhereAsync(Members, "80.4", "=HYPERLINK(\"http://example.jp\")");
        var records = bench.Context.Services.GetRequiredService<RecordReader>();

        var lines = new List<string>();
        await foreach (var line in HistoryFile.LinesAsync(records.ReadAllAsync(bench.Author, new RecordQuery { Search = SearchQuery.Parse("自治会加入率") }), bench.Live.Current.Plan)) lines.Add(line);

        Assert.StartsWith("記録番号,日時,種類,課,役割,指標番号,指標,年度,", lines[0]);
        Assert.EndsWith("訂正,市民参加・協働推進課,課長,1-1-1-3,自治会加入率,令和8年度,実績,,81.6%,80.4%,,注意,注意,,\"'=HYPERLINK(\"\"http://example.jp\"\")\",\r\n", lines[1]);
        Assert.Equal(6, lines.Count);
    }

    private static IRenderedComponent<HistoryPage> Open(EntryBench bench, string query = "")
    {
        bench.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/history{query}");
        var page = bench.Context.Render<HistoryPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".pager, .notice")));
        return page;
    }
}

/// <summary>記録のページの操作: what a person reads and presses on the page of records.</summary>
internal static class HistoryPages
{
    public static IReadOnlyList<string> Rows(this IRenderedComponent<HistoryPage> page) => [.. page.FindAll("tbody tr").Select(Plain)];

    public static string Words(this IRenderedComponent<HistoryPage> page, string selector) => string.Join(" | ", page.FindAll(selector).Select(Plain));

    public static void Press(this IRenderedComponent<HistoryPage> page, string name) =>
        page.FindAll("button").First(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name).Click();

    // Cells and lines apart, as they stand on the screen.
    private static string Plain(IElement element) =>
        string.Join(' ', element.Descendants<IText>().Select(t => t.Text.Trim()).Where(t => t.Length > 0));
}
