using Bunit;
using UedaPlan.Dashboard.Features.Method;
using UedaPlan.Domain;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>判定のしくみ: one page that explains every judgement of the plan.</summary>
public sealed class MethodTests : BunitContext
{
    [Fact]
    public void Kinds_OfThePlan_NameEachIndicatorUnderItsKind()
    {
        var page = Open(Empty);

        Assert.Equal(["この種類の指標(14件)", "この種類の指標(4件)", "この種類の指標(1件)", "この種類の指標(2件)"], page.FindAll("summary").Words());
        Assert.Equal("/indicators/1-1-1-3", page.Find("#floor li a").GetAttribute("href"));
        Assert.Equal(21, page.FindAll(".panel li a").Count);
    }

    [Fact]
    public void Example_OfAKind_IsOneOfTheBoardsOwnFigures()
    {
        var page = Open(Mixed);

        Assert.Equal("例自治会加入率令和8年度の実績81.6%", page.Find("#floor .example").Words());
        Assert.Equal("注意ここに当てはまります", page.Find("#floor tr.applies th").Words());
        Assert.Equal("/indicators/1-1-1-3#why", page.Find("#floor .example a").GetAttribute("href"));
        Assert.DoesNotContain("デモ", page.Markup, StringComparison.Ordinal); // 「このままでも」 has the same sounds
    }

    [Fact]
    public void Example_OfADemo_SaysSo() =>
        Assert.Contains("点線の値はデモ値", Open(Of(demo: true, Row("1-1-1-3").WithActuals(2026, "81.6"))).Find("#floor .example").Words());

    [Fact]
    public void Rules_WithoutAnyFigure_StandForThemselves()
    {
        var page = Open(Empty);

        Assert.Empty(page.FindAll("tr.applies, .answer"));
        Assert.Equal(4, page.FindAll(".example").Words().Count(w => w == "実績のある指標がまだないため、きまりだけを示します。"));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Thresholds_AreThePlansOwn()
    {
        var numbers = Render<MethodNumbers>(p => p.Add(c => c.Plan, ReadingBoards.Plan with { Thresholds = new Thresholds(0.55m, 0.8m) }));

        Assert.Contains("見込む伸びの 0.55(5.5割)、水準を保つ指標では目標の 0.8(8割)です。", numbers.Find("dl").Words());
    }

    private IRenderedComponent<MethodPage> Open(Data.Board board)
    {
        this.Show(board);
        return Render<MethodPage>();
    }
}
