using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>判定: status, numbers and the sentence that explains them, made together so that they cannot disagree.</summary>
public sealed record Judgement
{
    public required Status Status { get; init; }

    /// <summary>The year of the judged actual; null while there is none.</summary>
    public FiscalYear? Year { get; init; }

    /// <summary>One per named count of a composite indicator, else exactly one.</summary>
    public required ImmutableArray<JudgedCount> Counts { get; init; }

    /// <summary>One plain Japanese paragraph: why the status is what it is.</summary>
    public required string Reason { get; init; }

    public JudgedCount First => Counts[0];
    public bool IsComposite => Counts.Length > 1;
}

/// <summary>数ごとの判定: one number judged against its target. Values are unrounded; null where there is none.</summary>
public sealed record JudgedCount
{
    public string? Name { get; init; }
    public required Status Status { get; init; }
    public decimal? Value { get; init; }

    /// <summary>いまの目安, at the year of the actual. None for a limit.</summary>
    public decimal? Pace { get; init; }

    /// <summary>このままの見込み, at the target year.</summary>
    public decimal? Forecast { get; init; }
    public bool? ForecastMet { get; init; }

    /// <summary>目安との差: value − pace.</summary>
    public decimal? Gap { get; init; }

    /// <summary>Change from the actual of the year before (or the baseline, when it is that year's).</summary>
    public decimal? Change { get; init; }

    /// <summary>Reach: what is still needed in each remaining year, rounded up for whole numbers.</summary>
    public decimal? NeededPerYear { get; init; }

    /// <summary>Limit: 上限まで, target − value. Floor: 下限まで, value − target.</summary>
    public decimal? Headroom { get; init; }

    /// <summary>なぜこの状態か: how status and numbers came about.</summary>
    public required Arithmetic Arithmetic { get; init; }
}
