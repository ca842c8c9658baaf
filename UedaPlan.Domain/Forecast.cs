using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>このままの見込み: the least-squares line through the baseline and the newest three actuals.</summary>
public static class Forecast
{
    private const int NewestActuals = 3;

    /// <summary>From so many points on a line is drawn.</summary>
    public const int FewestPoints = 3;

    /// <summary>Unrounded, in the indicator's unit; null where the points do not allow one or the year is not ahead.</summary>
    public static decimal? At(Indicator indicator, FiscalYear year, int count = 0) => Of(new Line(indicator, count))?.At(year).ToDecimal();

    /// <summary>As <see cref="At"/>: the least and the most the line would read if any one of its points were missing.</summary>
    public static (decimal Low, decimal High)? RangeAt(Indicator indicator, FiscalYear year, int count = 0) =>
        Of(new Line(indicator, count))?.RangeAt(year) is { } range ? (range.Low.ToDecimal(), range.High.ToDecimal()) : null;

    internal static ForecastLine? Of(Line line)
    {
        var actuals = line.Indicator.Actuals;
        if (actuals.Count == 0 || actuals[^1].Year >= line.TargetYear) return null;
        var points = PointsOf(line);
        return points.Length < FewestPoints ? null : new ForecastLine(points, line.Indicator.IsShare ? Exact.Of(100L) : null);
    }

    /// <summary>The points a line would be drawn through, also while they are too few. A published dash is left out.</summary>
    internal static ImmutableArray<ForecastPoint> PointsOf(Line line)
    {
        var newest = line.Indicator.Actuals.Select(f => (f.Year, Value: line.ValueOf(f.Reading))).Where(p => p.Value is not null)
            .TakeLast(NewestActuals).Select(p => new ForecastPoint(p.Year, p.Value!.Value, IsBaseline: false));
        return line.Indicator.Baseline is null ? [.. newest] : [new ForecastPoint(line.StartYear, line.Start, IsBaseline: true), .. newest];
    }
}
