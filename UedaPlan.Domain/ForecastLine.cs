using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>見込みの線: the points a forecast is fitted through and what the line reads; never below 0, nor above 100 for a share.</summary>
public sealed record ForecastLine
{
    private readonly Exact? _most;
    private readonly Fit _fit;

    internal ForecastLine(ImmutableArray<ForecastPoint> points, Exact? most) => (Points, _most, _fit) = (points, most, Fit.Of(points));

    public ImmutableArray<ForecastPoint> Points { get; }

    /// <summary>How much the line rises in a year, in the indicator's unit.</summary>
    public Exact Slope => _fit.Slope;

    /// <summary>What the line reads, even where no such value can be.</summary>
    public Exact ReadAt(FiscalYear year) => _fit.At(year);

    public Exact At(FiscalYear year) => Possible(ReadAt(year));

    /// <summary>The least and the most the line would read if any one of its points were missing; what it reads always lies between.</summary>
    public (Exact Low, Exact High) RangeAt(FiscalYear year)
    {
        var without = Points.Select(left => Possible(Fit.Of([.. Points.Where(p => p != left)]).At(year))).ToList();
        return (without.Min(), without.Max());
    }

    private Exact Possible(Exact value) => value.Clamp(Exact.Zero, _most);

    /// <summary>The straight line with the least squares of distances.</summary>
    private sealed record Fit(Exact MeanYear, Exact MeanValue, Exact Slope)
    {
        public Exact At(FiscalYear year) => MeanValue + (Slope * (Exact.Of((long)year.StartYear) - MeanYear));

        public static Fit Of(ImmutableArray<ForecastPoint> points)
        {
            var n = Exact.Of((long)points.Length);
            Exact sumX = Exact.Zero, sumY = Exact.Zero, sumXx = Exact.Zero, sumXy = Exact.Zero;
            foreach (var point in points)
            {
                var x = Exact.Of((long)point.Year.StartYear);
                (sumX, sumY, sumXx, sumXy) = (sumX + x, sumY + point.Value, sumXx + (x * x), sumXy + (x * point.Value));
            }
            return new Fit(sumX / n, sumY / n, ((n * sumXy) - (sumX * sumY)) / ((n * sumXx) - (sumX * sumX)));
        }
    }
}

/// <summary>見込みに使う値: the baseline or an actual of one year.</summary>
public sealed record ForecastPoint(FiscalYear Year, Exact Value, bool IsBaseline);
