namespace UedaPlan.Domain.Tests;

/// <summary>いまの目安: the straight line from baseline to target.</summary>
public sealed class PaceTests
{
    [Theory]
    [InlineData("1-1-1-2", 2023, "66.36")]
    [InlineData("1-1-1-2", 2026, "67.80")]
    [InlineData("1-1-1-2", 2029, "69.24")]
    [InlineData("1-1-1-2", 2030, "69.72")]
    [InlineData("1-1-1-2", 2031, "69.72")]
    [InlineData("1-1-1-3", 2026, "82.06")]
    [InlineData("1-1-1-3", 2029, "80.51")]
    [InlineData("1-1-1-3", 2040, "80.0")]
    [InlineData("1-2-2-3", 2025, "72.45")] // ten years: 69.9 in 令和2年度
    [InlineData("1-3-1-1", 2026, "42.91")]
    [InlineData("1-3-1-4", 2025, "99.33")]
    public void Rate_InAYear_LiesOnTheLine(string code, int year, string expected) =>
        Assert.Equal(decimal.Parse(expected), Judging.Rounded(Pace.At(PlanRows.Row(code), new FiscalYear(year)), expected.Contains('.') ? decimal.Parse(expected).Scale : 0));

    [Theory]
    [InlineData("1-1-1-4", 2026, 26)] // 26.43
    [InlineData("1-1-1-4", 2029, 35)] // 35.86
    [InlineData("1-1-1-4", 2030, 39)]
    [InlineData("1-2-3-2", 2025, 4)]
    [InlineData("1-2-3-2", 2029, 4)] // 4.83
    [InlineData("1-2-3-2", 2030, 5)]
    [InlineData("1-2-1-4", 2025, 83)] // 83.33
    [InlineData("1-2-1-4", 2026, 166)]
    [InlineData("1-3-2-1", 2026, 61145)] // 61,145.14
    public void WholeNumber_OnARisingLine_IsRoundedDown(string code, int year, int expected) =>
        Assert.Equal(expected, Pace.At(PlanRows.Row(code), new FiscalYear(year)));

    [Theory]
    [InlineData(2024, 0)]
    [InlineData(2025, 2)] // 2.33
    [InlineData(2026, 4)] // 4.67
    [InlineData(2027, 7)]
    [InlineData(2030, 14)]
    public void NoBaseline_Row1115_StartsFromZeroInTheYearBeforeItsCreation(int year, int expected) =>
        Assert.Equal(expected, Pace.At(PlanRows.Row("1-1-1-5"), new FiscalYear(year)));

    [Fact]
    public void WholeNumber_OnAFallingLine_IsNotRounded()
    {
        // No row of Part 1 falls in whole numbers; the same row with a lower target does: 17 to 12.
        var row = PlanRows.Row("1-1-1-4") with { Target = IndicatorBuilder.To("12事業", 12m) };

        Assert.Equal(15.57m, Judging.Rounded(Pace.At(row, new FiscalYear(2025)), 2));
        Assert.Equal("令和7年度の実績16事業は、目標12事業を上回り、いまの目安15.6事業以上を保っています。", Judging.Of(row.WithActual(2025, "16")).Reason);
    }

    [Fact]
    public void Keep_InAnyYear_IsTheTarget() => Assert.Equal(210m, Pace.At(PlanRows.Row("1-2-1-1"), FiscalYear.Reiwa(8)));

    [Fact]
    public void Limit_HasNoPace()
    {
        Assert.Null(Pace.At(PlanRows.Row("1-3-1-2"), FiscalYear.Reiwa(8)));
        Assert.Null(Judging.Of("1-3-1-2", 2026, "5.6").First.Gap);
    }

    [Fact]
    public void Pace_BeforeTheLineStarts_IsNone() => Assert.Null(Pace.At(PlanRows.Row("1-1-1-3"), FiscalYear.Reiwa(4)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public void Composite_EachCount_HasItsOwnLine(int count, int expected) =>
        Assert.Equal(expected, Pace.At(PlanRows.Row("1-1-1-1"), FiscalYear.Reiwa(8), count));
}
