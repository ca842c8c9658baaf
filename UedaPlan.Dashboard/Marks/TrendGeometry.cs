using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>グラフの言葉: what the labels of a trend say; the component that draws it holds the texts.</summary>
public sealed record TrendWords(string Baseline, string Target, string Forecast, string Pace, string Latest, string Interim, string Outside, string Bound);

/// <summary>推移のグラフの形: where everything lies in a drawing of 738 by a given height, with labels that never touch.</summary>
public sealed class TrendGeometry
{
    public const double Width = 738;
    private const double Top = 24;
    private const double Below = 34;

    private readonly TrendData _data;
    private readonly Figure? _interim;

    public TrendGeometry(TrendData data, Figure? interim, TrendWords words, double height = 312)
    {
        (_data, _interim, Height) = (data, interim, height);
        Scale = TrendScale.Of([.. Drawn()], (double)Math.Pow(10, -data.Decimals), data.Indicator.IsShare ? 100 : double.MaxValue);
        Ticks = [.. Scale.Ticks.Select(t => (t, FigureFormat.Number((decimal)t, Scale.Decimals) + data.Indicator.Unit))];
        Left = Math.Max(52, Math.Round(Ticks.Max(t => TrendLabel.WidthOf(t.Text, 14)) + 20, 1));
        var texts = new TrendText(this, words);
        Right = Math.Round(Width - 14 - texts.WidestAtRight, 1);
        Points = [.. PointsOf()];
        Labels = texts.Place();
    }

    public TrendData Data => _data;
    public double Height { get; }
    public TrendScale Scale { get; }
    public double Left { get; }
    public double Right { get; }
    public double Bottom => Height - Below;
    public static double PlotTop => Top;
    public IReadOnlyList<(double Value, string Text)> Ticks { get; }
    public IReadOnlyList<TrendPoint> Points { get; }
    public IReadOnlyList<TrendLabel> Labels { get; }

    public double TargetY => Y(TrendData.ValueOf(_data.Target));
    public double TargetX => X(_data.TargetYear);
    public double? LatestX => _data.Latest is { } year ? X(year) : null;

    /// <summary>The range a limit or floor must not enter.</summary>
    public (double Y, double Height)? Hatch => _data.Kind switch
    {
        IndicatorKind.Limit => (Top, Math.Round(TargetY - Top, 1)),
        IndicatorKind.Floor => (TargetY, Math.Round(Bottom - TargetY, 1)),
        _ => null,
    };

    public IReadOnlyList<(double X, double Y)> Pace => [.. _data.Years.Where(y => y <= _data.TargetYear)
        .Select(y => (Year: y, Value: _data.PaceAt(y))).Where(p => p.Value is not null).Select(p => (X(p.Year), Y(p.Value!.Value)))];

    /// <summary>From the newest actual through each coming year; empty without a forecast.</summary>
    public IReadOnlyList<(double X, double Y)> Forecast
    {
        get
        {
            var ahead = _data.Years.Select(y => (Year: y, Value: _data.ForecastAt(y))).Where(p => p.Value is not null)
                .Select(p => (X(p.Year), Y(p.Value!.Value))).ToList();
            if (ahead.Count > 0 && Points.LastOrDefault(p => p.IsLatest) is { } latest) ahead.Insert(0, (latest.X, latest.Y));
            return ahead;
        }
    }

    /// <summary>How far the forecast may be off, there and back; it opens at the newest actual.</summary>
    public IReadOnlyList<(double X, double Y)> Spread
    {
        get
        {
            var ahead = _data.Years.Select(y => (Year: y, Range: _data.RangeAt(y))).Where(p => p.Range is not null).Select(p => (X: X(p.Year), p.Range!.Value)).ToList();
            if (ahead.Count == 0 || Points.LastOrDefault(p => p.IsLatest) is not { } latest) return [];
            return [(latest.X, latest.Y), .. ahead.Select(p => (p.X, Y(p.Value.High))), .. Enumerable.Reverse(ahead).Select(p => (p.X, Y(p.Value.Low)))];
        }
    }

    /// <summary>The actuals, one stroke per run without a 「－」 in between.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes
    {
        get
        {
            var runs = new List<List<(double, double)>> { new() };
            foreach (var year in _data.Years)
            {
                if (_data.HasActual(year) && _data.ActualAt(year) is null) runs.Add([]);
                if (Points.FirstOrDefault(p => p.Year == year) is { } point) runs[^1].Add((point.X, point.Y));
            }
            return [.. runs.Where(r => r.Count > 1)];
        }
    }

    /// <summary>途中経過: beside the line, never part of it.</summary>
    public (double X, double Y, decimal Value)? Interim => _interim is { } figure && _data.ValueOf(figure.Reading) is { } value
        ? (X(figure.Year), Y(value), value)
        : null;

    public DateOnly? InterimDay => _interim?.AsOf;
    public FiscalYear? InterimYear => _interim?.Year;

    /// <summary>Where the vertical axis begins, as its caption says it.</summary>
    public string LeastText => ((decimal)Scale.Least).ToString("#,0.###") + _data.Indicator.Unit;

    public double X(FiscalYear year) => Math.Round(Left + ((Right - Left) * (year - _data.First) / Math.Max(1, _data.Last - _data.First)), 1);

    public double Y(decimal value) => Y((double)value);

    public double Y(double value) => Math.Round(Bottom - ((Bottom - Top) * (value - Scale.Least) / (Scale.Most - Scale.Least)), 1);

    public static string Path(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join('L', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X} {p.Y}")));

    private IEnumerable<TrendPoint> PointsOf()
    {
        if (_data.Baseline is { } baseline)
        {
            yield return new TrendPoint(_data.First, X(_data.First), Y(TrendData.ValueOf(baseline)), IsBaseline: true, IsLatest: false);
        }
        foreach (var year in _data.Years)
        {
            if (_data.ActualAt(year) is { } value) yield return new TrendPoint(year, X(year), Y(value), IsBaseline: false, IsLatest: year == _data.Latest);
        }
    }

    private IEnumerable<double> Drawn()
    {
        decimal?[] fixedValues = [TrendData.ValueOf(_data.Target), _data.Baseline is { } b ? TrendData.ValueOf(b) : null, _interim is { } i ? _data.ValueOf(i.Reading) : null];
        return fixedValues.Concat(_data.Years.SelectMany(y => new[] { _data.ActualAt(y), _data.PaceAt(y), _data.ForecastAt(y), _data.RangeAt(y)?.Low, _data.RangeAt(y)?.High }))
            .OfType<decimal>().Select(v => (double)v);
    }
}

/// <summary>グラフの点: baseline or actual of one year.</summary>
public sealed record TrendPoint(FiscalYear Year, double X, double Y, bool IsBaseline, bool IsLatest);
