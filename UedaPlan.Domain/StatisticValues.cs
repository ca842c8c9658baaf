using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>図の値: years (or other labels) × items, with unit and form; what a department enters for one chart of the plan.</summary>
public sealed record StatisticValues
{
    public const int MostLabels = 40;
    public const int MostSeries = 12;
    public const char UnitSeparator = '、';
    public const int MostUnits = 2; // an axis on either side
    public const int LongestName = 40;
    public const int LongestUnit = 20;
    public const int LongestNote = 200;

    /// <summary>令和5年度 · 20歳代; each once, fiscal years in their order.</summary>
    public required ImmutableArray<string> Labels { get; init; }
    public required ImmutableArray<StatisticSeries> Series { get; init; }

    /// <summary>人; 「件、千円」 names one unit for each item in turn.</summary>
    public required string Unit { get; init; }
    public required StatisticForm Form { get; init; }
    public string? Note { get; init; }

    public bool IsByYear => Labels.All(label => YearLabel.TryRead(label, out _));

    /// <summary>A stack from which a part is missing is lower than the whole: that has to be said.</summary>
    public bool LeavesGaps => Form == StatisticForm.Stacked && Series.Any(s => s.Values.Contains(null));

    public bool HasUnits => Unit.Contains(UnitSeparator);

    public string UnitOf(int series) => HasUnits ? Unit.Split(UnitSeparator)[series] : Unit;

    /// <summary>令5 for a fiscal year, any other label as it is.</summary>
    public static string ShortOf(string label) => YearLabel.TryRead(label, out var year) ? year.ToShort() : label;

    public bool Equals(StatisticValues? other) => other is not null && Unit == other.Unit && Form == other.Form && Note == other.Note
        && Labels.SequenceEqual(other.Labels) && Series.SequenceEqual(other.Series);

    public override int GetHashCode() => HashCode.Combine(Unit, Form, Labels.Length, Series.Length);
}

/// <summary>系列: one item of a chart and its value for each label; null is 「―」, which is not 0.</summary>
public sealed record StatisticSeries(string Name, ImmutableArray<decimal?> Values)
{
    /// <summary>Decimals the item is shown with: the most that any of its values was entered with.</summary>
    public int Decimals => Values.Max(v => v?.Scale) ?? 0;

    /// <summary>6,480 · 67.90 · ―</summary>
    public string TextAt(int index) => Values[index] is { } value ? FigureFormat.Number(value, Decimals) : "―";

    public bool Equals(StatisticSeries? other) => other is not null && Name == other.Name && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Name, Values.Length);
}

/// <summary>図の形: lines for developments, stacks for parts of an amount, shares for parts of a hundred.</summary>
public enum StatisticForm
{
    Lines,
    Stacked,
    Shares,
}

/// <summary>図の形の名: as the screens write it.</summary>
public static class StatisticForms
{
    public static string ToWord(this StatisticForm form) => form switch
    {
        StatisticForm.Stacked => "積み上げ",
        StatisticForm.Shares => "構成比",
        _ => "折れ線",
    };
}
