using Bunit;
using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

public sealed class DetailPartsTests : BunitContext
{
    [Fact]
    public void Figures_OfAFloorThatFalls_SayValueGapTargetAndOutlook()
    {
        var text = Figures(Boards.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6"));
        Assert.Contains("令和8年度 実績81.6%前年 −0.7ポイント", text);
        Assert.Contains("いまの目安82.1%目安との差 −0.5", text);
        Assert.Contains("目標 令和12年度80.0%下限を保つ指標", text);
        Assert.Contains("このままの見込み79.0%目標を 1.0 下回る", text);
    }

    [Fact]
    public void Figures_OfALimit_SayTheRoomInsteadOfAPace()
    {
        var text = Figures(Boards.Row("1-3-1-2").WithActuals(2025, "5.7"));
        Assert.Contains("令和7年度決算 実績5.7%", text);
        Assert.Contains("上限まで0.8ポイント", text);
        Assert.Contains("6.5%未満小さいほどよい", text);
        Assert.DoesNotContain("目安", text);
    }

    [Theory]
    [InlineData("50.0", "上限まで上限に達しています目標は上限未満です")]
    [InlineData("49.95", "上限まで上限に達しています四捨五入すると上限と同じ値です")]
    [InlineData("50.1", "上限まで超えています上限を 0.1ポイント 超過")]
    public void Figures_OfALimitThatIsNotMet_NameNoRoom(string reading, string said) =>
        Assert.Contains(said, Figures(Boards.Row("1-3-1-3").WithActuals(2025, reading)));

    [Fact]
    public void Figures_WithoutAnActual_SayNothingThatLooksLikeZero()
    {
        var text = Figures(Boards.Row("1-2-1-3"));
        Assert.Contains("未入力まだ実績が入力されていません", text);
        Assert.Contains("まだ出せません(3年分の値が必要です)", text);
        Assert.DoesNotContain("0.0", text.Replace("30.0", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_OfSeveralCounts_StandOncePerCount()
    {
        var figures = Render<DetailFigures>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-1-1-1").WithActuals(2026, "講演会1・研修会1"))));
        Assert.Equal(2, figures.FindAll("dl").Count);
        Assert.Contains("協働推進員研修会 要対応", Plain(figures.Find(".panel:last-child h2").TextContent));
    }

    [Fact]
    public void Figures_WithAChange_CarryItForTheLiveScript()
    {
        var block = Render<DetailFigures>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-1-1-3").WithActuals(2026, "82.0")))).Find("#detail-figures");
        Assert.Equal("1", block.GetAttribute("data-entry"));
        Assert.Equal("2027-03-24T05:31:00Z", block.GetAttribute("data-changed-at"));
        Assert.Equal("自治会加入率 未入力から82.0%、注意", block.GetAttribute("data-announce"));
        Assert.True(block.QuerySelector("[data-updated]")!.HasAttribute("hidden"));
    }

    [Fact]
    public void Table_HasTheValuesOfTheChart()
    {
        var trend = Render<DetailTrend>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6"))));
        Assert.Equal("実績・見込み 83.6 82.9 82.3 81.6 (81.0) (80.3) (79.6) (79.0)", RowText(trend, 1));
        Assert.Equal("目安 83.6 83.1 82.6 82.1 81.5 81.0 80.5 80.0", RowText(trend, 2));
        Assert.Contains("縦軸は77%から", trend.Find("#trend-note").TextContent);
        Assert.Contains("令和8年度の実績は81.6%", trend.Find("svg").GetAttribute("aria-label"));
        Assert.DoesNotContain("デモ", trend.Markup);
    }

    [Fact]
    public void Table_WithAnInterim_KeepsItOffTheLine()
    {
        var trend = Render<DetailTrend>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-1-1-4").WithActuals(2024, "19").WithInterim(2025, "12"))));
        Assert.Equal("実績・見込み 17 19 ― ― ― ― ― ―", RowText(trend, 1));
        Assert.Contains("途中経過 ― ― 12", RowText(trend, 3));
        Assert.Single(trend.FindAll("path.interim"));
    }

    [Fact]
    public void Trend_WithoutAnActual_ShowsOnlyBaselineAndPace()
    {
        var trend = Render<DetailTrend>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-2-1-3"))));
        Assert.Contains("まだ実績が入力されていません", trend.Markup);
        Assert.Single(trend.FindAll("circle:not(.cursor)"));
        Assert.Single(trend.FindAll("path.pace"));
        Assert.Empty(trend.FindAll("path.line"));
    }

    [Fact]
    public void History_OfACorrection_SaysBeforeAfterAndReason()
    {
        var first = Boards.Row("1-1-1-3").WithActuals(2026, "81.9");
        var corrected = first.With(first.NextFigure(2026, FigureStage.Actual, new Reading.Amount(81.6m)) with { Reason = "集計の基準日", Comment = "案内を見直しました" });
        var entries = Render<DetailHistory>(p => p.Add(c => c.View, Boards.View(corrected))).FindAll("li");
        Assert.Equal(["令和8年度の実績を 81.9% から 81.6% に訂正", "理由 集計の基準日", "案内を見直しました"], entries[0].QuerySelectorAll("p:not(.who)").Select(p => Plain(p.TextContent)));
        Assert.Contains("市民参加・協働推進課令和9年3月24日 14:31 令和8年度の実績 81.9%", Plain(entries[1].TextContent));
    }

    [Fact]
    public void History_OfManyEntries_FoldsTheOlderOnes()
    {
        var history = Render<DetailHistory>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-1-1-4").WithActuals(2024, "1", "2", "3", "4", "5", "6"))));
        Assert.Equal(5, history.FindAll("section > ul > li").Count);
        Assert.Single(history.FindAll("details li"));
        Assert.Contains("経過をすべて見る(6件)", history.Markup);
    }

    [Fact]
    public void Facts_OfAFiscalRatio_NameTheNationalLines()
    {
        var facts = Render<DetailFacts>(p => p.Add(c => c.View, Boards.View(Boards.Row("1-3-1-2"))));
        var text = Plain(facts.Find("dl").TextContent);
        Assert.Equal(["起債許可 18%", "早期健全化 25%", "財政再生 35%"], facts.FindAll(".line").Select(l => l.TextContent));
        Assert.Contains("財政課仮", text);
        Assert.Contains("計画に記載はありません", text);
        Assert.Contains("まだ更新はありません", text);
    }

    private string Figures(Indicator indicator) => string.Concat(
        Render<DetailFigures>(p => p.Add(c => c.View, Boards.View(indicator))).FindAll("dt, dd").Select(e => Plain(e.TextContent)));

    private static string RowText(IRenderedComponent<DetailTrend> trend, int row) =>
        Plain(string.Join(' ', trend.FindAll("tr")[row].Children.Select(c => Plain(c.TextContent).Replace(" ", "", StringComparison.Ordinal))));

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
