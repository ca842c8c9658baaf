using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>What a person reads on a card, for each kind of reading.</summary>
public sealed class BoardTextTests
{
    [Fact]
    public void Card_WithoutAFigure_SaysNoData()
    {
        var card = CardOf("1-1-1-3");

        Assert.Equal(("未入力", "未入力", "", "未入力", Status.NoData), (card.Value, card.Number, card.Unit, card.StatusWord, card.Status));
        Assert.Equal((null, null, null, null), (card.YearText, card.CountsText, card.ChangeText, card.PaceText));
        Assert.Equal((null, null, null, null), (card.GapText, card.ForecastText, card.Latest, card.LastChange));
    }

    [Fact]
    public void Card_OfARateFromCounts_ShowsRateAndCounts()
    {
        var card = CardOf("1-1-1-2", 2025, "146/218", "148/218");

        Assert.Equal(("67.9%", "67.9", "%", "148 / 218棟"), (card.Value, card.Number, card.Unit, card.CountsText));
        Assert.Equal(("前年 +0.9ポイント", "前年 +0.9"), (card.ChangeText, card.ChangeShort));
        Assert.Equal(("67.8%", "+0.1", "令和8年度", "順調"), (card.PaceText, card.GapText, card.YearText, card.StatusWord));
    }

    [Fact]
    public void Card_OfSeveralCounts_ShowsThemInOneLine()
    {
        var card = CardOf("1-1-1-1", 2026, "講演会1・研修会2");

        Assert.Equal(("1回・2回", "1回・2回", "", "講演会・研修会"), (card.Value, card.Number, card.Unit, card.CountsText));
        Assert.Equal((null, null, null, "毎年度の水準を維持"), (card.ChangeText, card.GapText, card.PaceText, card.KindText));
    }

    [Fact]
    public void Card_OfADash_ShowsIt()
    {
        var card = CardOf("1-3-1-3", 2025, "－");

        Assert.Equal(("－", "－", "", null), (card.Value, card.Number, card.Unit, card.HeadroomText));
        Assert.Equal(("令和7年度決算", "順調", "小さいほどよい"), (card.YearText, card.StatusWord, card.KindText));
    }

    [Fact]
    public void Card_OfALimit_ShowsTheRoomLeft()
    {
        var card = CardOf("1-3-1-2", 2025, "5.7");

        Assert.Equal(("5.7%", "上限まで 0.8ポイント", null), (card.Value, card.HeadroomText, card.PaceText));
        Assert.Equal("前年 +0.1ポイント", card.ChangeText);
    }

    [Theory]
    [InlineData("6.6")]
    [InlineData("6.5")]
    [InlineData("6.45")]
    public void Card_OfALimitExceeded_ShowsNoRoom(string reading) => Assert.Null(CardOf("1-3-1-2", 2025, reading).HeadroomText);

    [Fact]
    public void Card_OfAFloor_ShowsPaceGapAndForecast()
    {
        var card = CardOf("1-1-1-3", 2024, "82.9", "82.3", "81.6");

        Assert.Equal(("81.6%", "前年 −0.7ポイント", "82.1%", "−0.5"), (card.Value, card.ChangeText, card.PaceText, card.GapText));
        Assert.Equal(("79.0%", "注意", "下限を保つ指標"), (card.ForecastText, card.StatusWord, card.KindText));
    }

    [Fact]
    public void Card_OfPeople_GroupsThousands()
    {
        var card = CardOf("1-2-1-2", 2025, "6400", "6480");

        Assert.Equal(("6,480人", "6,480", "人", "前年 +80人"), (card.Value, card.Number, card.Unit, card.ChangeText));
    }

    [Fact]
    public void Card_AsTheYearBefore_SaysPlusMinusZero() => Assert.Equal("前年 ±0回", CardOf("1-2-3-3", 2025, "3", "3").ChangeText);

    [Fact]
    public void Card_WithAGapOfAYear_SaysNoChange() => Assert.Null(CardOf("1-2-3-3", 2026, "3").ChangeText);

    [Fact]
    public void Card_InTheYearAfterTheBaseline_ComparesWithIt() => Assert.Equal("前年 +2.0ポイント", CardOf("1-2-2-1", 2025, "38.3").ChangeText);

    [Fact]
    public void Card_OfARateWithTwoPrintedDecimals_ShowsTwo() => Assert.Equal("46.18%", CardOf("1-3-1-1", 2026, "46.18").Value);

    [Fact]
    public void Card_OfAWholePace_IsRoundedDown() => Assert.Equal("4回", CardOf("1-2-3-2", 2026, "4").PaceText);

    [Fact]
    public void Card_WithAnInterimOnly_ShowsItAndStaysWithoutData()
    {
        var card = IndicatorCard.Of(RowOf("1-3-2-1").WithInterim(2026, "61000"), Thresholds.Default);

        Assert.Equal(("未入力", Status.NoData, 61000m), (card.Value, card.Status, ((Reading.Amount)card.Interim!.Reading).Value));
    }

    [Fact]
    public void Card_WithAnInterimAfterAnActual_IsJudgedByTheActual()
    {
        var before = RowOf("1-3-2-1").WithActual(2025, "60000");
        var card = IndicatorCard.Of(before.WithInterim(2026, "1"), Thresholds.Default);

        Assert.Equal(("60,000人", 2026), (card.Value, card.Interim!.Year.StartYear));
        Assert.Equal(IndicatorCard.Of(before, Thresholds.Default).Status, card.Status);
    }

    [Fact]
    public void Card_WithTheActualOfTheInterimsYear_ShowsNoInterim() =>
        Assert.Null(IndicatorCard.Of(RowOf("1-3-2-1").WithInterim(2026, "61000").WithActual(2026, "63912"), Thresholds.Default).Interim);

    [Fact]
    public void Board_WithoutAFigure_CountsEveryIndicatorAsNoDataInThePlansFirstYear()
    {
        var board = Board.Of(PlanFile.BuiltIn().Plan, [], 1, false, Proposals.Now);

        Assert.Equal((21, 21, FiscalYear.Reiwa(8)), (board.Whole.Total, board.Whole.NoData, board.Year));
        Assert.Empty(board.Changes);
        Assert.Null(board.Find(IndicatorCode.Parse("9-9-9-9")));
        Assert.Null(board.Find(SectionCode.Parse("9-9-9")));
    }

    private static Indicator RowOf(string code) => PlanFile.BuiltIn().Plan.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

    private static IndicatorCard CardOf(string code, int firstYear = 2026, params string[] readings) =>
        IndicatorCard.Of(RowOf(code).WithActuals(firstYear, readings), Thresholds.Default);
}
