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

/// <summary>指標の用紙: what a person reads on the paper of one indicator.</summary>
public sealed class IndicatorSheetTests : BunitContext
{
    public static TheoryData<string> Indicators => [.. Codes];

    [Theory]
    [MemberData(nameof(Indicators))]
    public void Sheet_OfEveryIndicator_HasChartValuesAndThePlansWords(string code)
    {
        var page = Open(Mixed, code);

        Assert.Equal($"{code} {Row(code).Name}", page.Find(".sheet h2").Words());
        Assert.NotEmpty(page.FindAll("svg.trend"));
        Assert.Contains(Row(code).Target.Printed, page.Find("dl").Words());
        Assert.Contains(Mixed.Card(code).Judgement.Reason, page.Find(".reason").Words());
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Figures_OfAFloor_AreTheFourOfItsPage()
    {
        var page = Open(Mixed, "1-1-1-3");

        Assert.Equal(["令和8年度 実績", "いまの目安", "目標 令和12年度", "このままの見込み"], page.FindAll("table")[0].QuerySelectorAll("th").Words());
        Assert.Equal(["81.6%前年 −0.7ポイント", "82.1%目安との差 −0.5ポイント", "80.0%下限を保つ指標", "79.0%目標を下回る見込み"], FiguresOf(page));
    }

    [Fact]
    public void Figures_OfALimit_SayTheRoomThatIsLeft() =>
        Assert.Equal(["6.2%前年 +0.3ポイント", "0.3ポイント", "6.5%未満小さいほどよい", "7.4%目標の範囲を超える見込み"], FiguresOf(Open(Mixed, "1-3-1-2")));

    [Fact]
    public void Figures_OfALimitThatIsReached_SaySo() =>
        Assert.Equal("0.0ポイント上限に達しています", FiguresOf(Open(Mixed, "1-3-1-3"))[1]);

    [Fact]
    public void Figures_OfADash_ExplainIt()
    {
        var figures = FiguresOf(Open(Of(Row("1-3-1-3").WithActuals(2025, "－")), "1-3-1-3"));

        Assert.Equal("－負担がないと公表された値です", figures[0]);
        Assert.Equal("―", figures[1]);
    }

    [Fact]
    public void Figures_OfSeveralCounts_HaveARowForEachWithItsStatus()
    {
        var rows = Open(Mixed, "1-1-1-1").FindAll("table")[0].QuerySelectorAll("tbody tr");

        Assert.Equal(2, rows.Length);
        Assert.Equal(["講演会", "達成"], [rows[0].QuerySelector("th")!.Words()[..3], rows[0].QuerySelector(".status-word")!.Words()]);
        Assert.Equal("要対応", rows[1].QuerySelector(".status-word")!.Words());
    }

    [Fact]
    public void Figures_NothingEntered_SaySoAndKeepPaceAndTarget() =>
        Assert.Equal(["未入力まだ実績が入力されていません", "26事業", "39事業", "―3年分の値がそろうと出せます"], FiguresOf(Open(Empty, "1-1-1-4")));

    [Fact]
    public void Trend_HasEveryValueOfTheChart()
    {
        var rows = Open(Mixed, "1-1-1-3").FindAll("table")[1].QuerySelectorAll("tbody tr");

        Assert.Equal(["実績・見込み", "83.6", "82.9", "82.3", "81.6", "(81.0)", "(80.3)", "(79.6)", "(79.0)"], rows[0].Children.Words());
        Assert.Equal(["目安", "83.6", "83.1", "82.6", "82.1", "81.5", "81.0", "80.5", "80.0"], rows[1].Children.Words());
    }

    [Fact]
    public void History_HoldsEveryEntryWithItsReason()
    {
        var indicator = Row("1-1-1-2").WithActuals(2026, "147/218");
        indicator = indicator.With(indicator.NextFigure(2026, FigureStage.Actual, Reading.Parse("148/218")) with { Reason = "集計を確かめたため", Comment = "2棟を改修しました。" });

        var entries = Open(Of(indicator), "1-1-1-2").FindAll("li").Words();

        Assert.Equal(
        [
            "令和9年3月24日 14:32市民参加・協働推進課 令和8年度の実績を 67.4% から 67.9% に訂正 (148 / 218棟)理由 集計を確かめたため2棟を改修しました。",
            "令和9年3月24日 14:31市民参加・協働推進課 令和8年度の実績 67.4% (147 / 218棟)",
        ], entries);
    }

    [Fact]
    public void Page_OfASection_IsNotFound()
    {
        var missing = false;
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;

        Render<IndicatorPrintPage>(p => p.Add(i => i.Code, "1-1-1"));

        Assert.True(missing);
    }

    private static string[] FiguresOf(IRenderedComponent<IndicatorPrintPage> page) => [.. page.FindAll("table")[0].QuerySelectorAll("tbody td").Words()];

    private IRenderedComponent<IndicatorPrintPage> Open(Board board, string code)
    {
        this.Show(board);
        return Render<IndicatorPrintPage>(p => p.Add(i => i.Code, code));
    }
}
