namespace UedaPlan.Domain;

/// <summary>いまの目安: the straight line from baseline to target, read at a year.</summary>
public static class Pace
{
    /// <summary>Unrounded, in the indicator's unit; null for a limit, which has no pace, and before the line starts.</summary>
    public static decimal? At(Indicator indicator, FiscalYear year, int count = 0) => StepAt(indicator, year, count)?.Shown.ToDecimal();

    /// <summary>As <see cref="At"/>, with the numbers it is worked out from.</summary>
    public static PaceStep? StepAt(Indicator indicator, FiscalYear year, int count = 0) =>
        indicator.Kind == IndicatorKind.Limit || year < indicator.StartYear ? null : Of(new Line(indicator, count), year);

    internal static PaceStep Of(Line line, FiscalYear year)
    {
        var (elapsed, span) = (year - line.StartYear, line.TargetYear - line.StartYear);
        var pace = elapsed >= span ? line.Target : line.Start + ((line.Target - line.Start) * Exact.Of((long)elapsed) / Exact.Of((long)span));
        return new PaceStep(year, elapsed, span, pace, Shown(line, pace));
    }

    /// <summary>Rounded down for a rising target in whole numbers: half an event cannot be held.</summary>
    private static Exact Shown(Line line, Exact pace) => line.Indicator.IsWhole && line.Target > line.Start ? pace.Floor() : pace;
}

/// <summary>目安の計算: the years gone by and in all, the line's reading, and the pace a figure is held against.</summary>
public sealed record PaceStep(FiscalYear Year, int Elapsed, int Span, Exact Read, Exact Shown)
{
    public bool IsRoundedDown => Shown != Read;
}
