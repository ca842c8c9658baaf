using Bunit;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>バレット: its geometry for every row of the plan, and what it says to those who cannot see it.</summary>
public sealed class BulletTests : BunitContext
{
    private const double Width = 216;

    public static TheoryData<string, string> Figures => new(
        SingleCodes.SelectMany(code => Samples(code).Select(reading => (code, reading))));

    private static IEnumerable<string> SingleCodes => Codes.Where(c => Row(c).CountNames.IsEmpty);

    [Theory]
    [MemberData(nameof(Figures))]
    public void Labels_OfEveryIndicator_NeitherTouchNorLeaveTheBar(string code, string reading)
    {
        var shape = new BulletGeometry(Card(code, reading), Width);

        var (left, right) = shape.StartLabel.Left < shape.TargetLabel.Left ? (shape.StartLabel, shape.TargetLabel) : (shape.TargetLabel, shape.StartLabel);
        Assert.True(left.Right + 8 <= right.Left, $"{left} {right}");
        Assert.InRange(left.Left, 0, Width);
        Assert.InRange(right.Right, 0, Width);
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Marks_OfEveryIndicator_LeaveAirOnBothSides(string code, string reading)
    {
        var shape = new BulletGeometry(Card(code, reading), Width);

        Assert.All(Marks(shape), x => Assert.InRange(x, (0.15 * Width) - 0.1, (0.85 * Width) + 0.1));
    }

    [Fact]
    public void Hatch_OfALimitThatIsBroken_HoldsTheFigure()
    {
        var shape = new BulletGeometry(Card("1-3-1-3", "61.5"), Width);

        Assert.InRange(shape.Value!.Value, shape.Hatch!.Value.From, Width);
    }

    [Fact]
    public void Shape_WithoutBaseline_HasNoStartAndSaysADash()
    {
        var shape = new BulletGeometry(Card("1-1-1-5", "8"), Width);

        Assert.Null(shape.Start);
        Assert.Equal("基準 ―", shape.StartLabel.Text);
        Assert.True(shape.Pace < shape.Value);
    }

    [Fact]
    public void Shape_OfALevelToKeep_HasNoPaceMark() => Assert.Null(new BulletGeometry(Card("1-2-1-1", "198"), Width).Pace);

    [Fact]
    public void Shape_OfAPublishedDash_HasNoFigure() => Assert.Null(new BulletGeometry(Card("1-3-1-3", "－"), Width).Value);

    [Fact]
    public void Bullet_OfAnActual_SaysEveryNumberInOneSentence()
    {
        var bullet = Render<Bullet>(p => p.Add(b => b.Card, Card("1-1-1-2", "148/218")));

        Assert.Equal("img", bullet.Find("svg").GetAttribute("role"));
        Assert.Equal("自治会共同集会施設の耐震化率。基準値 66% [144/217棟]、実績 67.9%、いまの目安 67.8%、目標 70% [152/218棟]。順調。",
            bullet.Find("svg").GetAttribute("aria-label"));
        Assert.Equal(["基準 66%", "目標 70%"], bullet.FindAll("text").Words());
    }

    [Fact]
    public void Bullet_WithoutAnActual_ShowsOnlyBaselineAndTarget()
    {
        var bullet = Render<Bullet>(p => p.Add(b => b.Card, Empty.Card("1-1-1-4")));

        Assert.Single(bullet.FindAll(".start"));
        Assert.Single(bullet.FindAll(".target"));
        Assert.Empty(bullet.FindAll(".value, .span, .pace"));
        Assert.Contains("実績 未入力", bullet.Markup);
    }

    [Fact]
    public void Hatches_OfTwoBullets_HaveNamesOfTheirOwn()
    {
        var first = Render<Bullet>(p => p.Add(b => b.Card, Empty.Card("1-3-1-2"))).Find("pattern").Id;
        var second = Render<Bullet>(p => p.Add(b => b.Card, Empty.Card("1-3-1-3"))).Find("pattern").Id;

        Assert.NotEqual(first, second);
    }

    // At the baseline, short of the target, at it, and far beyond it: the places where labels and marks come close.
    private static IEnumerable<string> Samples(string code)
    {
        var row = Row(code);
        var target = row.Target.Values[0].Number;
        var start = row.Baseline?.Values[0].Number ?? 0;
        if (row.Pair is { Required: true }) return ["144/217", "148/218", "152/218", "218/218"];
        return new[] { start, (start + target) / 2, target, target * (row.IsShare ? 1.2m : 3) }
            .Select(v => Math.Min(v, row.IsShare ? 100 : decimal.MaxValue)).Select(v => Math.Round(v, row.DecimalsOf(null)).ToString());
    }

    private static IEnumerable<double> Marks(BulletGeometry shape) =>
        new[] { shape.Start, shape.Value, shape.Pace, shape.Target }.OfType<double>();

    private static IndicatorCard Card(string code, string reading) => CardOf(Row(code).WithActuals(2026, reading));
}
