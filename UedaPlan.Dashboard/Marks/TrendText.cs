using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>グラフの文字の割り付け: what each label says and the places it may take, best first.</summary>
internal sealed class TrendText(TrendGeometry chart, TrendWords words)
{
    private const double Note = 14, Value = 16, Large = 20;
    private const double Strong = 10, Light = 3;

    private TrendData Data => chart.Data;
    private string TargetText => $"{words.Target} {TrendData.Text(Data.Target)}{words.Bound}";
    private string? ForecastText => Data.ForecastAt(Data.TargetYear) is { } value ? $"{words.Forecast} {Data.Text(value)}" : null;

    /// <summary>Room the labels right of the plot need.</summary>
    public double WidestAtRight => Math.Max(TrendLabel.WidthOf(TargetText, Value), TrendLabel.WidthOf(ForecastText ?? "", 15));

    public IReadOnlyList<TrendLabel> Place()
    {
        var placer = new TrendLabelPlacer(TrendGeometry.Width, chart.Height);
        AvoidLines(placer);
        FixAxes(placer);
        PlaceAtRight(placer);
        PlaceValues(placer);
        PlaceNames(placer);
        return placer.Placed;
    }

    private void AvoidLines(TrendLabelPlacer placer)
    {
        foreach (var stroke in chart.Strokes) placer.Avoid(stroke, Strong);
        placer.Avoid(chart.Forecast, Strong);
        placer.Avoid(chart.Pace, Light);
        placer.Avoid([(chart.Left, chart.TargetY), (chart.Right, chart.TargetY)], Light);
        foreach (var point in chart.Points) placer.Avoid((point.X, point.Y), 8, Strong * 4);
        if (chart.Forecast is [.., var end]) placer.Avoid(end, 8, Strong * 4);
        if (chart.Interim is { } interim) placer.Avoid((interim.X, interim.Y), 8, Strong * 4);
    }

    private void FixAxes(TrendLabelPlacer placer)
    {
        foreach (var (value, text) in chart.Ticks) placer.Fix(new TrendLabel(text, "axis", chart.Left - 12, chart.Y(value) + 5, "end", Note));
        foreach (var year in Data.Years)
        {
            placer.Fix(new TrendLabel(year.ToShort(), year == Data.Latest ? "axis current" : "axis", chart.X(year), chart.Bottom + 22, "middle", Note));
            if (Data.HasActual(year) && Data.ActualAt(year) is null) placer.Fix(new TrendLabel("－", "value", chart.X(year), chart.Bottom - 8, "middle", Value));
        }
        if (chart.LatestX is { } x) placer.Fix(new TrendLabel(words.Latest, "axis", x, 14, "middle", Note));
    }

    private void PlaceAtRight(TrendLabelPlacer placer)
    {
        double[] shifts = [6, -2, 12, -8, 18, -14, 24, -20, 30, -26, 36];
        placer.Place(TargetText, "target", Value, shifts.Select(s => (chart.Right + 12, chart.TargetY + s, "start")));
        if (ForecastText is { } text && chart.Forecast is [.., var end])
        {
            placer.Place(text, "forecast", 15, shifts.Select(s => (chart.Right + 12, end.Y + s, "start")));
        }
    }

    private void PlaceValues(TrendLabelPlacer placer)
    {
        foreach (var point in chart.Points.OrderByDescending(p => p.IsLatest).ThenByDescending(p => p.IsBaseline))
        {
            if (point.IsBaseline)
            {
                placer.Place($"{words.Baseline} {TrendData.Text(Data.Baseline!)}", "value", Value, BesideBaseline(point));
            }
            else
            {
                var (role, size) = point.IsLatest ? ("value latest", Large) : ("value", Value);
                placer.Place(Data.Text(Data.ActualAt(point.Year)!.Value), role, size, AroundPoint(point.X, point.Y, size, PrefersBelow(point.Year)));
            }
        }
        if (chart.Interim is not { } interim) return;
        var day = chart.InterimDay is { } asOf ? $"({asOf.Month}/{asOf.Day})" : "";
        placer.Place($"{words.Interim} {Data.Text(interim.Value)}{day}", "note", Note, AroundPoint(interim.X, interim.Y, Note, below: false));
    }

    private void PlaceNames(TrendLabelPlacer placer)
    {
        if (chart.Hatch is { } hatch)
        {
            double[] rows = [hatch.Y + 22, hatch.Y + hatch.Height - 10, hatch.Y + (hatch.Height / 2) + 5];
            double[] columns = [chart.Left + 10, chart.Left + 150, chart.Left + 300, chart.Right - 200];
            placer.Place(words.Outside, "outside", Note, columns.SelectMany(x => rows.Select(y => (x, y, "start"))));
        }
        if (Data.Kind == IndicatorKind.Keep) return; // the pace is the target itself, which has its name
        var pace = chart.Pace;
        var spots = Enumerable.Range(1, Math.Max(0, pace.Count - 1)).OrderBy(i => Math.Abs(i - (pace.Count * 0.7))).Select(i => ((pace[i - 1].X + pace[i].X) / 2, (pace[i - 1].Y + pace[i].Y) / 2));
        placer.Place(words.Pace, "note", Note, spots.SelectMany(s => new[] { (s.Item1, s.Item2 - 12, "middle"), (s.Item1, s.Item2 + 24, "middle"), (s.Item1, s.Item2 - 22, "middle"), (s.Item1, s.Item2 + 34, "middle") }));
    }

    // Away from the pace, which runs close to the line of actuals.
    private bool PrefersBelow(FiscalYear year) => Data.ActualAt(year) < Data.PaceAt(year);

    private static IEnumerable<(double X, double Y, string Anchor)> BesideBaseline(TrendPoint point) =>
    [
        (point.X + 12, point.Y - 12, "start"), (point.X + 12, point.Y + 26, "start"), (point.X + 16, point.Y + 6, "start"),
        (point.X + 4, point.Y - 26, "start"), (point.X + 4, point.Y + 40, "start"), (point.X + 4, point.Y - 44, "start"), (point.X + 4, point.Y + 58, "start"),
    ];

    private static IEnumerable<(double X, double Y, string Anchor)> AroundPoint(double x, double y, double size, bool below)
    {
        var (under, over) = (y + size + 10, y - 14);
        var (near, far) = below ? (under, over) : (over, under);
        return
        [
            (x, near, "middle"), (x, far, "middle"), (x + 10, near, "start"), (x - 10, near, "end"), (x + 10, far, "start"), (x - 10, far, "end"),
            (x, over - 14, "middle"), (x, under + 14, "middle"), (x + 14, y + 6, "start"), (x - 14, y + 6, "end"), (x, over - 30, "middle"), (x, under + 30, "middle"),
        ];
    }
}
