namespace UedaPlan.Domain;

/// <summary>数ごとの判定の途中: one line judged, with every number still exact.</summary>
internal sealed record Verdict(Line Line, FiscalYear? Year, Exact? Value, Exact? Forecast, Status Status)
{
    public Exact? Pace => Year is { } year && Line.Kind != IndicatorKind.Limit ? Domain.Pace.Shown(Line, year) : null;
    public bool? ForecastMet => Forecast is { } forecast ? Line.Meets(forecast) : null;

    /// <summary>Progress as a share of the expected progress; only for reach. Nothing is expected of a line from 0 to 0.</summary>
    public Exact? Progress
    {
        get
        {
            if (Line.Kind != IndicatorKind.Reach || Year is not { } year || Value is not { } value) return null;
            var expected = Domain.Pace.Of(Line, year) - Line.Start;
            return expected > Exact.Zero ? (value - Line.Start) / expected : null;
        }
    }

    public static Verdict Of(Line line, Figure? latest, Thresholds thresholds)
    {
        if (latest is null) return new Verdict(line, null, null, null, Status.NoData);
        var verdict = new Verdict(line, latest.Year, line.ValueOf(latest.Reading), Domain.Forecast.Of(line, line.TargetYear), Status.NoData);
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

    private Exact? BeforeValue()
    {
        if (Year?.Plus(-1) is not { } before) return null;
        if (Line.Indicator.ActualOf(before) is { } figure) return Line.ValueOf(figure.Reading);
        return Line.Indicator.Baseline is { } baseline && baseline.Year == before ? Line.Start : null;
    }
}
