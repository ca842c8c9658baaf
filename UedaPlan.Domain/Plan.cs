using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>総合計画: the printed plan, from its parts down to its indicators, without any figure.</summary>
public sealed record Plan
{
    public required string City { get; init; }
    public required string Title { get; init; }
    public required FiscalYear FirstYear { get; init; }
    public required FiscalYear LastYear { get; init; }
    public required Thresholds Thresholds { get; init; }
    public required ImmutableArray<Department> Departments { get; init; }
    public required ImmutableArray<GlossaryWord> Glossary { get; init; }
    public required ImmutableArray<Part> Parts { get; init; }

    public IEnumerable<Chapter> Chapters => Parts.SelectMany(p => p.Chapters);
    public IEnumerable<Section> Sections => Chapters.SelectMany(c => c.Sections);
    public IEnumerable<Statistic> Statistics => Sections.SelectMany(s => s.Statistics);
    public IEnumerable<Indicator> Indicators => Sections.SelectMany(s => s.Indicators);

    /// <summary>
    /// The year departments report on at a given day: a year's figures come in from autumn (the last settlement deadline is
    /// 30 September) until the next one. Never outside of the plan's years.
    /// </summary>
    public FiscalYear ReportingYear(DateOnly today)
    {
        var year = FiscalYear.Containing(today.AddMonths(-6));
        return year < FirstYear ? FirstYear : year > LastYear ? LastYear : year;
    }

    /// <summary>The first day on which a year is the reporting year.</summary>
    public static DateOnly ReportingStart(FiscalYear year) => year.FirstDay.AddMonths(6);
}

/// <summary>判定の境目: from which share of the expected progress (reach) or of the target (keep) a figure counts as 注意.</summary>
public sealed record Thresholds(decimal WatchFrom, decimal KeepFrom)
{
    public static Thresholds Default { get; } = new(0.6m, 0.9m);
}

/// <summary>編: 第1編 自治・協働・行政.</summary>
public sealed record Part(int Number, Phrased Title, ImmutableArray<Chapter> Chapters);

/// <summary>章: a group of sections within a part.</summary>
public sealed record Chapter(int Part, int Number, Phrased Title, string ShortTitle, ImmutableArray<Section> Sections);

/// <summary>所管課: the department that answers for an indicator. Code is its name in storage and never changes.</summary>
public sealed record Department(string Code, string Name);

/// <summary>用語: a word the plan marks with an asterisk, and what it means.</summary>
public sealed record GlossaryWord(string Word, string Reading, string Meaning);
