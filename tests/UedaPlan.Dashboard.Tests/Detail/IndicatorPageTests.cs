using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

public sealed class IndicatorPageTests : BunitContext
{
    public static TheoryData<string> Codes => [.. Boards.Indicators.Select(i => i.Code.ToString())];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Page_OfEveryIndicator_HasUniqueLiveBlocksThatAreNotNested(string code)
    {
        var page = Open(Boards.Row(code), code);
        var blocks = page.FindAll("[data-live]");
        Assert.Equal(5, blocks.Select(b => b.Id).Where(id => !string.IsNullOrEmpty(id)).Distinct().Count());
        Assert.Empty(page.FindAll("[data-live] [data-live]"));
        Assert.Empty(page.FindAll("[style]"));
        Assert.Equal(page.FindAll("[id]").Count, page.FindAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void Trail_LeadsUpTheWholePlan()
    {
        var links = Open(Boards.Row("1-2-1-3"), "1-2-1-3").FindAll("nav a").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/", "/#chapter-1-2", "/sections/1-2-1"], links);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("19", true)]
    public void Demo_IsSaidOnlyWhereAnInventedFigureStands(string actual, bool said)
    {
        var indicator = actual.Length == 0 ? Boards.Row("1-1-1-4") : Boards.Row("1-1-1-4").WithActuals(2024, actual);
        Assert.Equal(said, Open(indicator, "1-1-1-4", demo: true).Markup.Contains("デモ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1-1-1-9")]
    [InlineData("x")]
    public void Page_OfAnUnknownCode_IsNotFound(string code)
    {
        var told = false;
        Services.AddSingleton(Live(Boards.Row("1-1-1-3"), demo: false));
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => told = true;
        var page = Render<IndicatorPage>(p => p.Add(c => c.Code, code));
        Assert.True(told);
        Assert.Empty(page.FindAll("h1"));
    }

    private IRenderedComponent<IndicatorPage> Open(Indicator indicator, string code, bool demo = false)
    {
        Services.AddSingleton(Live(indicator, demo));
        return Render<IndicatorPage>(p => p.Add(c => c.Code, code));
    }

    private static PinnedBoard Live(Indicator indicator, bool demo)
    {
        var live = new LiveBoard(NullLogger<LiveBoard>.Instance);
        live.Publish(Boards.With(indicator, demo));
        return new PinnedBoard(live);
    }
}
