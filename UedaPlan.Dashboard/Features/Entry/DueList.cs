using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力の行: an indicator's card and what is owed for it.</summary>
public sealed record DueRow(IndicatorCard Card, Duty Duty)
{
    public FiscalYear Year => Duty.Year;
    public DueState State => Duty.State;
    public DateOnly? Deadline => Duty.Deadline;

    /// <summary>Days until the deadline, negative after it; null where there is none.</summary>
    public int? DaysLeft => Duty.DaysLeft;

    /// <summary>The standing actual of that year, once there is one.</summary>
    public Figure? Entered => Card.Indicator.ActualOf(Year);

    /// <summary>The status shown comes from the figure of another year.</summary>
    public bool IsJudgedByOtherYear => Card.Judgement.Year is { } judged && judged != Year;
    public bool IsJudgedByYearBefore => Card.Judgement.Year == Year.Plus(-1);

    public static DueRow Of(IndicatorCard card, Plan plan, DateOnly today) => new(card, Duty.Of(card.Indicator, plan, today));

    /// <summary>The earliest year still missing, else the newest one asked for.</summary>
    public static FiscalYear YearOwed(Indicator indicator, Plan plan, DateOnly today) => Duty.Of(indicator, plan, today).Year;

    /// <summary>The years a figure may be entered for: after baseline or creation, up to the year that is running.</summary>
    public static IReadOnlyList<FiscalYear> EnterableYears(Indicator indicator, DateOnly today) =>
        [.. Enumerable.Range(indicator.StartYear.StartYear + 1, Math.Max(0, FiscalYear.Containing(today) - indicator.StartYear)).Select(y => new FiscalYear(y))];
}

/// <summary>課の入力一覧: what one department owes: overdue first, then the nearest deadline, then done; surveys that are not held last.</summary>
public sealed record DueList(FiscalYear Year, ImmutableArray<DueRow> Rows)
{
    public int Done => Count(DueState.Done);

    /// <summary>How many figures are asked for at all: surveys that are not held are not.</summary>
    public int Asked => Rows.Length - Count(DueState.NotHeld);
    public bool IsComplete => Done == Asked && !Rows.IsEmpty;

    /// <summary>The nearest deadline still ahead; null when nothing is open.</summary>
    public DueRow? Next => Rows.FirstOrDefault(r => r.State == DueState.Open && r.Deadline is not null);

    public int Count(DueState state) => Rows.Count(r => r.State == state);

    public static DueList Of(Board board, string? department, DateOnly today) => new(board.Plan.ReportingYear(today),
        [.. board.Cards.Where(c => c.Indicator.Department.Code == department).Select(c => DueRow.Of(c, board.Plan, today))
            .OrderBy(r => r.State).ThenBy(r => r.Duty.IsOwed ? r.Deadline ?? DateOnly.MaxValue : DateOnly.MaxValue)
            .ThenBy(r => r.Card.Indicator.Code)]);
}
