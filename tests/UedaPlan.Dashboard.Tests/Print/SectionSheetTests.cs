using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Print;
using UedaPlan.Dashboard.Tests.Pages;
using UedaPlan.Data;
using UedaPlan.Domain;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Print;

/// <summary>施策の用紙: what a person reads on the paper of a section.</summary>
public sealed class SectionSheetTests : BunitContext
{
    [Fact]
    public void Sheet_SaysWhichPlanWhichSectionAndAsOfWhen()
    {
        var page = Open(Mixed, "1-1-1");

        Assert.Equal("第三次上田市総合計画 第1編 自治・協働・行政令和8年度 進み具合", page.Find(".head p").Words());
        Assert.Equal("1-1-1 自治基本条例に基づくまちづくりの推進", page.Find(".sheet h2").Words());
        Assert.StartsWith("データ時点 令和9年3月24日 14:3", page.Find(".foot").Words(), StringComparison.Ordinal);
        Assert.Contains("基準値と目標は計画の値です。", page.Find(".foot").Words());
        Assert.Equal("/sections/1-1-1", page.Find(".print-bar a").GetAttribute("href"));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Counts_ComeWithShapeAndWordOfEachStatus()
    {
        var counts = Open(Mixed, "1-1-1").FindAll(".counts > div");

        Assert.Equal(["5指標のうち達成・順調1", "達成0", "順調1", "注意1", "要対応2", "未入力1"], counts.Words());
        Assert.All(counts.Skip(1), c => Assert.Single(c.QuerySelectorAll("svg.status-mark")));
    }

    [Fact]
    public void Row_OfARate_HoldsWhatThePlanPrintsAndWhatWasCounted() =>
        Assert.Equal(["順調", "自治会共同集会施設の耐震化率", "66%[144/217棟]令和5年度", "67.9%148 / 218棟", "67.8%", "70%[152/218棟]", ""], RowOf(Mixed, "1-1-1", 2));

    [Fact]
    public void Row_OfSeveralCounts_HasALineForEach() =>
        Assert.Equal(["要対応", "地域づくり講座・研修会 開催数毎年度の水準を維持", "講演会1回協働推進員研修会2回令和5年度", "1回・1回講演会・研修会", "1回・2回", "講演会1回協働推進員研修会2回", ""], RowOf(Mixed, "1-1-1", 1));

    [Fact]
    public void Row_NotEntered_SaysSoAndStillHasItsPace() =>
        Assert.Equal(["未入力", "活力あるまちづくり支援金[重点事業]採択事業数", "―令和7年度創設", "未入力", "4事業", "14事業[各組織1事業]", ""], RowOf(Mixed, "1-1-1", 5));

    [Fact]
    public void Row_OfALimit_SaysHowFarItIsToIt() =>
        Assert.Equal(["注意", "実質公債費比率小さいほどよい", "5.6%令和6年度決算", "6.2%令和8年度決算上限まで 0.3ポイント", "―", "6.5%未満決算", ""], RowOf(Mixed, "1-3-1", 2));

    [Fact]
    public void Row_OfAPublishedDash_ShowsTheDash()
    {
        var row = RowOf(Of(Row("1-3-1-3").WithActuals(2025, "－")), "1-3-1", 3);

        Assert.Equal("順調", row[0]);
        Assert.StartsWith("－", row[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Row_OfAYearBeforeThatOfTheTable_NamesItsYear()
    {
        var board = Of(Row("1-1-1-2").WithActuals(2025, "146/218"), Row("1-1-1-4").WithActuals(2026, "22"));

        Assert.Equal("67.0%令和7年度146 / 218棟", RowOf(board, "1-1-1", 2)[3]);
    }

    [Fact]
    public void Row_WithAnInterimFigure_ShowsItWithItsDay() =>
        Assert.Equal("未入力途中経過 120人 (令和8年12月31日現在)", RowOf(Of(Row("1-2-1-4").WithInterim(2026, "120")), "1-2-1", 4)[3]);

    [Fact]
    public void Comments_OnlyTheNewestOfEachIndicatorWithDepartmentAndDay()
    {
        var indicator = Row("1-1-1-3").WithActuals(2025, "82.3");
        indicator = indicator.With(indicator.NextFigure(2026, FigureStage.Actual, Reading.Parse("81.9")) with { Comment = "速報です。" });
        indicator = indicator.With(indicator.NextFigure(2026, FigureStage.Actual, Reading.Parse("81.6")) with { Comment = "転入者向けの案内を見直しました。" });

        var comments = Open(Of(demo: true, indicator), "1-1-1").FindAll("table")[^1].QuerySelectorAll("tr");

        Assert.Equal(["自治会加入率 転入者向けの案内を見直しました。市民参加・協働推進課 令和9年3月24日デモ"], comments.Words());
    }

    [Fact]
    public void Comments_WhereThereAreNone_SaysSo() =>
        Assert.Contains("コメントはまだありません。", Open(Mixed, "1-2-1").Find(".sheet").TextContent);

    [Fact]
    public void Plan_IsToldInItsOwnWords()
    {
        var sheet = Open(Empty, "1-1-1").Find(".sheet");

        Assert.Equal(["基本施策", "主な事業", "関連計画", "役割分担(要約)"], sheet.QuerySelectorAll("h4").Words());
        Assert.Equal(["市民", "自治会・活動団体など", "行政"], sheet.QuerySelectorAll("dt").Words());
        Assert.Contains("上田市協働のまちづくり指針", sheet.TextContent);
    }

    [Fact]
    public void DemoFigures_AreMarkedAndExplained()
    {
        var page = Open(Of(demo: true, Row("1-1-1-4").WithActuals(2024, "19", "21")), "1-1-1");

        Assert.Equal(["21事業"], page.FindAll(".demo").Words());
        Assert.Equal(["点線の値はデモ値"], page.FindAll(".demo-chip").Words());
        Assert.Contains("実績と見込みはデモ値です。", page.Find(".foot").Words());
    }

    [Fact]
    public void NothingEnteredYet_PaperSaysSoAndClaimsNoDemo()
    {
        var page = Open(Of(demo: true), "1-1-1");

        Assert.StartsWith("実績はまだ入力されていません", page.Find(".foot").Words(), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".demo, .demo-chip"));
    }

    [Theory]
    [InlineData("1-9-9")]
    [InlineData("1-01-1")]
    public void Page_OfAnUnknownCode_IsNotFound(string code)
    {
        var missing = false;
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;

        Render<SectionPrintPage>(p => p.Add(s => s.Code, code));

        Assert.True(missing);
    }

    private string[] RowOf(Board board, string section, int position) =>
        [.. Open(board, section).FindAll(".sheet table")[0].QuerySelectorAll("tbody tr")[position - 1].Children.Select(c => c.Words())];

    private IRenderedComponent<SectionPrintPage> Open(Board board, string code)
    {
        this.Show(board);
        return Render<SectionPrintPage>(p => p.Add(s => s.Code, code));
    }
}
