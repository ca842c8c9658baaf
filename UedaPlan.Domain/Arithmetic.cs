using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>計算のみちすじ: every number one judgement was made of, exact, made together with its status.</summary>
public sealed record Arithmetic
{
    public required IndicatorKind Kind { get; init; }
    public required FiscalYear StartYear { get; init; }
    public required FiscalYear TargetYear { get; init; }

    /// <summary>基準値; where the plan prints none, the line starts from 0.</summary>
    public required Exact Start { get; init; }
    public required Exact Target { get; init; }

    /// <summary>The rules of the kind in their order; one applies as soon as there is a figure.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>The year of the judged actual; null while there is none.</summary>
    public FiscalYear? Year { get; init; }
    public Reading? Reading { get; init; }

    /// <summary>Null while there is no actual, and for 「－」.</summary>
    public Exact? Value { get; init; }

    /// <summary>The value in the decimals the plan prints: what is held against the printed target.</summary>
    public Exact? Rounded { get; init; }

    /// <summary>The actual of the year before, or the baseline where it is that year's.</summary>
    public Exact? Before { get; init; }
    public PaceStep? Pace { get; init; }
    public ProgressStep? Progress { get; init; }

    /// <summary>Keep: the share of the target below which nothing is kept any more.</summary>
    public Exact? KeepLevel { get; init; }

    /// <summary>The points a forecast is, or one day will be, drawn through.</summary>
    public required ImmutableArray<ForecastPoint> ForecastPoints { get; init; }
    public ForecastLine? Forecast { get; init; }
    public NeededStep? Needed { get; init; }

    /// <summary>Limit: target − value. Floor: value − target.</summary>
    public Exact? Headroom { get; init; }

    public Rule? Applied => Rules.FirstOrDefault(r => r.Applies);
}

/// <summary>伸びの割合: what was gained since the baseline, what the pace expects, and the one as a share of the other.</summary>
public sealed record ProgressStep(Exact Gained, Exact Expected)
{
    public Exact Share => Gained / Expected;
}

/// <summary>あと年n: what is missing to the target, the years that remain, and what each of them must add.</summary>
public sealed record NeededStep(Exact Missing, int Years, Exact Each, Exact Shown)
{
    public bool IsRoundedUp => Shown != Each;
}
