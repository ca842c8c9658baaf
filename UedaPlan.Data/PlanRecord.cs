using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>記録の1件: one thing somebody saved; figures imported together are one.</summary>
public sealed record PlanRecord(long Revision, DateTimeOffset At, RecordKind Kind)
{
    /// <summary>Null where the server itself did it.</summary>
    public AuthorRole? Role { get; init; }

    /// <summary>Name of the author's department; null for the plan office.</summary>
    public string? Department { get; init; }

    /// <summary>Null also where entries imported together have several.</summary>
    public string? Reason { get; init; }

    /// <summary>The entries; none for a chart or a change of the plan.</summary>
    public ImmutableArray<RecordedFigure> Figures { get; init; } = [];

    public StatisticCode? Chart { get; init; }
    public string? ChartTitle { get; init; }

    /// <summary>The version of the plan it made; null for anything else.</summary>
    public int? PlanVersion { get; init; }

    /// <summary>What changed in the plan, a line each.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}

/// <summary>記録された実績: an entry, the one of its year before it, and what it changed; the indicator as the plan of its time had it.</summary>
public sealed record RecordedFigure(Indicator Indicator, Figure Figure, Figure? Before, Change Change)
{
    public RecordKind Kind => RecordKinds.Of(Figure, Before);

    /// <summary>What was published for its year before, and is after: 67.9% · 未入力.</summary>
    public string ValueBefore => ValueOf(Before);
    public string ValueAfter => ValueOf(Figure);
    public bool HadValue => Before is { Stage: not FigureStage.Withdrawn };
    public bool HasValue => Figure.Stage != FigureStage.Withdrawn;

    private string ValueOf(Figure? figure) => CardText.ValueOf(Indicator, figure is { Stage: not FigureStage.Withdrawn } ? figure.Reading : null);
}

/// <summary>記録の条件: which records are asked for; all of them where nothing is said.</summary>
public sealed record RecordQuery
{
    /// <summary>The fiscal year in which they were saved.</summary>
    public FiscalYear? Year { get; init; }

    /// <summary>Code of a department: what concerns its indicators and charts, whoever saved it.</summary>
    public string? Department { get; init; }
    public RecordKind? Kind { get; init; }

    /// <summary>Words in the name of an indicator or chart.</summary>
    public SearchQuery? Search { get; init; }

    /// <summary>What somebody may see of it: a department only its own, the plan office everything.</summary>
    public RecordQuery For(Author viewer) => viewer.Role == AuthorRole.PlanOffice ? this : this with { Department = viewer.Department ?? "" };
}

/// <summary>記録の1ページ: newest first. Total counts all pages; FirstYear is the fiscal year of the oldest record there is.</summary>
public sealed record RecordPage(ImmutableArray<PlanRecord> Items, int Total, int Page, int Pages, FiscalYear FirstYear);
