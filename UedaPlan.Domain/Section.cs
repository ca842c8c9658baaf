using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>施策(1-1-1): purpose, issues, indicators, roles, measures and projects of one theme.</summary>
public sealed record Section
{
    public required SectionCode Code { get; init; }
    public required Phrased Title { get; init; }
    public required string ShortTitle { get; init; }
    public required string Theme { get; init; }

    /// <summary>In hiragana; null where the plan file has none.</summary>
    public string? ThemeReading { get; init; }
    public required PlanText Purpose { get; init; }
    public required ImmutableArray<Issue> Issues { get; init; }
    public required ImmutableArray<Statistic> Statistics { get; init; }
    public required ImmutableArray<Indicator> Indicators { get; init; }
    public required ImmutableArray<ExpectedRole> Roles { get; init; }
    public required ImmutableArray<Measure> Measures { get; init; }
    public required ImmutableArray<Project> Projects { get; init; }
    public required ImmutableArray<RelatedPlan> RelatedPlans { get; init; }

    /// <summary>The running texts in which the plan uses its glossary words.</summary>
    public IEnumerable<string> Texts =>
    [
        Purpose.ToString(),
        .. Roles.SelectMany(r => r.Items).Select(t => t.ToString()),
        .. Measures.SelectMany(m => m.Steps).Select(s => s.Text.ToString()),
        .. Projects.Select(p => p.Name),
        .. Issues.Select(i => i.Text.ToString()),
    ];
}

/// <summary>現状と課題: one item of a section's situation.</summary>
public sealed record Issue(PlanText Text);

/// <summary>関連統計: a chart the plan prints, carried as title and 出典; its values are entered later.</summary>
public sealed record Statistic(StatisticCode Code, Phrased Title, string? Question, string? Source, Department Department)
{
    /// <summary>Checks values about to be published over the newest entry and returns them as an entry, not yet numbered.</summary>
    /// <exception cref="PlanRuleException">A rule is broken; the sentence says which and what to do.</exception>
    public StatisticEntry Record(StatisticEntry? newest, NewStatistic entry, DateTimeOffset now) => StatisticRules.Check(this, newest, entry, now);
}

/// <summary>期待される役割分担: what one actor (主体) is expected to do.</summary>
public sealed record ExpectedRole(string Actor, ImmutableArray<PlanText> Items);

/// <summary>基本施策: a numbered measure of a section.</summary>
public sealed record Measure(int Number, Phrased Title, ImmutableArray<MeasureStep> Steps);

/// <summary>基本施策の項目(①②③): one step of a measure.</summary>
public sealed record MeasureStep(int Number, PlanText Text);

/// <summary>主な事業: a project named by the plan.</summary>
public sealed record Project(string Name);

/// <summary>関連する主な個別計画: another plan of the city that this section leans on.</summary>
public sealed record RelatedPlan(string Name);
