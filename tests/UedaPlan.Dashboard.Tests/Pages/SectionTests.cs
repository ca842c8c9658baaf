using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Sections;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>施策: what a person reads on the page of a section.</summary>
public sealed class SectionTests : BunitContext
{
    public static TheoryData<string> Sections => [.. Plan.Sections.Select(s => s.Code.ToString())];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Page_OfEverySection_HasAPlaceForEachOfItsJumps(string code)
    {
        var page = Open(Empty, code);

        var jumps = page.FindAll("nav.jumps a");
        Assert.Equal(7, jumps.Count);
        Assert.All(jumps, jump => Assert.Single(page.FindAll($"#{jump.GetAttribute("href")!.Split('#')[1]}")));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Page_TellsThePlanInItsOwnWords()
    {
        var page = Open(Empty, "1-1-1");

        Assert.Equal("1-1-1 自治基本条例に基づくまちづくりの推進", page.Find("h1").Words());
        Assert.Equal(["/", "/#chapter-1-1"], page.FindAll("nav.trail a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["指標 5", "役割分担 3", "基本施策 4", "主な事業 7", "関連計画 1", "現状と課題 5", "関連統計 2"], page.FindAll("nav.jumps a").Words());
        Assert.Equal(["市民", "自治会・活動団体など", "行政"], page.FindAll(".roles h3").Words());
        Assert.Contains("上田市協働のまちづくり指針", page.Find(".plans").TextContent);
        Assert.Contains(page.FindAll("#statistic-list li").Words(), item =>
            item.StartsWith("自治会加入率の推移", StringComparison.Ordinal) && item.EndsWith("出典 上田市作成(市民参加・協働推進課) ・ まだ値がありません", StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_OnlyTheFirstStandsOpen()
    {
        var measures = Open(Empty, "1-1-1").FindAll("details");

        Assert.Equal([true, false, false, false], measures.Select(m => m.HasAttribute("open")));
        Assert.StartsWith("1自治基本条例の理念の普及・啓発3項目", measures[0].QuerySelector("summary")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Row_OfARate_ShowsTheCountsBehindItAndLeadsToItsIndicator()
    {
        var row = Open(Mixed, "1-1-1").Find("#indicator-1-1-1-2 a");

        Assert.Equal("/indicators/1-1-1-2", row.GetAttribute("href"));
        Assert.Contains("順調", row.Words());
        Assert.Contains("67.9%", row.Words());
        Assert.Contains("148 / 218棟", row.Words());
        Assert.Single(row.QuerySelectorAll("svg[role=img]"));
    }

    [Fact]
    public void Row_OfSeveralCounts_SaysItsTargetInWords()
    {
        var row = Open(Mixed, "1-1-1").Find("#indicator-1-1-1-1 a");

        Assert.Equal("1回・1回", row.QuerySelector(".figure .figure")!.TextContent);
        Assert.Contains("講演会・研修会", row.Words());
        Assert.Contains("目標 講演会1回、協働推進員研修会2回毎年度の水準を維持", row.Words());
        Assert.Empty(row.QuerySelectorAll("svg[role=img]"));
    }

    [Fact]
    public void Row_OfALimit_SaysHowFarItIsToTheLimit() =>
        Assert.Contains("上限まで 0.3ポイント", Open(Mixed, "1-3-1").Find("#indicator-1-3-1-2").Words());

    [Fact]
    public void Row_OfAPublishedDash_ShowsTheDash()
    {
        var row = Open(Of(Row("1-3-1-3").WithActuals(2025, "－")), "1-3-1").Find("#indicator-1-3-1-3");

        Assert.Contains("順調", row.Words());
        Assert.Equal("－", row.QuerySelector(".figure .figure")!.TextContent);
    }

    [Fact]
    public void Row_WithoutBaseline_SaysWhenTheIndicatorWasCreated() =>
        Assert.Contains("令和7年度創設", Open(Empty, "1-1-1").Find("#indicator-1-1-1-5").Words());

    [Fact]
    public void Row_WithAnInterimFigureOnly_ShowsItWithItsDayAndStaysUnjudged()
    {
        var row = Open(Of(Row("1-2-1-4").WithInterim(2026, "120")), "1-2-1").Find("#indicator-1-2-1-4");

        Assert.Contains("未入力", row.Words());
        Assert.Contains("途中経過 120人 (12月31日現在)", row.Words());
        Assert.Equal("1", row.QuerySelector("a")!.GetAttribute("data-entry"));
    }

    [Fact]
    public void Row_NotEntered_IsNoDemoFigure()
    {
        var page = Open(Of(demo: true, Row("1-1-1-4").WithActuals(2024, "19")), "1-1-1");

        Assert.Equal(["19事業"], page.FindAll(".demo").Words());
        Assert.Single(page.FindAll(".demo-chip"));
    }

    [Theory]
    [InlineData("1-9-9")]
    [InlineData("1-01-1")]
    [InlineData("x")]
    public void Page_OfAnUnknownCode_IsNotFound(string code)
    {
        var missing = false;
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;

        var page = Render<SectionPage>(p => p.Add(s => s.Code, code));

        Assert.True(missing);
        Assert.Empty(page.FindAll("h1"));
    }

    private IRenderedComponent<SectionPage> Open(Board board, string code)
    {
        this.Show(board);
        return Render<SectionPage>(p => p.Add(s => s.Code, code));
    }
}
