namespace UedaPlan.Domain;

/// <summary>数ごとの判定の途中: one line judged, with every number still exact.</summary>
internal sealed record Verdict(Line Line, FiscalYear? Year, Exact? Value, Exact? Forecast, Status Status)
{
    public Exact? Pace => Year is { } year && Line.Kind != IndicatorKind.Limit ? Domain.Pace.Shown(Line, year) : null;
    public bool? ForecastMet => Forecast is { } forecast ? Line.Meets(forecast) : null;

    /// <summary>Progress as a share of the expected progress; only for reach, where the expected progress is never zero.</summary>
    public Exact? Progress { get; private init; }

    public static Verdict Of(Line line, Figure? latest, Thresholds thresholds)
    {
        if (latest is null) return new Verdict(line, null, null, null, Status.NoData);
        var verdict = new Verdict(line, latest.Year, line.ValueOf(latest.Reading), Domain.Forecast.Of(line, line.TargetYear), Status.NoData);
        if (line.Indicator.Kind == IndicatorKind.Reach) verdict = verdict with { Progress = verdict.ProgressOfReach() };
        return verdict with { Status = verdict.Decide(thresholds) };
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
    };

    /// <summary>Reach, while years remain and the target is not met: (T − A) per remaining year.</summary>
    public Exact? NeededPerYear()
    {
        if (Line.Kind != IndicatorKind.Reach || Value is not { } value || Year!.Value >= Line.TargetYear || Line.Meets(value)) return null;
        var needed = (Line.Target - value) / Exact.Of((long)(Line.TargetYear - Year.Value));
        return Line.Indicator.IsWhole ? needed.Ceiling() : needed;
    }

    public Exact? Headroom() => Line.Kind switch
    {
        IndicatorKind.Limit => Line.Target - Value,
        IndicatorKind.Floor => Value - Line.Target,
        _ => null,
    };

    // A dash has no number; it only appears where it counts as met.
    private bool IsMet => Value is not { } value || Line.Meets(value);

    private Status Decide(Thresholds thresholds) => Line.Kind switch
    {
        IndicatorKind.Reach => IsMet ? Status.Achieved
            : Value >= Pace ? Status.OnTrack
            : Progress >= Exact.Of(thresholds.WatchFrom) ? Status.Watch : Status.ActionNeeded,
        IndicatorKind.Keep => IsMet ? Status.Achieved
            : Value >= Exact.Of(thresholds.KeepFrom) * Line.Target ? Status.Watch : Status.ActionNeeded,
        IndicatorKind.Floor => !IsMet ? Status.ActionNeeded
            : Year >= Line.TargetYear ? Status.Achieved
            : Value >= Pace && ForecastMet != false ? Status.OnTrack : Status.Watch,
        _ => !IsMet ? Status.ActionNeeded
            : Year >= Line.TargetYear ? Status.Achieved
            : ForecastMet != false ? Status.OnTrack : Status.Watch,
    };

    private Exact? ProgressOfReach()
    {
        var expected = Domain.Pace.Of(Line, Year!.Value) - Line.Start;
        return (Value - Line.Start) / expected;
    }

    private Exact? BeforeValue()
    {
        if (Year is not { } year) return null;
        var before = year.Plus(-1);
        if (Line.Indicator.ActualOf(before) is { } figure) return Line.ValueOf(figure.Reading);
        return Line.Indicator.Baseline is { } baseline && baseline.Year == before ? Line.Start : null;
    }
}
