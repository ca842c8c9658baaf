using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力の状態: what a department still has to do about an indicator, most urgent first.</summary>
public enum DueState
{
    Overdue,
    Open,
    Done,
}

/// <summary>入力の予定: an indicator, the year it owes next, and until when.</summary>
public sealed record DueRow(IndicatorCard Card, FiscalYear Year, DueState State, DateOnly? Deadline, DateOnly Today)
{
    /// <summary>Days until the deadline, negative after it; null where there is none.</summary>
    public int? DaysLeft => Deadline?.DayNumber - Today.DayNumber;

    /// <summary>The standing actual of that year, once there is one.</summary>
    public Figure? Entered => Card.Indicator.ActualOf(Year);

    /// <summary>The status shown comes from the figure of another year.</summary>
    public bool IsJudgedByOtherYear => Card.Judgement.Year is { } judged && judged != Year;
    public bool IsJudgedByYearBefore => Card.Judgement.Year == Year.Plus(-1);

    public static DueRow Of(IndicatorCard card, Plan plan, DateOnly today)
    {
        var year = YearOwed(card.Indicator, plan, today);
        var deadline = card.Indicator.DeadlineOf(year);
        var state = card.Indicator.ActualOf(year) is not null ? DueState.Done : deadline < today ? DueState.Overdue : DueState.Open;
        return new DueRow(card, year, state, deadline, today);
    }

    /// <summary>The earliest year still missing up to the reporting year, else the reporting year itself.</summary>
    public static FiscalYear YearOwed(Indicator indicator, Plan plan, DateOnly today)
    {
        var reporting = plan.ReportingYear(today);
        if (indicator.StartYear >= reporting) return indicator.StartYear.Plus(1);
        if (indicator.Survey) return reporting; // a year without a survey leaves no gap to fill
        var first = indicator.StartYear.Plus(1) > plan.FirstYear ? indicator.StartYear.Plus(1) : plan.FirstYear;
        return Enumerable.Range(first.StartYear, reporting - first + 1).Select(y => new FiscalYear(y))
            .Where(y => indicator.ActualOf(y) is null).DefaultIfEmpty(reporting).First();
    }

    /// <summary>The years a figure may be entered for: after baseline or creation, up to the year that is running.</summary>
    public static IReadOnlyList<FiscalYear> EnterableYears(Indicator indicator, DateOnly today) =>
        [.. Enumerable.Range(indicator.StartYear.StartYear + 1, Math.Max(0, FiscalYear.Containing(today) - indicator.StartYear)).Select(y => new FiscalYear(y))];
}

/// <summary>課の入力一覧: what one department owes: overdue first, then the nearest deadline, done last.</summary>
public sealed record DueList(FiscalYear Year, ImmutableArray<DueRow> Rows)
{
    public int Done => Count(DueState.Done);
    public bool IsComplete => Done == Rows.Length && !Rows.IsEmpty;

    /// <summary>The nearest deadline still ahead; null when nothing with a deadline is open.</summary>
    public DueRow? Next => Rows.FirstOrDefault(r => r.State == DueState.Open && r.Deadline is not null);

    public int Count(DueState state) => Rows.Count(r => r.State == state);

    public static DueList Of(Board board, string? department, DateOnly today) => new(board.Plan.ReportingYear(today),
        [.. board.Cards.Where(c => c.Indicator.Department.Code == department).Select(c => DueRow.Of(c, board.Plan, today))
            .OrderBy(r => r.State).ThenBy(r => r.State == DueState.Done ? DateOnly.MaxValue : r.Deadline ?? DateOnly.MaxValue)
            .ThenBy(r => r.Card.Indicator.Code)]);
}
