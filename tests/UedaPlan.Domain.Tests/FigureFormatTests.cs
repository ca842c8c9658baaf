namespace UedaPlan.Domain.Tests;

public sealed class FigureFormatTests
{
    [Theory]
    [InlineData("6400", 0, "6,400")]
    [InlineData("67.88990825", 1, "67.9")]
    [InlineData("67.85", 1, "67.9")] // half up, not to even
    [InlineData("26.5", 0, "27")]
    [InlineData("-0.5", 1, "−0.5")]
    [InlineData("-0.45", 1, "−0.5")]
    [InlineData("-0.04", 1, "0.0")]
    [InlineData("-1234567.8", 1, "−1,234,567.8")]
    [InlineData("0", 0, "0")]
    [InlineData("999999999999", 0, "999,999,999,999")]
    public void Number_IsRoundedHalfUpWithARealMinus(string value, int decimals, string text) =>
        Assert.Equal(text, FigureFormat.Number(decimal.Parse(value), decimals));

    [Theory]
    [InlineData("0.9", 1, "+0.9")]
    [InlineData("-0.5", 1, "−0.5")]
    [InlineData("0", 1, "±0")]
    [InlineData("0.04", 1, "±0")]
    [InlineData("-0.04", 1, "±0")]
    [InlineData("6638", 0, "+6,638")]
    public void WithSign_OfADifference_ShowsItsSide(string value, int decimals, string text) =>
        Assert.Equal(text, FigureFormat.WithSign(decimal.Parse(value), decimals));

    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会2", "1回・2回")]
    [InlineData("1-1-1-2", "148/218", "67.9%")]
    [InlineData("1-1-1-3", "80", "80.0%")]
    [InlineData("1-2-1-2", "6400", "6,400人")]
    [InlineData("1-3-1-1", "42.9", "42.90%")]
    [InlineData("1-3-1-3", "－", "－")]
    public void Of_AReading_HasUnitAndDecimalsOfItsRow(string code, string reading, string text) =>
        Assert.Equal(text, FigureFormat.Of(PlanRows.Row(code), Reading.Parse(reading)));

    [Fact]
    public void Counts_BehindARate_AreShownWithTheirUnit()
    {
        Assert.Equal("148 / 218棟", FigureFormat.CountsOf(PlanRows.Row("1-1-1-2"), Reading.Parse("148/218")));
        Assert.Equal("12,345 / 29,876件", FigureFormat.CountsOf(PlanRows.Row("1-3-1-1"), Reading.Parse("12345/29876")));
        Assert.Null(FigureFormat.CountsOf(PlanRows.Row("1-3-1-1"), Reading.Parse("42.91")));
    }

    [Fact]
    public void Units_OfDifferences_ArePointsForRates()
    {
        Assert.Equal("ポイント", FigureFormat.DifferenceUnit(PlanRows.Row("1-1-1-3")));
        Assert.Equal("事業", FigureFormat.DifferenceUnit(PlanRows.Row("1-1-1-4")));
    }

    [Fact]
    public void Year_OfASettlement_SaysSo()
    {
        Assert.Equal("令和7年度決算", FigureFormat.Year(PlanRows.Row("1-3-1-2"), FiscalYear.Reiwa(7)));
        Assert.Equal("令和8年度", FigureFormat.Year(PlanRows.Row("1-1-1-3"), FiscalYear.Reiwa(8)));
    }
}
