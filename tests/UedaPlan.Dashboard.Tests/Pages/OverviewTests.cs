using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>全体の状況: what a person reads on the overview and where its links and buttons lead.</summary>
public sealed class OverviewTests : BunitContext
{
    [Fact]
    public void Page_OfThePlanAtItsStart_SaysThatNothingIsEnteredYet()
    {
        var page = Open(Empty);

        Assert.Equal("第三次上田市総合計画 第1編 自治・協働・行政の進み具合", page.Find("h1").Words());
        Assert.Equal(["0達成", "0順調", "0注意", "0要対応", "21未入力"], page.FindAll(".filters button").Words());
        Assert.Equal("要対応・注意の指標はありません。実績はまだ入力されていません。", page.Find("#attention .empty").TextContent);
        Assert.Empty(page.FindAll("[data-entry], .demo, .demo-chip"));
        Assert.Equal("未入力、未入力、未入力、未入力、未入力", page.Find("#section-1-1-1 .marks").GetAttribute("aria-label"));
    }

    [Fact]
    public void Attention_NothingToWorryAbout_SaysSoInOneSentence()
    {
        var page = Open(Of(Row("1-2-1-2").WithActuals(2026, "6480")));

        Assert.Equal("要対応・注意の指標はありません。", page.Find("#attention .empty").TextContent);
    }

    [Fact]
    public void Attention_MoreThanFour_ShowsTheGravestAndLeadsToTheOthers()
    {
        var page = Open(Mixed);

        Assert.Equal("要対応 4 ・ 注意 2", page.Find("#attention .note").TextContent);
        Assert.Equal(["要対応", "要対応", "要対応", "要対応"], page.FindAll("#attention .card .status-word").Words());
        Assert.Equal("ほか2件", page.Find("#attention .more").TextContent);
        Assert.Equal("/?status=watch,actionNeeded", page.Find("#attention .more").GetAttribute("href"));
    }

    [Fact]
    public void Attention_Card_SaysFigurePaceAndTargetAndLeadsToItsIndicator()
    {
        var card = Open(Mixed).Find("#attention a[href='/indicators/1-1-1-4']");

        Assert.Equal("支援金 全市・地域枠 要対応 22事業 目安 26目標 39", card.Words());
    }

    [Fact]
    public void Attention_CardOfSeveralCounts_KeepsTheirNames() =>
        Assert.Contains("目標 講演会1回、協働推進員研修会2回", Open(Mixed).Find("#attention a[href='/indicators/1-1-1-1']").Words());

    [Fact]
    public void Filter_Off_EachButtonLeadsToItsStatus()
    {
        var buttons = Open(Mixed).FindAll(".filters button");

        Assert.Equal(["achieved", "onTrack", "watch", "actionNeeded", "noData"], buttons.Select(b => b.GetAttribute("value")));
        Assert.All(buttons, b => Assert.Equal("false", b.GetAttribute("aria-pressed")));
        Assert.All(buttons, b => Assert.Equal("status", b.GetAttribute("name")));
    }

    [Fact]
    public void Filter_On_ListsTheGravestFirstAndCountsThem()
    {
        var page = Open(Mixed, "watch,actionNeeded");

        Assert.Equal("6件の指標があります。", page.Find("#attention [role=status]").TextContent);
        Assert.Equal(["要対応", "要対応", "要対応", "要対応", "注意", "注意"], page.FindAll("#attention .status-word").Words());
        Assert.Equal("/indicators/1-1-1-1", page.Find("#attention .rows a").GetAttribute("href"));
        Assert.Equal(["false", "false", "true", "true", "false"], page.FindAll(".filters button").Select(b => b.GetAttribute("aria-pressed")));
        Assert.Equal(6, page.FindAll(".chapters [data-live]").Count);
    }

    [Fact]
    public void Filter_OfOneStatus_ItsButtonLeadsBackToEverything()
    {
        var buttons = Open(Mixed, "watch").FindAll(".filters button");

        Assert.False(buttons[2].HasAttribute("name"));
        Assert.Equal("watch,actionNeeded", buttons[3].GetAttribute("value"));
    }

    [Fact]
    public void Filter_OfEverythingNotEntered_ListsTheWholePlan()
    {
        var page = Open(Empty, "noData");

        Assert.Equal("21件の指標があります。", page.Find("#attention [role=status]").TextContent);
        Assert.Empty(page.FindAll(".demo"));
    }

    [Fact]
    public void Filter_ThatFindsNothing_SaysZero() =>
        Assert.Equal("0件の指標があります。", Open(Empty, "achieved").Find("#attention [role=status]").TextContent);

    [Fact]
    public void Chapters_AreAnchorsAndTheirRowsLeadToTheSections()
    {
        var page = Open(Mixed);

        Assert.Equal(["chapter-1-1", "chapter-1-2", "chapter-1-3"], page.FindAll(".chapters > section").Select(s => s.Id));
        Assert.Equal("第1章 自治の推進による活力ある自立した地域社会の実現", page.Find("#chapter-1-1 h3").Words());
        var row = page.Find("#section-1-1-1 a");
        Assert.Equal("/sections/1-1-1", row.GetAttribute("href"));
        Assert.Equal("要対応、順調、注意、要対応、未入力", row.QuerySelector(".marks")!.GetAttribute("aria-label"));
        Assert.Equal("1 / 5", row.QuerySelector(".score")!.Words());
    }

    [Fact]
    public void SectionRow_WithANewestChange_CarriesWhatTheScriptsNeed()
    {
        var row = Open(Of(Row("1-1-1-2").WithActuals(2025, "146/218", "148/218"))).Find("#section-1-1-1 a");

        Assert.Equal("2", row.GetAttribute("data-entry"));
        Assert.Equal("2027-03-24T05:32:00Z", row.GetAttribute("data-changed-at"));
        Assert.Equal("集会施設の耐震化率 67.9% 順調", row.GetAttribute("data-announce"));
        Assert.True(row.QuerySelector("[data-updated]")!.HasAttribute("hidden"));
        Assert.Equal("3月24日 14:32 更新", row.QuerySelector("[data-updated]")!.Words());
    }

    [Fact]
    public void Demo_IsSaidOnceAndEveryEnteredFigureIsUnderlined()
    {
        var page = Open(Of(demo: true, Row("1-1-1-4").WithActuals(2024, "19", "21", "22")));

        Assert.Equal("点線の値はデモ値", page.FindAll(".demo-chip").Words().Single());
        Assert.Equal(["22事業"], page.FindAll(".demo").Words());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("watch")]
    public void Page_InEveryState_FollowsTheContractOfTheScripts(string? status) => AssertFollowsTheContract(Open(Mixed, status).FindAll("*"));

    private IRenderedComponent<OverviewPage> Open(Board board, string? status = null)
    {
        this.Show(board);
        if (status is not null) Services.GetRequiredService<NavigationManager>().NavigateTo($"/?status={status}");
        return Render<OverviewPage>();
    }
}
