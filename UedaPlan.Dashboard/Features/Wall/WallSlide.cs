using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Wall;

/// <summary>壁面の1画面: an overview of a part, or a section; more than fit one screen are shared evenly between several.</summary>
public sealed record WallSlide
{
    private const int CardsPerOverview = 6;
    private const int RowsPerSection = 5;

    public required string Key { get; init; }
    public required int Seconds { get; init; }

    /// <summary>1 of 1, 1 of 2, 2 of 2.</summary>
    public required (int Number, int Of) Share { get; init; }
    public required Part Part { get; init; }

    /// <summary>The cards of an overview; empty on a section's screen.</summary>
    public ImmutableArray<SectionCard> Cards { get; init; } = [];
    public SectionCard? Section { get; init; }
    public ImmutableArray<IndicatorCard> Rows { get; init; } = [];
    public bool IsFirst { get; init; }

    /// <summary>What 次は calls it: 全体, 1-2-3, 1-2-3(2/2).</summary>
    public required string Label { get; init; }

    public bool IsOverview => Section is null;

    /// <summary>What the locator has one mark for, however many screens it takes.</summary>
    public string Group => Section is { } card ? card.Section.Code.ToString() : $"{WallOptions.Overview}-{Part.Number}";
    public string ShareText => Share.Of > 1 ? $"({Share.Number}/{Share.Of})" : "";

    /// <summary>Where a phone finds the same view.</summary>
    public string Address => Section is { } card ? $"/sections/{card.Section.Code}" : "/";

    public bool Has(IndicatorCode code) => Rows.Any(r => r.Indicator.Code == code) || Cards.Any(c => c.Indicators.Any(i => i.Indicator.Code == code));

    /// <summary>The screens of a wall in the order it shows them. The first to be seen is marked.</summary>
    public static ImmutableArray<WallSlide> Of(Board board, WallOptions options)
    {
        var shown = board.Sections.Where(s => options.Sections.Contains(s.Section.Code)).ToList();
        // An overview counts its whole part: of a choice of sections it would say a number nobody else says.
        var parts = board.Plan.Parts.Where(p => options.HasOverview && (shown.Count == 0 || shown.Any(s => s.Part.Number == p.Number)));
        var slides = parts.SelectMany(p => Overviews(p, board, options)).Concat(shown.SelectMany(s => Sections(s, options))).ToList();
        var first = slides.FindIndex(s => options.Start is null || options.Start == (s.Section is { } card ? card.Section.Code.ToString() : WallOptions.Overview));
        return [.. slides.Select((s, i) => s with { IsFirst = i == Math.Max(0, first) })];
    }

    private static IEnumerable<WallSlide> Overviews(Part part, Board board, WallOptions options)
    {
        var shares = Shares(board.Sections.Where(s => s.Part.Number == part.Number).ToList(), CardsPerOverview);
        var name = board.Plan.Parts.Length > 1 ? $"第{part.Number}編" : "全体";
        return shares.Select((cards, i) => new WallSlide
        {
            Key = $"{WallOptions.Overview}-{part.Number}-{i + 1}",
            Seconds = options.Seconds * 3 / 2,
            Share = (i + 1, shares.Count),
            Part = part,
            Cards = cards,
            Label = name + Suffix(i, shares.Count),
        });
    }

    private static IEnumerable<WallSlide> Sections(SectionCard card, WallOptions options)
    {
        var shares = Shares(card.Indicators, RowsPerSection);
        return shares.Select((rows, i) => new WallSlide
        {
            Key = $"{card.Section.Code}-{i + 1}",
            Seconds = options.Seconds,
            Share = (i + 1, shares.Count),
            Part = card.Part,
            Section = card,
            Rows = rows,
            Label = card.Section.Code + Suffix(i, shares.Count),
        });
    }

    private static string Suffix(int index, int count) => count > 1 ? $"({index + 1}/{count})" : "";

    // 6 on screens of 5 are 3 and 3, not 5 and 1.
    private static List<ImmutableArray<T>> Shares<T>(IReadOnlyCollection<T> all, int most)
    {
        var screens = Math.Max(1, (all.Count + most - 1) / most);
        return [.. all.Chunk(Math.Max(1, (all.Count + screens - 1) / screens)).DefaultIfEmpty([]).Select(c => c.ToImmutableArray())];
    }
}
