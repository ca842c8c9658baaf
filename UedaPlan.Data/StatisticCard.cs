using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>図の札: a chart of the plan, the newest values published for it, and every text its table shows.</summary>
public sealed record StatisticCard
{
    public required Statistic Statistic { get; init; }

    /// <summary>Null while nothing has been entered.</summary>
    public StatisticEntry? Entry { get; init; }

    /// <summary>One row per label: 6,480 · ―</summary>
    public ImmutableArray<ImmutableArray<string>> Texts { get; init; } = [];

    public StatisticValues? Values => Entry?.Values;

    /// <summary>令和元年度から令和5年度まで、3項目 · 5区分、3項目; null while nothing has been entered.</summary>
    public string? Extent { get; init; }

    public static StatisticCard Of(Statistic statistic, StatisticEntry? entry) => entry?.Values is not { } values
        ? new StatisticCard { Statistic = statistic }
        : new StatisticCard
        {
            Statistic = statistic,
            Entry = entry,
            Texts = [.. values.Labels.Select((_, i) => values.Series.Select(s => s.TextAt(i)).ToImmutableArray())],
            Extent = $"{SpanOf(values)}、{values.Series.Length}項目",
        };

    /// <summary>
    /// The charts of a plan with their newest values. Values belong to a title, not to a place: where a revised plan moves
    /// charts they move along, and where it prints another chart it stands without values.
    /// </summary>
    public static ImmutableArray<StatisticCard> AllOf(Plan plan, IEnumerable<StatisticEntry> entries)
    {
        var known = entries.ToLookup(e => (e.Code.Section, e.Title));
        return [.. plan.Sections.SelectMany(section => section.Statistics.Select(statistic =>
        {
            var title = statistic.Title.Plain;
            var alike = section.Statistics.Count(s => s.Title.Plain == title) > 1; // two charts of one title: then the place decides
            return Of(statistic, known[(section.Code, title)].Where(e => !alike || e.Code == statistic.Code).MaxBy(e => e.Number));
        }))];
    }

    private static string SpanOf(StatisticValues values) => values switch
    {
        { IsByYear: true, Labels: [var only] } => only,
        { IsByYear: true, Labels: [var first, .., var last] } => $"{first}から{last}まで",
        _ => $"{values.Labels.Length}区分",
    };
}
