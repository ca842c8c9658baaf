using AngleSharp.Dom;
using Bunit;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>しるし: the small marks every page is made of.</summary>
public sealed class MarksTests : BunitContext
{
    [Theory]
    [InlineData(Status.Achieved, "circle.ring[r='9.8'][stroke-width='2.4'], circle.solid[r='5.4']", 2)]
    [InlineData(Status.OnTrack, "circle.ring[r='8.9'][stroke-width='4.2']", 1)]
    [InlineData(Status.Watch, "path.solid", 1)]
    [InlineData(Status.ActionNeeded, "rect.solid, path.cut", 2)]
    [InlineData(Status.NoData, "circle.dashed, path.dash", 2)]
    public void StatusMark_OfEachStatus_HasAShapeOfItsOwn(Status status, string shape, int parts)
    {
        var mark = Render<StatusMark>(p => p.Add(m => m.Status, status));

        Assert.Equal(parts, mark.FindAll(shape).Count);
        Assert.Equal(parts, mark.Find("svg").Children.Length);
        Assert.Equal("true", mark.Find("svg").GetAttribute("aria-hidden"));
    }

    [Theory]
    [InlineData(Status.Achieved, "達成")]
    [InlineData(Status.OnTrack, "順調")]
    [InlineData(Status.Watch, "注意")]
    [InlineData(Status.ActionNeeded, "要対応")]
    [InlineData(Status.NoData, "未入力")]
    public void StatusWord_OfEachStatus_SaysItBesideItsShape(Status status, string word)
    {
        var mark = Render<StatusWord>(p => p.Add(m => m.Status, status));

        Assert.Equal(word, mark.Find(".status-word").Words());
        Assert.Single(mark.FindAll("svg"));
    }

    [Fact]
    public void FigureText_OfADemoFigure_IsUnderlinedAndItsUnitFollowsDirectly()
    {
        var figure = Render<FigureText>(p => p.Add(f => f.Number, "67.9").Add(f => f.Unit, "%").Add(f => f.Demo, true));

        Assert.Equal("67.9%", figure.Find(".figure.demo").TextContent);
        Assert.Equal("%", figure.Find("small").TextContent);
    }

    [Fact]
    public void FigureText_OfARealFigure_IsNotUnderlined()
    {
        var figure = Render<FigureText>(p => p.Add(f => f.Number, "1回・2回"));

        Assert.Empty(figure.FindAll(".demo, small"));
    }

    [Fact]
    public void PhrasedText_BreaksOnlyBetweenPhrases()
    {
        var text = Render<PhrasedText>(p => p.Add(t => t.Text, new Phrased("外国籍市民の|自立と社会参加による|多文化共生社会の実現")));

        Assert.Equal("外国籍市民の自立と社会参加による多文化共生社会の実現", text.Find(".phrased").TextContent);
        Assert.Equal(2, text.FindAll("wbr").Count);
    }

    [Fact]
    public void Cells_HaveOnePerIndicatorInTheOrderOfTheStatuses()
    {
        var cells = Render<Cells>(p => p.Add(c => c.Score, new Scorecard(5, 11, 0, 2, 1)));

        Assert.Equal(["achieved", "ontrack", "action", "none"], cells.FindAll(".group").Select(g => g.GetAttribute("data-status")));
        Assert.Equal([5, 11, 2, 1], cells.FindAll(".group").Select(g => g.QuerySelectorAll("i").Length));
        Assert.Equal("true", cells.Find(".cells").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void ConnectionSign_BeforeAnyScript_ClaimsNoConnection()
    {
        var sign = Render<ConnectionSign>();

        Assert.Equal("接続を確認中", sign.Find("[data-connection-text]").TextContent);
        Assert.Equal("connecting", sign.Find("[data-connection-sign]").GetAttribute("data-state"));
    }

    [Fact]
    public void Moment_IsJapaneseTimeForPeopleAndUtcForScripts()
    {
        var moment = Render<Moment>(p => p.Add(m => m.At, new DateTimeOffset(2027, 3, 31, 15, 5, 0, TimeSpan.Zero)));

        Assert.Equal("4月1日 00:05", moment.Find("time[data-today]").TextContent);
        Assert.Equal("2027-03-31T15:05:00Z", moment.Find("time").GetAttribute("datetime"));
    }
}
