namespace UedaPlan.Domain;

/// <summary>このままの見込み: the least-squares line through the baseline and the newest three actuals.</summary>
public static class Forecast
{
    private const int NewestActuals = 3;
    private const int FewestPoints = 3;

    /// <summary>Unrounded, in the indicator's unit; null where the points do not allow one or the year is not ahead.</summary>
    public static decimal? At(Indicator indicator, FiscalYear year, int count = 0) => Of(new Line(indicator, count), year)?.ToDecimal();

    internal static Exact? Of(Line line, FiscalYear year)
    {
        var actuals = line.Indicator.Actuals;
        if (actuals.Count == 0 || actuals[^1].Year >= line.TargetYear) return null;
        var points = actuals.Select(f => (f.Year, Value: line.ValueOf(f.Reading))).Where(p => p.Value is not null)
            .TakeLast(NewestActuals).Select(p => (p.Year, p.Value!.Value)).ToList();
        if (line.Indicator.Baseline is not null) points.Insert(0, (line.StartYear, line.Start));
        return points.Count < FewestPoints ? null : Fit(points, year).Clamp(Exact.Zero, line.Indicator.IsShare ? Exact.Of(100L) : null);
    }

    private static Exact Fit(List<(FiscalYear Year, Exact Value)> points, FiscalYear year)
    {
        var n = Exact.Of((long)points.Count);
        Exact sumX = Exact.Zero, sumY = Exact.Zero, sumXx = Exact.Zero, sumXy = Exact.Zero;
        foreach (var (at, y) in points)
        {
            var x = Exact.Of((long)at.StartYear);
            (sumX, sumY, sumXx, sumXy) = (sumX + x, sumY + y, sumXx + (x * x), sumXy + (x * y));
        }
        var slope = ((n * sumXy) - (sumX * sumY)) / ((n * sumXx) - (sumX * sumX));
        return (sumY + (slope * ((n * Exact.Of((long)year.StartYear)) - sumX))) / n;
    }
}
