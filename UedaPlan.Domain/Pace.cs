namespace UedaPlan.Domain;

/// <summary>いまの目安: the straight line from baseline to target, read at a year.</summary>
public static class Pace
{
    /// <summary>Unrounded, in the indicator's unit; null for a limit, which has no pace, and before the line starts.</summary>
    public static decimal? At(Indicator indicator, FiscalYear year, int count = 0)
    {
        if (indicator.Kind == IndicatorKind.Limit || year < indicator.StartYear) return null;
        return Shown(new Line(indicator, count), year).ToDecimal();
    }

    internal static Exact Of(Line line, FiscalYear year)
    {
        if (year >= line.TargetYear) return line.Target;
        return line.Start + ((line.Target - line.Start) * Exact.Of((long)(year - line.StartYear)) / Exact.Of((long)(line.TargetYear - line.StartYear)));
    }

    /// <summary>Rounded down for a rising target in whole numbers: half an event cannot be held.</summary>
    internal static Exact Shown(Line line, FiscalYear year)
    {
        var pace = Of(line, year);
        return line.Indicator.IsWhole && line.Target > line.Start ? pace.Floor() : pace;
    }
}
