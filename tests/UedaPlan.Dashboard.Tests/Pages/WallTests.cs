using Bunit;
using UedaPlan.Dashboard.Features.Wall;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>壁面表示: what can be read from five metres, and that nothing can be touched.</summary>
public sealed class WallTests : BunitContext
{
    [Fact]
    public void Wall_OfThePlanAtItsStart_ShowsEveryIndicatorAsNotEntered()
    {
        var page = Open(Empty);

        Assert.Equal(["0", "21指標のうち達成・順調"], page.FindAll(".hero > span").Words());
        Assert.Equal(20, page.FindAll(".row .value").Words().Count(v => v == "未入力"));
        Assert.Equal("未入力", page.Find(".solo .figure").Words());
        Assert.Equal("まだ更新はありません", page.Find("#last-saved").Words());
        Assert.False(page.Find("[data-ticker-none]").HasAttribute("hidden"));
        Assert.Empty(page.FindAll("[data-ticker], .demo, .demo-chip"));
    }

    [Fact]
    public void Wall_CountsTheStatusesAndNamesThem()
    {
        var page = Open(Mixed);

        Assert.Equal("2", page.Find(".hero .number").Words());
        Assert.Equal(["1達成", "1順調", "2注意", "4要対応", "13未入力"], page.FindAll(".sum .counts li").Words());
        Assert.Equal(21, page.FindAll(".cells i").Count);
    }

    [Fact]
    public void Cards_StandInTheOrderOfThePlanWithTheirCounts()
    {
        var cards = Open(Mixed).FindAll(".cards .card header").Words();

        Assert.Equal(6, cards.Length);
        Assert.Equal("1-1-1自治基本条例とまちづくり1 / 5", cards[0]);
        Assert.Equal("1-3-2市民と行政の情報共有0 / 1", cards[5]);
    }

    [Fact]
    public void Row_SaysNameStatusAndValueAndCarriesItsChange()
    {
        var row = Open(Mixed).Find("[data-indicator='1-1-1-3']");

        Assert.Equal("自治会加入率 注意 更新 81.6%", row.Words());
        Assert.Equal("自治会加入率 81.6% 注意", row.GetAttribute("data-announce"));
        Assert.True(row.HasAttribute("data-entry") && row.HasAttribute("data-changed-at"));
        Assert.True(row.QuerySelector("[data-updated]")!.HasAttribute("hidden"));
    }

    [Fact]
    public void Solo_GivesALoneIndicatorItsBigNumberAndTarget()
    {
        var solo = Open(Of(Row("1-3-2-1").WithActuals(2026, "63912"))).Find("[data-indicator='1-3-2-1']");

        Assert.Equal("順調市公式ソーシャルメディア登録者数", solo.QuerySelector(".name")!.Words());
        Assert.Equal("63,912人", solo.QuerySelector(".figure")!.TextContent);
        Assert.Equal("目標 70,000人", solo.QuerySelector(".target")!.TextContent);
        Assert.Single(solo.QuerySelectorAll("svg[role=img]"));
    }

    [Fact]
    public void Footer_TellsTheNewestChangeFromBeforeToAfter()
    {
        var news = Open(Of(Row("1-1-1-2").WithActuals(2025, "146/218").WithActual(2026, "148/218"))).Find("[data-ticker]");

        Assert.Equal("更新 3月24日 14:32", news.QuerySelector(".chip")!.Words());
        Assert.Equal("集会施設の耐震化率", news.QuerySelector(".name")!.Words());
        Assert.Equal("67.0% 67.9%", news.QuerySelector(".values")!.Words());
        Assert.Equal("2027-03-24T05:32:00Z", news.GetAttribute("data-changed-at"));
    }

    [Fact]
    public void Footer_StatusChanged_SaysBothStatuses()
    {
        var news = Open(Of(Row("1-2-1-2").WithActuals(2025, "5000", "6480"))).Find("[data-ticker]");

        Assert.Equal(["要対応", "達成"], news.QuerySelectorAll(".status-word").Words());
    }

    [Fact]
    public void Footer_SeveralChangesAtOnce_CountsTheOthers() =>
        Assert.Contains("ほか2件", Open(Of(
            Row("1-2-1-1").WithActuals(2026, "210"), Row("1-2-1-2").WithActuals(2026, "6480"), Row("1-2-1-4").WithActuals(2026, "120"))).Find("[data-ticker]").Words());

    [Fact]
    public void ConnectionLost_FooterKeepsWhatTheBandCovers()
    {
        var page = Open(Of(demo: true, Row("1-2-1-1").WithActuals(2026, "210")));

        Assert.Equal(["点線の値はデモ値", "点線の値はデモ値"], page.FindAll(".is-shown .head .demo-chip, .lost .demo-chip").Words());
        Assert.Single(page.FindAll(".lost [data-lost-since]"));
        Assert.Equal("画面の切り替えは停止中", page.Find(".paused").Words());
        Assert.True(page.Find("[data-connection-band]").HasAttribute("hidden"));
    }

    [Fact]
    public void Heads_OfAllScreens_FollowTheBoard() => Assert.All(Open(Mixed).FindAll("h1"), h => Assert.NotNull(h.Closest("[data-live]")));

    [Fact]
    public void Card_OfMoreIndicatorsThanItHasRoomFor_ShowsThoseThatNeedAttentionAndCountsTheRest()
    {
        var many = Mixed.Sections[0] with { Indicators = [.. Mixed.Sections[0].Indicators, .. Mixed.Sections[1].Indicators] };

        var card = Render<WallCard>(p => p.Add(c => c.Card, many));

        Assert.Equal(["1-1-1-1", "1-1-1-3", "1-1-1-4", "1-2-1-1"], card.FindAll("[data-indicator]").Select(r => r.GetAttribute("data-indicator")));
        Assert.Equal("ほか5指標", card.Find(".rest").Words());
    }

    [Fact]
    public void Wall_HasNothingToFocusAndFollowsTheContractOfTheScripts()
    {
        var page = Open(Mixed);

        Assert.Empty(page.FindAll("a, button, input, select, summary, [tabindex]"));
        AssertFollowsTheContract(page.FindAll("*"));
        Assert.Equal("", page.Find("[data-clock-time]").TextContent);
    }

    private IRenderedComponent<WallPage> Open(Board board)
    {
        this.Show(board);
        return Render<WallPage>();
    }
}
