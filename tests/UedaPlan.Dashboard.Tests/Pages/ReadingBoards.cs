using System.Collections.Immutable;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;
using UedaPlan.Tests;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>盤面の見本: boards of the built-in plan with the figures a test names, and what a person reads on a page of them.</summary>
internal static class ReadingBoards
{
    public static Plan Plan { get; } = PlanFile.BuiltIn().Plan;

    public static IEnumerable<string> Codes => Plan.Indicators.Select(i => i.Code.ToString());

    public static Indicator Row(string code) => Plan.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

    /// <summary>The plan as it starts: nothing entered.</summary>
    public static Board Empty { get; } = Of();

    /// <summary>Every status at once: 1 達成, 1 順調, 2 注意, 4 要対応, the rest 未入力.</summary>
    public static Board Mixed { get; } = Of(
        Row("1-1-1-1").WithActuals(2026, "講演会1・研修会1"),
        Row("1-1-1-2").WithActuals(2026, "148/218"),
        Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6"),
        Row("1-1-1-4").WithActuals(2024, "19", "21", "22"),
        Row("1-2-1-1").WithActuals(2026, "188"),
        Row("1-2-1-2").WithActuals(2026, "6480"),
        Row("1-3-1-2").WithActuals(2025, "5.9", "6.2"),
        Row("1-3-1-3").WithActuals(2025, "50.0"));

    public static Board Of(params Indicator[] entered) => Of(demo: false, entered);

    public static Board Of(bool demo, params Indicator[] entered)
    {
        // Entry numbers rise over the whole plan, as in the database.
        var figures = entered.SelectMany(i => i.Figures).Select((figure, i) => figure with { Number = i + 1 });
        return Board.Of(Plan, figures, revision: 7, demo, new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero));
    }

    public static IndicatorCard Card(this Board board, string code) => board.Find(IndicatorCode.Parse(code))!;

    public static IndicatorCard CardOf(Indicator indicator) => Of(indicator).Card(indicator.Code.ToString());

    /// <summary>Services of a page that shows this board.</summary>
    public static PinnedBoard Show(this BunitContext context, Board board)
    {
        var live = new LiveBoard(NullLogger<LiveBoard>.Instance);
        live.Publish(board);
        var pinned = new PinnedBoard(live);
        context.Services.AddSingleton(pinned);
        return pinned;
    }

    /// <summary>The words of an element, spaces between them made one.</summary>
    public static string Words(this INode element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static ImmutableArray<string> Words(this IEnumerable<INode> elements) => [.. elements.Select(e => e.Words())];

    /// <summary>What scripts and the content policy rely on: ids once, live blocks named and apart, no style attribute.</summary>
    public static void AssertFollowsTheContract(IEnumerable<IElement> all)
    {
        var elements = all.ToList();
        var ids = elements.Where(e => e.HasAttribute("id")).Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(elements.Where(e => e.HasAttribute("data-live")), block =>
        {
            Assert.False(string.IsNullOrEmpty(block.Id));
            Assert.Empty(block.QuerySelectorAll("[data-live]"));
        });
        Assert.DoesNotContain(elements, e => e.HasAttribute("style"));
    }
}
