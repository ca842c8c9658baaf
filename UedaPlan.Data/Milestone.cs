using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>節目: one save: the revision it made, when, and what it changed.</summary>
public sealed record Milestone(long Revision, DateTimeOffset At)
{
    /// <summary>What the saved figure changed on the board of its time; null for anything else.</summary>
    public Change? Change { get; init; }

    /// <summary>The figure that was saved; null for anything else.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The chart whose values were saved, and its title then; null for anything else.</summary>
    public StatisticCode? Chart { get; init; }
    public string? ChartTitle { get; init; }

    /// <summary>Which plan file was loaded, counted from 1; null for anything else.</summary>
    public int? PlanVersion { get; init; }

    /// <summary>What the plan office did to the plan with it.</summary>
    public PlanChangeKind PlanKind { get; init; }
}

/// <summary>節目の一覧の1ページ: newest first, with the day of the first save there is, and the page on which each fiscal year begins.</summary>
public sealed record MilestonePage(ImmutableArray<Milestone> Items, int Page, int Pages, DateOnly FirstDay, ImmutableArray<(FiscalYear Year, int Page)> Years);
