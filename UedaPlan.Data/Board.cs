using System.Collections.Frozen;
using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>盤面: what every screen shows, read at one moment; immutable, with every derived text made once.</summary>
public sealed record Board
{
    private readonly FrozenDictionary<IndicatorCode, IndicatorCard> _cards;

    private Board(Plan plan, ImmutableArray<SectionCard> sections)
    {
        Plan = plan;
        Sections = sections;
        _cards = sections.SelectMany(s => s.Indicators).ToFrozenDictionary(c => c.Indicator.Code);
        Whole = Scorecard.Of(Cards.Select(c => c.Judgement.Status));
        Changes = [.. Cards.Select(c => c.LastChange).OfType<Change>().OrderByDescending(c => c.Entry)];
        Year = Cards.Select(c => c.Judgement.Year).Max() ?? plan.FirstYear;
        Statistics = StatisticCard.AllOf(plan, []);
    }

    /// <summary>Rises with every change a screen can show.</summary>
    public required long Revision { get; init; }
    public required bool Demo { get; init; }
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Which of the plan files loaded so far it was made with.</summary>
    public int PlanVersion { get; init; }

    public Plan Plan { get; }
    public ImmutableArray<SectionCard> Sections { get; }
    public Scorecard Whole { get; }

    /// <summary>The charts the plan prints, in its order.</summary>
    public ImmutableArray<StatisticCard> Statistics { get; private init; }

    /// <summary>The newest entry of each indicator that has one, newest first.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>The newest fiscal year any figure describes; the plan's first year while there is none.</summary>
    public FiscalYear Year { get; }

    public IEnumerable<IndicatorCard> Cards => Sections.SelectMany(s => s.Indicators);
    public Change? LastChange => Changes is [var newest, ..] ? newest : null;

    public IndicatorCard? Find(IndicatorCode code) => _cards.GetValueOrDefault(code);

    public StatisticCard? Find(StatisticCode code) => Statistics.FirstOrDefault(s => s.Statistic.Code == code);

    public SectionCard? Find(SectionCode code) => Sections.FirstOrDefault(s => s.Section.Code == code);

    /// <summary>Builds the board of a plan and its published figures.</summary>
    public static Board Of(Plan plan, IEnumerable<Figure> figures, long revision, bool demo, DateTimeOffset readAt)
    {
        var byIndicator = figures.OrderBy(f => f.Number).ToLookup(f => f.Indicator);
        var sections = plan.Parts.SelectMany(part => part.Chapters.SelectMany(chapter => chapter.Sections.Select(section =>
            SectionCard.Of(part, chapter, section, [.. section.Indicators.Select(i => IndicatorCard.Of(i with { Figures = [.. byIndicator[i.Code]] }, plan.Thresholds))]))));
        return new Board(plan, [.. sections]) { Revision = revision, Demo = demo, ReadAt = readAt };
    }

    /// <summary>Fiscal years of which an actual is published, newest first.</summary>
    public ImmutableArray<FiscalYear> YearsWithActuals() => [.. Cards.SelectMany(c => c.Indicator.Actuals).Select(f => f.Year).Distinct().OrderDescending()];

    /// <summary>The board with the figures of this fiscal year and those before it, as they are published now.</summary>
    public Board UpTo(FiscalYear year) => Of(Plan, Cards.SelectMany(c => c.Indicator.Figures).Where(f => f.Year <= year), Revision, Demo, ReadAt);

    /// <summary>The same board with the published values of the plan's charts.</summary>
    public Board WithStatistics(IEnumerable<StatisticEntry> entries) => this with { Statistics = StatisticCard.AllOf(Plan, entries) };

    /// <summary>The board as it would be if this figure were saved now; for the preview beside the entry form.</summary>
    public Board With(Figure figure)
    {
        var figures = Cards.SelectMany(c => c.Indicator.Figures);
        return Of(Plan, figures.Append(figure with { Number = long.MaxValue }), Revision, Demo, ReadAt) with { Statistics = Statistics };
    }
}

/// <summary>施策の札: a section with its indicators' cards and its count.</summary>
public sealed record SectionCard(Part Part, Chapter Chapter, Section Section, Scorecard Score, ImmutableArray<IndicatorCard> Indicators, Change? LastChange)
{
    public static SectionCard Of(Part part, Chapter chapter, Section section, ImmutableArray<IndicatorCard> indicators) => new(
        part, chapter, section, Scorecard.Of(indicators.Select(i => i.Judgement.Status)), indicators,
        indicators.Select(i => i.LastChange).OfType<Change>().MaxBy(c => c.Entry));
}

/// <summary>更新: the newest entry of an indicator: what it showed before and after.</summary>
public sealed record Change(
    IndicatorCode Code,
    string ShortName,
    long Entry,
    DateTimeOffset At,
    string Before,
    string After,
    Status StatusBefore,
    Status StatusAfter);
