using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>入力の予定: for every indicator and every day exactly one answer, and no year forgotten.</summary>
public sealed class DutyTests
{
    private static readonly Plan Plan = new()
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

    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2025, 1, 1).DayNumber, new DateOnly(2034, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Indicator> Indicators = Gen.Select(
        Gen.OneOf([.. PlanRows.All]), Gen.Int[2025, 2031].Array[0, 6], Deadlines(), Gen.OneOf<YearlyDeadline?>(null, new YearlyDeadline(3, 31), new YearlyDeadline(4, 1), new YearlyDeadline(10, 1)))
        .Select((row, entered, single, standing) => entered.Where(y => y > row.StartYear.StartYear).Distinct()
            .Aggregate(row with { YearDeadlines = single, StandingDeadline = standing }, (before, year) => before.WithActual(year, SampleOf(row))));

    [Fact]
    public void Of_AnyIndicatorOnAnyDay_StateFollowsFromTheOldestYearMissing() => Gen.Select(Indicators, Days).Sample((indicator, today) =>
    {
        var duty = Duty.Of(indicator, Plan, today);
        var owed = Duty.YearsOwed(indicator, Plan, today);
        var missing = owed.Where(y => indicator.ActualOf(y) is null).ToList();

        Assert.Equal(missing, duty.Missing);
        Assert.Equal(missing.Count > 0, duty.IsOwed);
        Assert.Equal(missing.Count > 0 && indicator.DeadlineOf(missing[0]) < today, duty.State == DueState.Overdue);
        if (duty.State == DueState.Done) Assert.NotNull(indicator.ActualOf(duty.Year));
        Assert.Equal(duty.State == DueState.NotHeld, indicator.Survey && missing.Count == 0 && indicator.ActualOf(duty.Year) is null);
    });

    [Fact]
    public void YearsOwed_AnyIndicatorOnAnyDay_LeaveOutNoReportedYearAndNoOtherPlansYear() => Gen.Select(Indicators, Days).Sample((indicator, today) =>
    {
        var owed = Duty.YearsOwed(indicator, Plan, today);
        var reporting = Plan.ReportingYear(today);

        Assert.All(owed, y => Assert.True(y > indicator.StartYear && y >= Plan.FirstYear && y <= Plan.LastYear && indicator.DeadlineOf(y) is not null));
        for (var year = Plan.FirstYear; year <= reporting; year = year.Plus(1))
        {
            Assert.Equal(year > indicator.StartYear && indicator.DeadlineOf(year) is not null, owed.Contains(year));
        }
    });

    [Fact]
    public void Of_AnyIndicatorOverTime_IsSeenOpenBeforeItIsOverdue() => Indicators.Sample(indicator =>
    {
        HashSet<FiscalYear> open = [];
        for (var today = new DateOnly(2026, 4, 1); today < new DateOnly(2034, 1, 1); today = today.AddDays(1))
        {
            foreach (var year in Duty.YearsOwed(indicator, Plan, today))
            {
                if (indicator.DeadlineOf(year) >= today) open.Add(year);
                else Assert.Contains(year, open);
            }
        }
    }, iter: 40);

    [Theory]
    [InlineData(2027, 5, 31, DueState.Open)]
    [InlineData(2027, 6, 1, DueState.Overdue)]
    [InlineData(2027, 10, 1, DueState.Overdue)] // the next reporting year does not cover it up
    public void Of_NothingEntered_IsOverdueFromTheDayAfter(int year, int month, int day, DueState expected)
    {
        var duty = Duty.Of(PlanRows.Row("1-1-1-3"), Plan, new DateOnly(year, month, day));

        Assert.Equal((FiscalYear.Reiwa(8), expected), (duty.Year, duty.State));
    }

    [Fact]
    public void Of_TwoYearsMissing_NamesBoth() =>
        Assert.Equal([FiscalYear.Reiwa(8), FiscalYear.Reiwa(9)], Duty.Of(PlanRows.Row("1-1-1-3"), Plan, new DateOnly(2028, 4, 1)).Missing);

    [Fact]
    public void Of_RunningYearWithAnEarlyDay_IsAskedForFromItsStart()
    {
        var row = PlanRows.Row("1-1-1-3").WithActual(2026, "81.6") with { YearDeadlines = [new YearDeadline(FiscalYear.Reiwa(9), new DateOnly(2027, 8, 31))] };

        Assert.Equal((FiscalYear.Reiwa(8), DueState.Done), Shown(Duty.Of(row, Plan, new DateOnly(2027, 3, 31))));
        Assert.Equal((FiscalYear.Reiwa(9), DueState.Open), Shown(Duty.Of(row, Plan, new DateOnly(2027, 4, 1))));
    }

    [Fact]
    public void Of_SurveyInANamedYear_IsOwedInThatYearAlone()
    {
        var row = PlanRows.Row("1-2-1-3") with { YearDeadlines = [new YearDeadline(FiscalYear.Reiwa(9), new DateOnly(2028, 5, 31))] };

        var before = Duty.Of(row, Plan, new DateOnly(2027, 6, 1));
        Assert.Equal((DueState.NotHeld, (FiscalYear?)FiscalYear.Reiwa(9)), (before.State, before.NextSurvey));
        Assert.Equal((FiscalYear.Reiwa(9), DueState.Open), Shown(Duty.Of(row, Plan, new DateOnly(2028, 5, 31))));
        Assert.Equal((FiscalYear.Reiwa(9), DueState.Overdue), Shown(Duty.Of(row, Plan, new DateOnly(2029, 6, 1))));
        Assert.Equal(DueState.NotHeld, Duty.Of(row.WithActual(2027, "28.0"), Plan, new DateOnly(2029, 6, 1)).State);
    }

    [Fact]
    public void Of_AfterThePlansLastYear_AsksForNoFurtherYear() =>
        Assert.Equal(FiscalYear.Reiwa(12), Duty.Of(PlanRows.Row("1-1-1-3").WithActuals(2026, "82", "82", "82", "82", "82"), Plan, new DateOnly(2040, 1, 1)).Year);

    [Theory]
    [InlineData(2, 29, false)]
    [InlineData(2, 28, true)]
    [InlineData(4, 31, false)]
    [InlineData(13, 1, false)]
    public void YearlyDeadline_OfADay_MustExistEveryYear(int month, int day, bool expected) => Assert.Equal(expected, new YearlyDeadline(month, day).IsDay);

    [Theory]
    [InlineData(3, 31, "2028-03-31")]
    [InlineData(4, 1, "2027-04-01")]
    public void YearlyDeadline_OfReiwa8_LiesInTheYearAfterIt(int month, int day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), new YearlyDeadline(month, day).After(FiscalYear.Reiwa(8)));

    [Theory]
    [InlineData("2026-04-01", false)]
    [InlineData("2026-04-02", true)]
    [InlineData("2029-04-01", true)]
    [InlineData("2029-04-02", false)]
    public void YearDeadline_OutsideOfThreeYears_IsASlip(string day, bool expected) =>
        Assert.Equal(expected, new YearDeadline(FiscalYear.Reiwa(8), DateOnly.Parse(day)).IsInReach);

    private static (FiscalYear, DueState) Shown(Duty duty) => (duty.Year, duty.State);

    private static string SampleOf(Indicator row) => row.CountNames.IsEmpty ? row.Pair is { Required: true } ? "1/2" : "1" : "講演会1・研修会2";

    private static Gen<System.Collections.Immutable.ImmutableArray<YearDeadline>> Deadlines() => Gen.Select(Gen.Int[2026, 2030], Gen.Int[1, 1090])
        .Select((year, days) => new YearDeadline(new FiscalYear(year), new FiscalYear(year).FirstDay.AddDays(days))).Array[0, 3]
        .Select(all => System.Collections.Immutable.ImmutableArray.CreateRange(all.DistinctBy(d => d.Year).OrderBy(d => d.Year)));
}
