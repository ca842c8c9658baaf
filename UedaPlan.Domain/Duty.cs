using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>入力の状態: what a department still has to do about an indicator, most urgent first; 調査なし where no survey is due.</summary>
public enum DueState
{
    Overdue,
    Open,
    Done,
    NotHeld,
}

/// <summary>入力の予定: what is owed for an indicator at a day: the oldest year still missing, else the newest one asked for.</summary>
public sealed record Duty(Indicator Indicator, FiscalYear Year, DueState State, DateOnly? Deadline, ImmutableArray<FiscalYear> Missing, DateOnly Today)
{
    /// <summary>Days until the deadline, negative after it; null where there is none.</summary>
    public int? DaysLeft => Deadline?.DayNumber - Today.DayNumber;

    /// <summary>Still to be entered, late or not.</summary>
    public bool IsOwed => State is DueState.Overdue or DueState.Open;

    /// <summary>Further years missing after <see cref="Year"/>.</summary>
    public IEnumerable<FiscalYear> MissingLater => Missing.Skip(1);

    /// <summary>The next year the plan office has named for a survey, from the year shown on; null when none is named.</summary>
    public FiscalYear? NextSurvey => Indicator.YearDeadlines.Select(d => (FiscalYear?)d.Year).FirstOrDefault(y => y > Year);

    /// <param name="indicator">With its figures.</param>
    public static Duty Of(Indicator indicator, Plan plan, DateOnly today)
    {
        var owed = YearsOwed(indicator, plan, today);
        ImmutableArray<FiscalYear> missing = [.. owed.Where(year => indicator.ActualOf(year) is null)];
        if (missing is [var oldest, ..])
        {
            var deadline = indicator.DeadlineOf(oldest);
            return new Duty(indicator, oldest, deadline < today ? DueState.Overdue : DueState.Open, deadline, missing, today);
        }
        var reporting = plan.ReportingYear(today);
        if (owed is [.., var newest] && newest >= reporting) return new Duty(indicator, newest, DueState.Done, indicator.DeadlineOf(newest), [], today);
        if (indicator.ActualOf(reporting) is not null) return new Duty(indicator, reporting, DueState.Done, null, [], today); // a survey nobody had announced
        if (indicator.Survey) return new Duty(indicator, reporting, DueState.NotHeld, null, [], today);
        var first = FirstYear(indicator, plan); // a baseline newer than the reporting year
        return new Duty(indicator, first, DueState.Open, indicator.DeadlineOf(first), [], today);
    }

    /// <summary>
    /// The years whose figure is asked for at a day: those up to the reporting year, and a running one that is due before it
    /// becomes the reporting year. Of a survey only the years the plan office has named.
    /// </summary>
    public static ImmutableArray<FiscalYear> YearsOwed(Indicator indicator, Plan plan, DateOnly today)
    {
        var (first, reporting, running) = (FirstYear(indicator, plan), plan.ReportingYear(today), FiscalYear.Containing(today));
        var last = running > reporting && running <= plan.LastYear ? running : reporting;
        return [.. Enumerable.Range(first.StartYear, Math.Max(0, last - first + 1)).Select(year => new FiscalYear(year))
            .Where(year => indicator.DeadlineOf(year) is { } deadline && (year <= reporting || deadline < Plan.ReportingStart(year)))];
    }

    private static FiscalYear FirstYear(Indicator indicator, Plan plan) => indicator.StartYear >= plan.FirstYear ? indicator.StartYear.Plus(1) : plan.FirstYear;
}
