namespace UedaPlan.Domain;

/// <summary>探せるもの: the kinds of things a plan is searched for, in the order they are listed.</summary>
public enum PlanItemKind
{
    Indicator,
    Section,
    Chapter,
    Word,
    Measure,
    Step,
    Project,
    RelatedPlan,
    Statistic,
    Issue,
    Role,
}

/// <summary>探せるものの言葉: the plan's own name of each kind.</summary>
public static class PlanItemWords
{
    public static string ToWord(this PlanItemKind kind) => kind switch
    {
        PlanItemKind.Indicator => "指標",
        PlanItemKind.Section => "施策",
        PlanItemKind.Chapter => "章",
        PlanItemKind.Word => "用語",
        PlanItemKind.Measure => "基本施策",
        PlanItemKind.Step => "基本施策の項目",
        PlanItemKind.Project => "主な事業",
        PlanItemKind.RelatedPlan => "関連する個別計画",
        PlanItemKind.Statistic => "関連統計",
        PlanItemKind.Issue => "現状と課題",
        _ => "役割分担",
    };
}

/// <summary>計画の項目: one thing of the plan that can be found, and where in the plan it stands.</summary>
public sealed record PlanItem(PlanItemKind Kind, Phrased Title)
{
    /// <summary>A second text of it that is shown and searched: the meaning of a word, the actor of a role.</summary>
    public string? Detail { get; init; }

    /// <summary>第1章 自治の推進 · 1-1-1 自治基本条例とまちづくり · 基本施策2; null for a word.</summary>
    public string? Place { get; init; }

    public Chapter? Chapter { get; init; }
    public Section? Section { get; init; }
    public Measure? Measure { get; init; }
    public Indicator? Indicator { get; init; }
    public Statistic? Statistic { get; init; }
    public GlossaryWord? Word { get; init; }

    /// <summary>Its place among its kind in the section, or in the glossary, from 1; a step has its measure's.</summary>
    public int Number { get; init; }

    /// <summary>The step's place in its measure, from 1; otherwise 0.</summary>
    public int Step { get; init; }
}

/// <summary>見つかった項目: what a search found, and which parts of its texts matched.</summary>
public sealed record PlanHit(PlanItem Item, IReadOnlyList<Range> TitleMarks, IReadOnlyList<Range> DetailMarks);
