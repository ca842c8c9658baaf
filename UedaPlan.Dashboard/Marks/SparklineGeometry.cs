using System.Globalization;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>小さな推移の形: points of baseline, actuals, pace, target and forecast of one count, over the plan's years.</summary>
public sealed class SparklineGeometry
{
    private const double Left = 6, Right = 112, Top = 9, Floor = 46;
    private const int YearsShown = 7;

    private readonly FiscalYear _first;
    private readonly FiscalYear _last;
    private readonly double _least;
    private readonly double _most;

    public SparklineGeometry(IndicatorCard card)
    {
        var indicator = card.Indicator;
        var target = indicator.Target;
        var printed = target.Values[0].Number;
        _last = target.Year;
        _first = indicator.StartYear < _last.Plus(-YearsShown) ? indicator.StartYear : _last.Plus(-YearsShown);
        var actuals = indicator.Actuals.Where(f => f.Year <= _last).Select(f => (f.Year, Value: ValueOf(f.Reading))).Where(p => p.Value is not null)
            .Select(p => (p.Year, Value: p.Value!.Value)).ToList();
        var start = indicator.Baseline is { } baseline ? (baseline.Year, baseline.Values[0].Number) : ((FiscalYear Year, decimal Value)?)null;
        var forecast = card.Judgement.First.Forecast;
        decimal[] all = [printed, .. actuals.Select(a => a.Value), .. start is { } s ? [s.Value] : Array.Empty<decimal>(), .. forecast is { } f ? [f] : Array.Empty<decimal>()];
        (_least, _most) = ((double)all.Min(), (double)all.Max());
        TargetY = Y(printed);
        Start = start is { } at ? At(at.Year, at.Value) : null;
        Actuals = [.. actuals.Select(a => At(a.Year, a.Value))];
        Forecast = forecast is { } end ? At(_last, end) : null;
        var pace = Domain.Pace.At(indicator, indicator.StartYear);
        PaceStart = indicator.Kind is IndicatorKind.Limit or IndicatorKind.Keep || pace is null || start is null ? null : At(indicator.StartYear, pace.Value);
        TargetPoint = At(_last, printed);
        Hatch = indicator.Kind switch { IndicatorKind.Limit => (Top - 7, TargetY - Top + 7), IndicatorKind.Floor => (TargetY, 52 - TargetY), _ => null };
    }

    public double TargetY { get; }
    public (double X, double Y)? Start { get; }
    public IReadOnlyList<(double X, double Y)> Actuals { get; }
    public (double X, double Y)? Forecast { get; }
    public (double X, double Y)? PaceStart { get; }
    public (double X, double Y) TargetPoint { get; }
    public (double Y, double Height)? Hatch { get; }

    /// <summary>The line from the baseline through every actual; empty with fewer than two points.</summary>
    public string Line => Path([.. Start is { } start ? [start] : Array.Empty<(double, double)>(), .. Actuals]);

    public static string Path(params (double X, double Y)[] points) => points.Length < 2 ? "" : "M" + string.Join('L', points.Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.X} {p.Y}")));

    private static decimal? ValueOf(Reading reading) => reading switch
    {
        Reading.Amount amount => amount.Value,
        Reading.Ratio ratio => FigureFormat.PercentOf(ratio),
        Reading.Counts counts => counts.Items[0].Value,
        _ => null,
    };

    private (double X, double Y) At(FiscalYear year, decimal value) =>
        (Math.Round(Left + ((Right - Left) * (year - _first) / (_last - _first)), 1), Y(value));

    private double Y(decimal value) => _most == _least
        ? (Top + Floor) / 2
        : Math.Round(Floor - ((Floor - Top) * ((double)value - _least) / (_most - _least)), 1);
}
