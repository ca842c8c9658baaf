using UedaPlan.Dashboard.Marks;

namespace UedaPlan.Tests.Detail;

public sealed class TrendScaleTests
{
    [Theory]
    [InlineData(new[] { 83.6, 80.0, 79.0 }, 0.1, 77, new[] { 78.0, 80, 82, 84 })]
    [InlineData(new[] { 0.0, 500, 210 }, 1, 0, new[] { 0.0, 200, 400, 600 })]
    [InlineData(new[] { 3.0 }, 1, 0, new[] { 0.0, 1, 2, 3 })]
    [InlineData(new[] { 0.0 }, 1, 0, new[] { 0.0, 1, 2 })]
    public void Scale_AroundTheValues_HasRoundTicks(double[] values, double unit, double least, double[] ticks)
    {
        var scale = TrendScale.Of(values, unit);
        Assert.Equal(least, scale.Least);
        Assert.Equal(ticks, scale.Ticks);
    }

    [Fact]
    public void Scale_OfAShare_HasNoTickAboveItsWhole() =>
        Assert.Equal(100, TrendScale.Of([99.3, 100], 0.1, 100).Ticks.Max());

    [Fact]
    public void Scale_OfCounts_HasNoHalves() => Assert.All(TrendScale.Of([210.0, 209], 1).Ticks, t => Assert.Equal(Math.Round(t), t));
}
