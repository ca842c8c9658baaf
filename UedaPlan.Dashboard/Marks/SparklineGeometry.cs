using System.Globalization;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>小さな推移の形: points of baseline, actuals, pace, target and forecast of one count, over the plan's years.</summary>
public sealed class SparklineGeometry
{
    private const double Margin = 2;
    private const int YearsShown = 7;

    private readonly SparklineFrame _frame;

    private readonly FiscalYear _first;
    private readonly FiscalYear _last;
    private readonly double _least;
    private readonly double _most;

    public SparklineGeometry(IndicatorCard card, SparklineFrame frame)
    {
        _frame = frame;
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
        Years = [.. LabelsOf(actuals.Count > 0 ? actuals[^1].Year : null)];
        Hatch = indicator.Kind switch { IndicatorKind.Limit => (Margin, TargetY - Margin), IndicatorKind.Floor => (TargetY, frame.Ground - TargetY), _ => null };
    }

    public double TargetY { get; }
    /// <summary>The first year, the year of the newest actual and the last, where their labels have room.</summary>
    public IReadOnlyList<(double X, string Anchor, string Text)> Years { get; }
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

    private IEnumerable<(double X, string Anchor, string Text)> LabelsOf(FiscalYear? newest)
    {
        if (newest is not { } year || year - _first >= 2) yield return (_frame.Left, "start", _first.ToShort());
        if (newest is { } latest && (_last - latest) >= 2) yield return (X(latest), "middle", latest.ToShort());
        yield return (_frame.Right, "end", _last.ToShort());
    }

    private (double X, double Y) At(FiscalYear year, decimal value) => (X(year), Y(value));

    private double X(FiscalYear year) => Math.Round(_frame.Left + ((_frame.Right - _frame.Left) * (year - _first) / (_last - _first)), 1);

    private double Y(decimal value) => _most == _least
        ? (_frame.Top + _frame.Floor) / 2
        : Math.Round(_frame.Floor - ((_frame.Floor - _frame.Top) * ((double)value - _least) / (_most - _least)), 1);
}

/// <summary>小さな推移の枠: the picture and, inside it, where years and values lie, in pixels.</summary>
public sealed record SparklineFrame(double Width, double Height, double Left, double Right, double Top, double Floor, double Ground)
{
    public static SparklineFrame Small { get; } = new(118, 58, 6, 112, 9, 46, 52);

    /// <summary>With room for the names of the years below.</summary>
    public static SparklineFrame Large { get; } = new(326, 116, 10, 314, 15, 75, 84);
}
