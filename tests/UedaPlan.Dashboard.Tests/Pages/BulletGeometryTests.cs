using UedaPlan.Dashboard.Marks;

namespace UedaPlan.Dashboard.Tests.Pages;

public sealed class BulletGeometryTests
{
    [Fact]
    public void Bullet_OfEveryIndicatorWithAndWithoutAFigure_KeepsItsLabelsInsideAndApart()
    {
        var empty = ReadingBench.BoardOf();
        var filled = ReadingBench.BoardOf([.. empty.Cards.Where(c => c.Indicator.CountNames.IsEmpty && c.Indicator.Pair is not { Required: true })
            .Select(c => (c.Indicator.Code.ToString(), c.Indicator.StartYear.StartYear + 1, "31"))]);

        foreach (var card in empty.Cards.Concat(filled.Cards).Where(c => !c.Judgement.IsComposite))
        {
            var bullet = new BulletGeometry(card, 216);
            var (left, right) = bullet.StartLabel.Left < bullet.TargetLabel.Left ? (bullet.StartLabel, bullet.TargetLabel) : (bullet.TargetLabel, bullet.StartLabel);
            Assert.True(left.Right < right.Left, $"{card.Indicator.Code}: {left} {right}");
            Assert.InRange(left.Left, 0, 216);
            Assert.True(right.Right <= 217, $"{card.Indicator.Code}: {right}");
        }
    }

    [Fact]
    public void Bullet_OfALimit_IsHatchedFromTheTargetToTheEnd()
    {
        var bullet = new BulletGeometry(ReadingBench.BoardOf(("1-3-1-2", 2025, "5.7")).Find(Domain.IndicatorCode.Parse("1-3-1-2"))!, 216);

        Assert.Equal(bullet.Target, bullet.Hatch!.Value.From);
        Assert.Equal(216, bullet.Hatch.Value.From + bullet.Hatch.Value.Length, 3);
        Assert.True(bullet.Value < bullet.Target);
    }

    [Fact]
    public void Bullet_OfAFloor_IsHatchedBelowTheTargetAndRunsTowardsIt()
    {
        var bullet = new BulletGeometry(ReadingBench.BoardOf(("1-1-1-3", 2026, "81.6")).Find(Domain.IndicatorCode.Parse("1-1-1-3"))!, 216);

        Assert.Equal((0, bullet.Target), bullet.Hatch);
        Assert.True(bullet.Target < bullet.Value && bullet.Value < bullet.Start);
    }

    [Fact]
    public void Bullet_WithoutABaseline_HasNoStart() =>
        Assert.Null(new BulletGeometry(ReadingBench.BoardOf(("1-1-1-5", 2026, "8")).Find(Domain.IndicatorCode.Parse("1-1-1-5"))!, 216).Start);
}
