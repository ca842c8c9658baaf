using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>変わる行: what the script of marks reads of a row: the entry and the moment of its newest change, and how it is announced.</summary>
public static class LiveRow
{
    /// <param name="card">The indicator the row shows.</param>
    /// <param name="from">Where the page stands: the changes of a past board are no news.</param>
    public static IReadOnlyDictionary<string, object> Of(IndicatorCard card, Viewpoint? from = null) =>
        Of(card.LastChange, $"{card.Indicator.ShortName} {(card.Value == card.StatusWord ? "" : $"{card.Value} ")}{card.StatusWord}", from);

    /// <summary>A chart: its values are named by their title, they are too many to be read out.</summary>
    public static IReadOnlyDictionary<string, object> Of(StatisticCard card, Viewpoint? from = null) => from?.IsPast == true || card.Entry is not { } entry ? new Dictionary<string, object>() : new Dictionary<string, object>
    {
        ["data-entry"] = entry.Number,
        ["data-changed-at"] = JapaneseCalendar.ToMachine(entry.SavedAt),
        ["data-announce"] = $"{card.Statistic.Title.Plain}の値",
    };

    /// <param name="newest">Null while there has been no change.</param>
    /// <param name="announcement">What is said of the row as it is now; null for nothing.</param>
    /// <param name="from">Where the page stands, as above.</param>
    public static IReadOnlyDictionary<string, object> Of(Change? newest, string? announcement, Viewpoint? from = null)
    {
        Dictionary<string, object> attributes = [];
        if (from?.IsPast == true) return attributes;
        if (newest is not null) (attributes["data-entry"], attributes["data-changed-at"]) = (newest.Entry, JapaneseCalendar.ToMachine(newest.At));
        if (announcement is not null) attributes["data-announce"] = announcement;
        return attributes;
    }
}
