using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>課の入力一覧: which year is owed, until when, and in which order.</summary>
public sealed class DueListTests
{
    private static readonly Plan Plan = PlanFile.BuiltIn().Plan;
    private static readonly DateOnly April = new(2027, 4, 22);
    private static readonly Author Head = new("head", AuthorRole.Head, null);
    private long _number;

    [Fact]
    public void Of_NothingEntered_EveryIndicatorOwesTheFirstYear()
    {
        var list = DueList.Of(BoardOf(), "shimin-sanka", April);

        Assert.Equal(5, list.Rows.Length);
        Assert.All(list.Rows, row => Assert.Equal((FiscalYear.Reiwa(8), DueState.Open), (row.Year, row.State)));
        Assert.Equal(new DateOnly(2027, 5, 31), list.Next!.Deadline);
        Assert.Equal(39, list.Next.DaysLeft);
    }

    [Fact]
    public void Of_DeadlinePassed_OverdueComesFirstAndSaysHowLong()
    {
        var list = DueList.Of(BoardOf(Actual("1-1-1-1", 2026, "講演会1・研修会2")), "shimin-sanka", new DateOnly(2027, 6, 5));

        Assert.Equal([DueState.Overdue, DueState.Overdue, DueState.Overdue, DueState.Overdue, DueState.Done], list.Rows.Select(r => r.State));
        Assert.Equal(-5, list.Rows[0].DaysLeft);
        Assert.Null(list.Next);
    }

    [Fact]
    public void Of_DayOfTheDeadline_IsNotOverdueYet() =>
        Assert.Equal(5, DueList.Of(BoardOf(), "shimin-sanka", new DateOnly(2027, 5, 31)).Count(DueState.Open));

    [Fact]
    public void Of_EarlierYearMissing_ThatYearIsOwedFirst()
    {
        var row = Row(BoardOf(Actual("1-1-1-4", 2027, "24")), "1-1-1-4", new DateOnly(2028, 4, 22));

        Assert.Equal((FiscalYear.Reiwa(8), DueState.Overdue), (row.Year, row.State));
        Assert.True(row.IsJudgedByOtherYear);
        Assert.False(row.IsJudgedByYearBefore);
    }

    [Fact]
    public void Of_YearBeforeEntered_SaysThatItsValueIsJudged()
    {
        var row = Row(BoardOf(Actual("1-1-1-2", 2025, "146/218")), "1-1-1-2", April);

        Assert.Equal((FiscalYear.Reiwa(8), DueState.Open), (row.Year, row.State));
        Assert.True(row.IsJudgedByYearBefore);
    }

    [Fact]
    public void Of_ReportingYearEntered_IsDone()
    {
        var row = Row(BoardOf(Actual("1-1-1-3", 2026, "81.6")), "1-1-1-3", April);

        Assert.Equal((FiscalYear.Reiwa(8), DueState.Done), (row.Year, row.State));
        Assert.Equal(new Reading.Amount(81.6m), row.Entered!.Reading);
        Assert.False(row.IsJudgedByOtherYear);
    }

    [Fact]
    public void Of_SurveyNobodyNamed_AsksForNothing()
    {
        var row = Row(BoardOf(), "1-2-1-3", new DateOnly(2029, 9, 1));

        Assert.Equal((DueState.NotHeld, (DateOnly?)null, (int?)null), (row.State, row.Deadline, row.DaysLeft));
        Assert.Equal(Plan.ReportingYear(new DateOnly(2029, 9, 1)), row.Year);
    }

    [Fact]
    public void Of_Settlement_IsDueByTheEndOfSeptember()
    {
        var row = Row(BoardOf(), "1-3-1-2", new DateOnly(2027, 6, 5));

        Assert.Equal((DueState.Open, (DateOnly?)new DateOnly(2027, 9, 30)), (row.State, row.Deadline));
    }

    [Fact]
    public void Of_DifferentDeadlines_NearestComesFirstAndSurveysLast()
    {
        var deadlines = DueList.Of(BoardOf(), "jinken-kyosei", April).Rows.Select(r => r.Deadline ?? DateOnly.MaxValue).ToList();

        Assert.Equal(deadlines.Order(), deadlines);
        Assert.Equal(3, deadlines.Count(d => d == DateOnly.MaxValue));
    }

    [Fact]
    public void Of_EverythingEntered_IsComplete()
    {
        var list = DueList.Of(BoardOf(Actual("1-3-2-1", 2026, "63912")), "koho", April);

        Assert.True(list.IsComplete);
        Assert.Equal(1, list.Done);
    }

    [Fact]
    public void EnterableYears_CreatedIn2025_StartWithThatYearAndEndWithTheRunningOne() =>
        Assert.Equal([FiscalYear.Reiwa(7), FiscalYear.Reiwa(8), FiscalYear.Reiwa(9)], DueRow.EnterableYears(IndicatorOf("1-1-1-5"), April));

    [Fact]
    public void EnterableYears_Baseline2023_StartAfterIt() =>
        Assert.Equal(FiscalYear.Reiwa(6), DueRow.EnterableYears(IndicatorOf("1-1-1-2"), April)[0]);

    private static Indicator IndicatorOf(string code) => Plan.Indicators.Single(i => i.Code.ToString() == code);

    private static DueRow Row(Board board, string code, DateOnly today) => DueRow.Of(board.Find(IndicatorCode.Parse(code))!, board.Plan, today);

    private static Board BoardOf(params Figure[] figures) => Board.Of(Plan, figures, 1, false, DateTimeOffset.UnixEpoch);

    private Figure Actual(string code, int year, string reading) => new()
    {
        Number = ++_number,
        Indicator = IndicatorCode.Parse(code),
        Year = new FiscalYear(year),
        Stage = FigureStage.Actual,
        Reading = Reading.Parse(reading),
        Author = Head,
        SavedAt = DateTimeOffset.UnixEpoch,
    };
}
