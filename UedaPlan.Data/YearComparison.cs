using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>年度の比較: the boards of two fiscal years beside each other; each judged with the figures of its year and before.</summary>
public sealed record YearComparison(FiscalYear EarlierYear, FiscalYear LaterYear, Board Earlier, Board Later, ImmutableArray<SectionComparison> Sections)
{
    private IEnumerable<IndicatorComparison> Indicators => Sections.SelectMany(s => s.Indicators);

    /// <summary>Indicators without an actual in one of the two years.</summary>
    public int Unknown => Indicators.Count(i => i.Turn is null);

    public static YearComparison Of(Board board, FiscalYear earlier, FiscalYear later)
    {
        var (before, after) = (board.UpTo(earlier), board.UpTo(later));
        var sections = before.Sections.Zip(after.Sections, (b, a) => new SectionComparison(b, a,
            [.. b.Indicators.Zip(a.Indicators, (card, next) => new IndicatorComparison(card, next))]));
        return new YearComparison(earlier, later, before, after, [.. sections]);
    }

    public int Of(Turn turn) => Indicators.Count(i => i.Turn == turn);
}

/// <summary>施策の比較: a section in two years.</summary>
public sealed record SectionComparison(SectionCard Earlier, SectionCard Later, ImmutableArray<IndicatorComparison> Indicators)
{
    public Section Section => Later.Section;
}

/// <summary>指標の比較: an indicator in two years.</summary>
public sealed record IndicatorComparison(IndicatorCard Earlier, IndicatorCard Later)
{
    public Indicator Indicator => Later.Indicator;

    /// <summary>By the order of the statuses alone; null where a year has no actual to compare.</summary>
    public Turn? Turn => Earlier.Latest is null || Later.Latest is null ? null
        : Later.Status < Earlier.Status ? Data.Turn.Better
        : Later.Status > Earlier.Status ? Data.Turn.Worse : Data.Turn.Same;

    /// <summary>Both years stand on the same entry: nothing newer was published.</summary>
    public bool IsSameFigure => Later.Latest is { } latest && latest.Number == Earlier.Latest?.Number;

    /// <summary>+0.9ポイント · 講演会 ±0回・研修会 +1回; null where there are no two numbers.</summary>
    public string? Difference
    {
        get
        {
            var counts = Earlier.Judgement.Counts.Zip(Later.Judgement.Counts, DifferenceOf);
            return counts.All(c => c is not null) ? string.Join('・', counts) : null;
        }
    }

    private string? DifferenceOf(JudgedCount before, JudgedCount after) => after.Value - before.Value is { } difference
        ? $"{(after.Name is null ? "" : after.Name + " ")}{FigureFormat.SignedDifference(difference, Indicator.DecimalsOf(Later.Latest?.Reading))}{FigureFormat.DifferenceUnit(Indicator)}"
        : null;
}

/// <summary>状態の動き: whether the status is better, the same or worse than before. Says nothing of whether a number rose.</summary>
public enum Turn
{
    Better,
    Same,
    Worse,
}
