using Bunit;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Dashboard.Features.Sections;
using UedaPlan.Dashboard.Features.Wall;

namespace UedaPlan.Dashboard.Tests.Pages;

public sealed class ReadingPageTests
{
    [Fact]
    public void Overview_OfThePlanWithoutFigures_SaysSoAndCountsAllAsMissing()
    {
        using var bench = new ReadingBench();

        var page = bench.Context.Render<OverviewPage>();

        Assert.Contains("要対応・注意の指標はありません。実績はまだ入力されていません。", page.Find("#attention").TextContent);
        Assert.Equal("21未入力", page.Find("button[data-status=none]").TextContent.Trim());
        Assert.Equal(6, page.FindAll("a.row").Count);
    }

    [Fact]
    public void Overview_WithTroubles_NamesTheGravestFirst()
    {
        using var bench = new ReadingBench(("1-1-1-2", 2026, "147/218"), ("1-1-1-4", 2026, "18"), ("1-2-1-1", 2026, "198"));

        var names = bench.Context.Render<OverviewPage>().FindAll("#attention .name").Select(n => n.TextContent);

        Assert.Equal(["支援金 全市・地域枠", "集会施設の耐震化率", "講演会・研修会の回数"], names);
    }

    [Fact]
    public void Overview_Filtered_ListsOnlyThoseAndPressesTheButton()
    {
        using var bench = new ReadingBench(("1-1-1-2", 2026, "147/218"), ("1-1-1-4", 2026, "18"));
        bench.Context.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/?status=actionNeeded");

        var page = bench.Context.Render<OverviewPage>();

        Assert.Equal("1件の指標があります。", page.Find("#attention [role=status]").TextContent);
        Assert.Equal("true", page.Find("button[data-status=action]").GetAttribute("aria-pressed"));
        Assert.Equal("watch,actionNeeded", page.Find("button[data-status=watch]").GetAttribute("value"));
    }

    [Fact]
    public void Wall_WithTheNewestFigure_ShowsItsRowAndWhatItWasBefore()
    {
        using var bench = new ReadingBench(("1-1-1-2", 2025, "146/218"), ("1-1-1-2", 2026, "148/218"));

        var wall = bench.Context.Render<WallPage>();

        Assert.Equal("集会施設の耐震化率順調更新67.9%", string.Concat(wall.Find("[data-indicator='1-1-1-2']").TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
        var ticker = string.Concat(wall.Find("[data-ticker]").TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("集会施設の耐震化率67.0%67.9%注意順調", ticker);
        Assert.Empty(wall.FindAll("a, button, input, [tabindex]"));
    }

    [Fact]
    public void Section_OfThePlan_ShowsEverythingThePlanPrintsOfIt()
    {
        using var bench = new ReadingBench(("1-1-1-1", 2025, "講演会1・研修会2"));

        var page = bench.Context.Render<SectionPage>(p => p.Add(s => s.Code, "1-1-1"));

        Assert.Equal("1-1-1 自治基本条例に基づくまちづくりの推進", page.Find("h1").TextContent.Trim());
        Assert.Equal(5, page.FindAll("#indicators a").Count);
        Assert.Equal([3, 3, 3, 3], page.FindAll("details").Select(d => d.QuerySelectorAll("li").Length));
        Assert.Equal(7, page.FindAll(".chips li").Count);
        Assert.Contains("1回・2回", page.Find("#indicator-1-1-1-1").TextContent);
        Assert.Contains("自治会加入率の推移", page.Markup);
    }

    [Fact]
    public void LiveBlocks_OfEveryPage_HaveAnIdEachAndNeverHoldOneAnother()
    {
        using var bench = new ReadingBench(("1-1-1-2", 2026, "148/218"));
        IRenderedComponent<Microsoft.AspNetCore.Components.IComponent>[] pages =
            [bench.Context.Render<OverviewPage>(), bench.Context.Render<WallPage>(), bench.Context.Render<SectionPage>(p => p.Add(s => s.Code, "1-3-1"))];

        foreach (var blocks in pages.Select(p => p.FindAll("[data-live]")))
        {
            Assert.Equal(blocks.Count, blocks.Select(b => b.Id).Where(id => !string.IsNullOrEmpty(id)).Distinct().Count());
            Assert.DoesNotContain(blocks, b => b.QuerySelector("[data-live]") is not null);
        }
    }
}
