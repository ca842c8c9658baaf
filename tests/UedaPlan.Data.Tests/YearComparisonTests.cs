using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Two fiscal years beside each other, each judged with what was published of it and before.</summary>
public sealed class YearComparisonTests
{
    private static readonly Plan _plan = PlanFile.BuiltIn().Plan;

    [Fact]
    public void Year_OfTheBoard_KnowsNothingOfLaterFigures()
    {
        var compared = Compare(2025, 2026, Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "79.9"));

        Assert.Equal(("82.3%", "令和7年度"), (Of(compared, "1-1-1-3").Earlier.Value, Of(compared, "1-1-1-3").Earlier.YearText));
        Assert.Equal(("79.9%", Status.ActionNeeded), (Of(compared, "1-1-1-3").Later.Value, Of(compared, "1-1-1-3").Later.Status));
        Assert.Equal(20, compared.Earlier.Whole.NoData);
    }

    [Fact]
    public void Year_WithoutAFigureOfItsOwn_StandsOnTheOneBefore()
    {
        var compared = Of(Compare(2025, 2026, Row("1-1-1-4").WithActuals(2024, "19", "21"), Row("1-1-1-3").WithActuals(2026, "82.0")), "1-1-1-4");

        Assert.Equal(("21事業", "令和7年度"), (compared.Later.Value, compared.Later.YearText));
        Assert.True(compared.IsSameFigure);
        Assert.Equal((Turn.Same, "±0事業"), (compared.Turn, compared.Difference));
    }

    [Theory]
    [InlineData("1-1-1-3", "82.9", "79.9", Turn.Worse, "−3.0ポイント")] // a floor broken
    [InlineData("1-3-1-2", "6.6", "6.2", Turn.Better, "−0.4ポイント")] // a limit kept again: the number fell
    [InlineData("1-1-1-4", "19", "19", Turn.Same, "±0事業")]
    public void Turn_FollowsTheStatusAndNotTheNumber(string code, string before, string after, Turn turn, string difference)
    {
        var compared = Of(Compare(2025, 2026, Row(code).WithActuals(2025, before, after)), code);

        Assert.Equal((turn, difference), (compared.Turn!.Value, compared.Difference));
    }

    [Fact]
    public void Difference_OfSeveralCounts_NamesEach()
    {
        var compared = Of(Compare(2025, 2026, Row("1-1-1-1").WithActuals(2025, "講演会1・研修会1", "講演会1・研修会2")), "1-1-1-1");

        Assert.Equal("講演会 ±0回・研修会 +1回", compared.Difference);
        Assert.Equal(Turn.Better, compared.Turn);
    }

    [Fact]
    public void Turn_WithoutAFigureInOneYear_IsNeitherBetterNorWorse()
    {
        var compared = Compare(2025, 2026, Row("1-1-1-3").WithActuals(2025, "82.9"), Row("1-1-1-2").WithActuals(2026, "148/218"));

        Assert.Null(Of(compared, "1-1-1-2").Turn);
        Assert.Null(Of(compared, "1-1-1-2").Difference);
        Assert.Equal((0, 1, 0, 20), (compared.Of(Turn.Better), compared.Of(Turn.Same), compared.Of(Turn.Worse), compared.Unknown));
    }

    [Fact]
    public void Years_OfTheBoard_AreThoseWithAnActualNewestFirst() =>
        Assert.Equal([2026, 2024], BoardOf(Row("1-1-1-2").WithActual(2026, "148/218").WithInterim(2027, "150/218"), Row("1-1-1-3").WithActual(2024, "82.9"))
            .YearsWithActuals().Select(y => y.StartYear));

    private static Indicator Row(string code) => _plan.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

    private static Board BoardOf(params Indicator[] entered) =>
        Board.Of(_plan, entered.SelectMany(i => i.Figures).Select((f, i) => f with { Number = i + 1 }), 1, demo: false, DateTimeOffset.UnixEpoch);

    private static YearComparison Compare(int earlier, int later, params Indicator[] entered) =>
        YearComparison.Of(BoardOf(entered), new FiscalYear(earlier), new FiscalYear(later));

    private static IndicatorComparison Of(YearComparison compared, string code) =>
        compared.Sections.SelectMany(s => s.Indicators).Single(i => i.Indicator.Code == IndicatorCode.Parse(code));
}
