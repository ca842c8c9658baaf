using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Wall;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>施策の画面: what a row says from five metres, for every kind of indicator.</summary>
public sealed class WallSectionTests : BunitContext
{
    [Fact]
    public void Screens_OneForThePlanAndOneForEachSection_StandInOneDocumentAndOneIsShown()
    {
        var page = Open(Mixed);

        Assert.Equal(7, page.FindAll("[data-slide]").Count);
        Assert.Equal("overview-1-1", Assert.Single(page.FindAll(".is-shown")).GetAttribute("data-slide"));
        Assert.Equal(["square", "", "", "", "", "", ""], page.FindAll("[data-dot]").Select(d => d.ClassName ?? ""));
        Assert.Equal(21, page.FindAll("[data-detail]").Count);
    }

    [Fact]
    public void Head_OfASection_SaysChapterCodeAndTitle()
    {
        var head = Open(Mixed).Find("[data-group='1-2-3'] header");

        Assert.StartsWith("第2章", head.QuerySelector(".above")!.Words());
        Assert.Equal("1-2-3外国籍市民の自立と社会参加による多文化共生社会の実現", head.QuerySelector("h1")!.Words());
    }

    [Fact]
    public void Strip_NamesOnlyStatusesThatOccur() =>
        Assert.Equal(["5指標", "順調1", "注意1", "要対応2", "未入力1"], Open(Mixed).FindAll("[data-group='1-1-1'] .counts li").Words());

    [Fact]
    public void Floor_OnItsWayOut_SaysWhereItIsHeading()
    {
        var row = RowOf(Mixed, "1-1-1-3");

        Assert.Equal("令和8年度 下限を保つ指標", Last(row, ".about"));
        Assert.Equal("このままの見込み 79.0%", row.QuerySelector(".remark")!.Words());
        Assert.Equal("前年 −0.7ポイント", row.QuerySelector(".change")!.Words());
        Assert.NotNull(row.QuerySelector(".ahead"));
    }

    [Fact]
    public void Limit_StillInside_SaysItsHeadroomAndTheNationalLine()
    {
        var row = RowOf(Mixed, "1-3-1-2");

        Assert.Equal("6.2%", row.QuerySelector(".value")!.Words());
        Assert.Equal("上限まで 0.3ポイント", row.QuerySelector(".change")!.Words());
        Assert.Equal("国の基準 18%(起債許可)", row.QuerySelector(".national")!.Words());
        Assert.Equal("このままの見込み 7.4%", row.QuerySelector(".remark")!.Words());
    }

    [Theory]
    [InlineData("17.9", "国の基準 18%(起債許可)")]
    [InlineData("18.0", "国の起債許可18%以上・次は25%")]
    [InlineData("25.0", "国の早期健全化25%以上・次は35%")]
    [InlineData("35.0", "国の財政再生35%以上")]
    public void Limit_AtANationalLine_NamesTheNextOneBeyond(string value, string said) =>
        Assert.Equal(said, RowOf(Of(Row("1-3-1-2").WithActual(2026, value)), "1-3-1-2").QuerySelector(".national")!.Words());

    [Fact]
    public void Limit_PublishedAsADash_HasNoHeadroomAndStillItsNationalLine()
    {
        var row = RowOf(Of(Row("1-3-1-3").WithActual(2025, "－")), "1-3-1-3");

        Assert.Equal("－", row.QuerySelector(".value")!.Words());
        Assert.Equal("国の基準 350%(早期健全化)", row.QuerySelector(".national")!.Words());
        Assert.Null(row.QuerySelector(".change"));
    }

    [Fact]
    public void Composite_MissingACount_SaysWhichAndHowMany()
    {
        var row = RowOf(Mixed, "1-1-1-1");

        Assert.Equal(["講演会 1回", "研修会 1回"], row.QuerySelectorAll(".parts > span").Words());
        Assert.Contains("研修会があと1回です", row.QuerySelector(".bar")!.Words());
        Assert.Empty(row.QuerySelectorAll(".bullet"));
    }

    [Fact]
    public void Composite_AtItsLevel_SaysThatItIsKept() =>
        Assert.Contains("目標の水準を保っています", RowOf(Of(Row("1-1-1-1").WithActual(2026, "講演会1・研修会2")), "1-1-1-1").QuerySelector(".bar")!.Words());

    [Fact]
    public void IndicatorWithoutBaseline_SaysWhenItWasCreated()
    {
        var row = RowOf(Of(Row("1-1-1-5").WithActuals(2025, "5", "8")), "1-1-1-5");

        Assert.Equal("令和8年度 令和7年度創設", Last(row, ".about"));
        Assert.Contains("基準 ―", row.QuerySelector(".bar svg")!.Words());
    }

    [Fact]
    public void Survey_WithoutAValueThisYear_SaysWhichYearItsNumberIsFrom() =>
        Assert.Equal("令和7年度の調査(令8の値なし)", Last(RowOf(Of(Row("1-2-1-3").WithActual(2025, "27.5"), Row("1-2-1-1").WithActual(2026, "210")), "1-2-1-3"), ".about"));

    [Fact]
    public void Survey_NeverHeldSinceTheBaseline_IsAwaited()
    {
        var row = RowOf(Mixed, "1-2-1-3");

        Assert.Equal(["市民アンケートの結果待ちです", "未入力"], [Last(row, ".about"), row.QuerySelector(".none")!.Words()]);
    }

    [Fact]
    public void Counts_BehindARate_StandBesideItsYear() => Assert.Equal("令和8年度 148 / 218棟", Last(RowOf(Mixed, "1-1-1-2"), ".about"));

    [Fact]
    public void Ticker_OfAWallOfOneSection_TellsThatSectionsNews()
    {
        var page = Open(Mixed, "?show=1-1-1");

        Assert.Equal("支援金 全市・地域枠", page.Find("[data-ticker] .name").Words());
        Assert.Empty(page.FindAll("[data-next], [data-dot]"));
    }

    [Fact]
    public void WrongAddress_IsExplainedInsteadOfAWall()
    {
        var page = Open(Mixed, "?theme=pink&show=9");

        Assert.Equal(2, page.FindAll(".problems li").Count);
        Assert.Empty(page.FindAll("[data-slide]"));
    }

    // Text after the chip that a script shows.
    private static string Last(IElement row, string selector) => row.QuerySelector(selector)!.ChildNodes.Last(n => n.TextContent.Trim().Length > 0).Words();

    private IElement RowOf(Board board, string code) => Open(board).Find($"[data-detail='{code}']");

    private IRenderedComponent<WallPage> Open(Board board, string query = "")
    {
        this.Show(board);
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"/wall{query}");
        return Render<WallPage>();
    }
}
