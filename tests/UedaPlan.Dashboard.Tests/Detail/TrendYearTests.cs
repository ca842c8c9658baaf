using System.Collections.Immutable;
using Bunit;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Dashboard.Tests.Pages;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

/// <summary>What the cursor of a chart says of a year, and how far a forecast may be off.</summary>
public sealed class TrendYearTests : BunitContext
{
    [Theory]
    [InlineData("1-1-1-3", "82.9 82.3 81.6", 2023, "令和5年度|基準値 83.6%|目安 83.6%")]
    [InlineData("1-1-1-3", "82.9 82.3 81.6", 2026, "令和8年度|実績 81.6%|目安 82.1%|差 −0.5ポイント")]
    [InlineData("1-1-1-3", "82.9 82.3 81.6", 2030, "令和12年度|見込み 79.0%|目安 80.0%|差 −1.0ポイント")]
    [InlineData("1-1-1-2", "145/218", 2023, "令和5年度|基準値 66%|目安 66.4%")]
    [InlineData("1-1-1-4", "19", 2026, "令和8年度|実績 ―|目安 26事業")]
    [InlineData("1-1-1-5", "", 2024, "令和6年度|実績 ―|目安 0事業")]
    public void Year_OfAChart_SaysItsValuePaceAndDifference(string code, string readings, int year, string said)
    {
        var indicator = Boards.Row(code).WithActuals(2024, readings.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(said.Split('|'), Say(indicator, year));
    }

    [Fact]
    public void Year_OfALimit_SaysHowFarTheTargetIs()
    {
        var indicator = Boards.Row("1-3-1-3").WithActuals(2025, "24.8", "－");
        Assert.Equal(["令和7年度決算", "実績 24.8%", "目標との差 −25.2ポイント"], Say(indicator, 2025));
        Assert.Equal(["令和8年度決算", "実績 －"], Say(indicator, 2026));
    }

    [Fact]
    public void Year_WithOnlyAnInterim_CallsItSo() =>
        Assert.Equal(["令和8年度", "途中経過 12事業", "目安 26事業"], Say(Boards.Row("1-1-1-4").WithInterim(2026, "12"), 2026));

    [Fact]
    public void Spread_OpensAtTheNewestActualAndHoldsTheForecast()
    {
        var drawing = Draw(Boards.Row("1-1-1-4").WithActuals(2024, "19", "21", "22"));
        Assert.Equal((drawing.LatestX, drawing.Points[^1].Y), (drawing.Spread[0].X, drawing.Spread[0].Y));
        Assert.Equal(1 + (2 * 4), drawing.Spread.Count);
        var (high, low) = (drawing.Spread[4], drawing.Spread[5]);
        Assert.Equal(drawing.Forecast[^1].X, high.X);
        Assert.InRange(drawing.Forecast[^1].Y, high.Y, low.Y);
    }

    [Fact]
    public void Spread_WithoutAForecast_IsNotDrawn() => Assert.Empty(Draw(Boards.Row("1-1-1-4").WithActuals(2024, "19")).Spread);

    private ImmutableArray<string> Say(Indicator indicator, int year) =>
        Render<TrendYear>(p => p.Add(c => c.Drawing, Draw(indicator)).Add(c => c.Year, new FiscalYear(year))).Find(".year").Children.Words();

    private static TrendGeometry Draw(Indicator indicator) => TrendChart.Draw(IndicatorCard.Of(indicator, Thresholds.Default)).Single();
}
