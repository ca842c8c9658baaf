namespace UedaPlan.Dashboard.Marks;

/// <summary>縦軸の目盛: a range around the values with three to five round ticks; from zero unless that would flatten the line.</summary>
public sealed record TrendScale(double Least, double Most, double Step, IReadOnlyList<double> Ticks)
{
    private const double Air = 0.25;
    private const double FlatBelow = 0.4; // a line whose least value is under this share of its most shows well from zero
    private const int SmallCount = 10;
    private const int MostTicks = 5;
    private const int FewestTicks = 3;

    public bool IsTruncated => Least > 0;

    /// <summary>Decimals that tell the ticks apart.</summary>
    public int Decimals => (int)Math.Max(0, -Math.Floor(Math.Log10(Step) + 1e-9));

    /// <param name="values">Everything that is drawn; none is negative.</param>
    /// <param name="unit">The smallest step the figures can make: 1 for counts, 0.1 for a rate with one decimal.</param>
    /// <param name="top">The highest tick that means something: 100 for a share.</param>
    public static TrendScale Of(IReadOnlyCollection<double> values, double unit, double top = double.MaxValue)
    {
        var (low, high) = (values.Min(), values.Max());
        if (low < high * FlatBelow || high <= 0 || (unit >= 1 && high <= SmallCount)) return FromZero(high, unit, top);
        var span = Math.Max(high - low, 4 * unit);
        var middle = (high + low) / 2;
        var (least, most) = (middle - (span * (0.5 + Air)), middle + (span * (0.5 + Air)));
        return least <= 0 ? FromZero(high, unit, top) : Ticked(least, most, unit, top);
    }

    private static TrendScale FromZero(double high, double unit, double top) => Ticked(0, Math.Max(high * (1 + Air), 2 * unit), unit, top);

    private static TrendScale Ticked(double least, double most, double unit, double top)
    {
        var step = StepFor(most - least, unit);
        // A half step only where it is round itself: 77 between 76 and 78, but not 192.5.
        var grain = Leading(step) == 2 ? step / 2 : step;
        var bottom = Math.Max(0, Math.Floor((least / grain) + 1e-9) * grain);
        var ticks = TicksOf(bottom, most, step, top);
        while (ticks.Count > MostTicks)
        {
            step = Next(step);
            ticks = TicksOf(bottom, most, step, top);
        }
        while (ticks.Count < FewestTicks)
        {
            if (most < top) most += step;
            else bottom = Math.Max(0, bottom - step);
            ticks = TicksOf(bottom, most, step, top);
        }
        // The break mark stands at the bottom of a shortened axis; a tick there would read as if nothing were left out.
        if (bottom > 0 && ticks.Count > FewestTicks && ticks[0] - bottom < step / 10) ticks.RemoveAt(0);
        return new TrendScale(Math.Round(bottom, 6), most, step, ticks);
    }

    private static List<double> TicksOf(double bottom, double most, double step, double top)
    {
        var first = (int)Math.Ceiling((bottom / step) - 1e-9);
        return [.. Enumerable.Range(first, 60).Select(i => Math.Round(i * step, 6)).TakeWhile(t => t <= most + 1e-9 && t <= top)];
    }

    private static double StepFor(double range, double unit)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(range)) - 1);
        while (range / step > MostTicks || step < unit * 0.999) step = Next(step);
        return step;
    }

    // 1, 2, 5, 10, 20 …
    private static double Next(double step) => Leading(step) switch { 1 => step * 2, 2 => step * 2.5, _ => step * 2 };

    private static int Leading(double step) => (int)Math.Round(step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9)));
}
