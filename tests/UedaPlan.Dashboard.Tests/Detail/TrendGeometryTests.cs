using System.Globalization;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

public sealed class TrendGeometryTests
{
    // Years after the start and the share of the way to the target each figure has gone: behind, ahead, backwards, all at once, one late.
    private static readonly (int Years, double Share)[][] Courses =
    [
        [],
        [(1, 0.05), (2, 0.1), (3, 0.2)],
        [(1, 0.2), (2, 0.5), (3, 0.9)],
        [(1, -0.1), (2, -0.3), (3, -0.5)],
        [(1, 1), (2, 1), (3, 1), (4, 1)],
        [(3, 0.5)],
        [(1, 0.1), (2, 0.3), (3, 0.4), (4, 0.6), (5, 0.8), (6, 1.1)],
    ];

    public static TheoryData<string, int, bool> EveryIndicatorOnEveryCourse()
    {
        var data = new TheoryData<string, int, bool>();
        foreach (var code in Boards.Indicators.Select(i => i.Code.ToString()))
        {
            for (var course = 0; course < Courses.Length; course++)
            {
                data.Add(code, course, false);
                if (Courses[course].Length is > 0 and < 5) data.Add(code, course, true);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryIndicatorOnEveryCourse))]
    public void Labels_OfAnyIndicator_NeverTouchAndStayInside(string code, int course, bool interim)
    {
        foreach (var drawing in Drawings(code, course, interim))
        {
            var labels = drawing.Labels;
            Assert.All(labels, l => Assert.True(l.Left >= 0 && l.Right <= TrendGeometry.Width && l.Top >= 0 && l.Bottom <= drawing.Height, $"{l.Text} leaves the drawing"));
            var pairs = labels.SelectMany((a, i) => labels.Skip(i + 1).Select(b => (a, b)));
            Assert.All(pairs, p => Assert.False(p.a.Touches(p.b), $"{p.a.Text} touches {p.b.Text}"));
        }
    }

    [Theory]
    [MemberData(nameof(EveryIndicatorOnEveryCourse))]
    public void Labels_OfTheNumbersThatMatter_AreNeverLeftOut(string code, int course, bool interim)
    {
        foreach (var drawing in Drawings(code, course, interim))
        {
            Assert.Contains(drawing.Labels, l => l.Role == "target");
            Assert.Equal(drawing.Points.Any(p => p.IsBaseline), drawing.Labels.Any(l => l.Text.StartsWith("基準", StringComparison.Ordinal)));
            Assert.Equal(drawing.Points.Any(p => p.IsLatest), drawing.Labels.Any(l => l.Role == "value latest"));
            Assert.Equal(drawing.Forecast.Count > 0, drawing.Labels.Any(l => l.Role == "forecast"));
            Assert.Equal(interim, drawing.Labels.Any(l => l.Text.StartsWith("途中", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [MemberData(nameof(EveryIndicatorOnEveryCourse))]
    public void Ticks_OfAnyIndicator_AreThreeToFiveRoundNumbers(string code, int course, bool interim)
    {
        foreach (var drawing in Drawings(code, course, interim))
        {
            Assert.InRange(drawing.Ticks.Count, 3, 5);
            Assert.Equal(drawing.Ticks.Count, drawing.Ticks.Select(t => t.Text).Distinct().Count());
            Assert.All(drawing.Points, p => Assert.InRange(p.Y, TrendGeometry.PlotTop - 0.1, drawing.Bottom + 0.1));
        }
    }

    [Fact]
    public void Hatch_LiesBelowAFloorAndAboveALimit()
    {
        var floor = Drawings("1-1-1-3", 1, false).Single();
        Assert.Equal(floor.TargetY, floor.Hatch!.Value.Y);
        var limit = Drawings("1-3-1-2", 1, false).Single();
        Assert.Equal(limit.TargetY, limit.Hatch!.Value.Y + limit.Hatch.Value.Height, 1);
        Assert.Null(Drawings("1-1-1-2", 1, false).Single().Hatch);
    }

    [Fact]
    public void Line_AcrossADash_IsBroken()
    {
        var indicator = Boards.Row("1-3-1-3").WithActuals(2025, "20.0", "－", "18.0", "17.0");
        var drawing = TrendChart.Draw(IndicatorCard.Of(indicator, Thresholds.Default)).Single();
        Assert.Equal([2, 2], drawing.Strokes.Select(s => s.Count));
        Assert.Equal(4, drawing.Points.Count);
        Assert.Contains(drawing.Labels, l => l.Text == "－");
    }

    [Fact]
    public void Baseline_OfAnIndicatorCreatedLater_IsNotDrawnAndThePaceStartsFromZero()
    {
        var drawing = TrendChart.Draw(IndicatorCard.Of(Boards.Row("1-1-1-5").WithActuals(2025, "5", "8"), Thresholds.Default)).Single();
        Assert.DoesNotContain(drawing.Points, p => p.IsBaseline);
        Assert.Equal(new FiscalYear(2024), drawing.Data.First);
        Assert.Equal(drawing.Bottom, drawing.Pace[0].Y);
    }

    [Fact]
    public void Axis_OfValuesFarFromZero_IsShortened()
    {
        var falling = IndicatorCard.Of(Boards.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6"), Thresholds.Default);
        Assert.Equal("77%", TrendChart.Draw(falling).Single().LeastText);
        Assert.False(Drawings("1-2-1-4", 1, false).Single().Scale.IsTruncated);
    }

    private static IReadOnlyList<TrendGeometry> Drawings(string code, int course, bool interim)
    {
        var indicator = Boards.Row(code);
        foreach (var (years, share) in Courses[course].Where(step => indicator.StartYear.Plus(step.Years) <= indicator.Target.Year))
        {
            indicator = indicator.WithActual(indicator.StartYear.Plus(years).StartYear, ReadingAt(indicator, share));
        }
        if (interim) indicator = indicator.WithInterim(indicator.LatestActual!.Year.StartYear + 1, ReadingAt(indicator, 0.5));
        return TrendChart.Draw(IndicatorCard.Of(indicator, Thresholds.Default));
    }

    private static string ReadingAt(Indicator indicator, double share)
    {
        if (!indicator.CountNames.IsEmpty) return string.Join('・', indicator.CountNames.Select((c, i) => $"{c.Name}{Math.Max(0, (int)Math.Round(share * (i + 1)))}"));
        if (indicator.Pair is { Required: true }) return $"{144 + (int)(share * 8)}/218";
        var target = (double)indicator.Target.Values[0].Number;
        var start = (double)(indicator.Baseline?.Values[0].Number ?? 0);
        var way = target == start ? target * 0.2 : target - start;
        var value = Math.Max(0, target == start ? (target * 0.9) + (way * share) : start + (way * share));
        return Math.Round(indicator.IsShare ? Math.Min(100, value) : value, indicator.IsWhole ? 0 : 1).ToString(CultureInfo.InvariantCulture);
    }
}
