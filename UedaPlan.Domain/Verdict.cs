using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>数ごとの判定の途中: one line judged, with every number still exact.</summary>
internal sealed record Verdict(Line Line, Figure? Latest, Thresholds Thresholds)
{
    public FiscalYear? Year { get; } = Latest?.Year;
    public Exact? Value { get; } = Latest is null ? null : Line.ValueOf(Latest.Reading);
    public ForecastLine? ForecastLine { get; } = Latest is null ? null : Domain.Forecast.Of(Line);
    public ImmutableArray<Rule> Rules { get; private init; }

    public Status Status => Rules.FirstOrDefault(r => r.Applies)?.Status ?? Status.NoData;
    public Exact? Pace => PaceStep?.Shown;
    public Exact? Forecast => ForecastLine?.At(Line.TargetYear);
    public bool? ForecastMet => Forecast is { } forecast ? Line.Meets(forecast) : null;
    public Exact? Progress => ProgressStep?.Share;

    public static Verdict Of(Line line, Figure? latest, Thresholds thresholds)
    {
        var verdict = new Verdict(line, latest, thresholds);
        return verdict with { Rules = latest is null ? Rule.Of(line.Kind) : Rule.Of(line.Kind, verdict.Judge) };
    }

    public JudgedCount ToCount() => new()
    {
        Name = Line.Name,
        Status = Status,
        Value = Value?.ToDecimal(),
        Pace = Pace?.ToDecimal(),
        Forecast = Forecast?.ToDecimal(),
        ForecastMet = ForecastMet,
        Gap = (Value - Pace)?.ToDecimal(),
        Change = (Value - BeforeValue())?.ToDecimal(),
        NeededPerYear = NeededPerYear()?.ToDecimal(),
        Headroom = Headroom()?.ToDecimal(),
        Arithmetic = ToArithmetic(),
    };

    /// <summary>Reach, while years remain and the target is not met: (T − A) per remaining year.</summary>
    public Exact? NeededPerYear() => NeededStep()?.Shown;

    public Exact? Headroom() => Line.Kind switch
    {
        IndicatorKind.Limit => Line.Target - Value,
        IndicatorKind.Floor => Value - Line.Target,
        _ => null,
    };

    private PaceStep? PaceStep => Year is { } year && Line.Kind != IndicatorKind.Limit ? Domain.Pace.Of(Line, year) : null;

    /// <summary>Progress as a share of the expected progress; only for reach. Nothing is expected of a line from 0 to 0.</summary>
    private ProgressStep? ProgressStep
    {
        get
        {
            if (Line.Kind != IndicatorKind.Reach || Value is not { } value || PaceStep is not { } pace) return null;
            var expected = pace.Read - Line.Start;
            return expected > Exact.Zero ? new ProgressStep(value - Line.Start, expected) : null;
        }
    }

    // A dash has no number; it only appears where it counts as met.
    private bool IsMet => Value is not { } value || Line.Meets(value);

    private Exact? KeepLevel => Line.Kind == IndicatorKind.Keep ? Exact.Of(Thresholds.KeepFrom) * Line.Target : null;

    private Condition Judge(ConditionKind kind) => kind switch
    {
        ConditionKind.TargetMet => Compared(kind, IsMet, Line.Rounded(Value), Line.PrintedTarget),
        ConditionKind.TargetMissed => Compared(kind, !IsMet, Line.Rounded(Value), Line.PrintedTarget),
        ConditionKind.TargetYearReached => new Condition(kind) { Holds = Year >= Line.TargetYear },
        ConditionKind.PaceReached => Compared(kind, Value >= Pace, Value, Pace),
        ConditionKind.ProgressEnough => Compared(kind, Progress >= Exact.Of(Thresholds.WatchFrom), Progress, Exact.Of(Thresholds.WatchFrom)),
        ConditionKind.LevelKept => Compared(kind, Value >= KeepLevel, Value, KeepLevel),
        ConditionKind.ForecastMet => Compared(kind, ForecastMet != false, Line.Rounded(Forecast), Line.PrintedTarget),
        _ => new Condition(kind) { Holds = true },
    };

    private static Condition Compared(ConditionKind kind, bool holds, Exact? left, Exact? right) =>
        new(kind) { Holds = holds, Left = left, Right = left is null ? null : right };

    private NeededStep? NeededStep()
    {
        if (Line.Kind != IndicatorKind.Reach || Value is not { } value || Year!.Value >= Line.TargetYear || Line.Meets(value)) return null;
        var (missing, years) = (Line.Target - value, Line.TargetYear - Year.Value);
        var each = missing / Exact.Of((long)years);
        return new NeededStep(missing, years, each, Line.Indicator.IsWhole ? each.Ceiling() : each);
    }

    private Exact? BeforeValue()
    {
        if (Year?.Plus(-1) is not { } before) return null;
        if (Line.Indicator.ActualOf(before) is { } figure) return Line.ValueOf(figure.Reading);
        return Line.Indicator.Baseline is { } baseline && baseline.Year == before ? Line.Start : null;
    }

    private Arithmetic ToArithmetic() => new()
    {
        Kind = Line.Kind,
        StartYear = Line.StartYear,
        TargetYear = Line.TargetYear,
        Start = Line.Start,
        Target = Line.Target,
        Rules = Rules,
        Year = Year,
        Reading = Latest?.Reading,
        Value = Value,
        Rounded = Line.Rounded(Value),
        Before = BeforeValue(),
        Pace = PaceStep,
        Progress = ProgressStep,
        KeepLevel = KeepLevel,
        ForecastPoints = Domain.Forecast.PointsOf(Line),
        Forecast = ForecastLine,
        Needed = NeededStep(),
        Headroom = Headroom(),
    };
}
