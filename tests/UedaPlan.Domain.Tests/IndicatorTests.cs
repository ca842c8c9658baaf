namespace UedaPlan.Domain.Tests;

public sealed class IndicatorTests
{
    [Fact]
    public void Actuals_OfAYearEnteredTwice_KeepTheNewestEntry()
    {
        var row = PlanRows.Row("1-1-1-3").WithActual(2026, "81.6").WithActual(2025, "82.3").WithActual(2026, "81.7");

        Assert.Equal(["82.3", "81.7"], row.Actuals.Select(f => f.Reading.ToText()));
        Assert.Equal(3, row.LatestActual!.Number);
    }

    [Fact]
    public void Actuals_WhenARevisedPlanMovesTheBaseline_LeaveOlderYearsOut()
    {
        var row = PlanRows.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3");
        row = row with { Baseline = row.Baseline! with { Year = FiscalYear.Reiwa(7) } };

        Assert.Empty(row.Actuals);
        Assert.Equal(Status.NoData, Judging.Of(row).Status);
        Assert.Equal(2, row.Figures.Length);
    }

    [Fact]
    public void Interim_OfTheRunningYear_IsNeverJudged()
    {
        var row = PlanRows.Row("1-1-1-3").WithActual(2025, "82.9");

        Assert.Equal(Judging.Of(row).Reason, Judging.Of(row.WithInterim(2026, "10.0")).Reason);
        Assert.Equal(Judging.Of(row).Status, Judging.Of(row.WithInterim(2026, "10.0")).Status);
        Assert.Equal(2, row.WithInterim(2026, "10.0").EntryOf(FiscalYear.Reiwa(8))!.Number);
    }

    [Theory]
    [InlineData("1-1-1-2", 2027, 5, 31)]
    [InlineData("1-3-1-2", 2027, 9, 30)]
    [InlineData("1-3-1-3", 2027, 9, 30)]
    [InlineData("1-3-1-4", 2027, 9, 30)]
    public void Deadline_OfReiwa8_IsInTheNextYear(string code, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), PlanRows.Row(code).DeadlineOf(FiscalYear.Reiwa(8)));

    [Fact]
    public void Deadline_OfASurvey_IsNone() => Assert.Null(PlanRows.Row("1-2-1-3").DeadlineOf(FiscalYear.Reiwa(8)));

    [Theory]
    [InlineData("1-1-1-2", "148/218", 1)]
    [InlineData("1-1-1-3", "82.9", 1)]
    [InlineData("1-1-1-4", "22", 0)]
    [InlineData("1-2-2-1", "110/300", 1)]
    [InlineData("1-3-1-1", "42.91", 2)]
    [InlineData("1-3-1-1", "12345/29876", 2)]
    public void Decimals_Shown_AreThosePrintedAndAtLeastOneForCounts(string code, string reading, int decimals) =>
        Assert.Equal(decimals, PlanRows.Row(code).DecimalsOf(Reading.Parse(reading)));

    [Theory]
    [InlineData(2026, 6, 1, 2026)] // never before the plan's first year
    [InlineData(2027, 3, 24, 2026)]
    [InlineData(2027, 9, 30, 2026)]
    [InlineData(2027, 10, 1, 2027)]
    [InlineData(2028, 4, 1, 2027)]
    public void ReportingYear_OfADay_ChangesAfterTheLastDeadline(int year, int month, int day, int expected)
    {
        var plan = new Plan
        {
            City = "上田市",
            Title = "第三次上田市総合計画",
            FirstYear = FiscalYear.Reiwa(8),
            LastYear = FiscalYear.Reiwa(12),
            Thresholds = Thresholds.Default,
            Departments = [],
            Glossary = [],
            Parts = [],
        };

        Assert.Equal(new FiscalYear(expected), plan.ReportingYear(new DateOnly(year, month, day)));
    }

    [Fact]
    public void Name_WithItsLineBreaks_ReadsWithoutThem()
    {
        var name = PlanRows.Row("1-1-1-2").Name;

        Assert.Equal("自治会共同集会施設の耐震化率", name.ToString());
        Assert.Equal(["自治会共同集会施設の", "耐震化率"], name.Phrases);
    }
}
