using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>変わる行: what the script of marks reads of a row: the entry and the moment of its newest change, and how it is announced.</summary>
public static class LiveRow
{
    public static IReadOnlyDictionary<string, object> Of(IndicatorCard card) =>
        Of(card.LastChange, $"{card.Indicator.ShortName} {card.Value} {card.StatusWord}");

    /// <param name="newest">Null while there has been no change.</param>
    /// <param name="announcement">What is said of the row as it is now; null for nothing.</param>
    public static IReadOnlyDictionary<string, object> Of(Change? newest, string? announcement)
    {
        Dictionary<string, object> attributes = [];
        if (newest is not null) (attributes["data-entry"], attributes["data-changed-at"]) = (newest.Entry, JapaneseCalendar.ToMachine(newest.At));
        if (announcement is not null) attributes["data-announce"] = announcement;
        return attributes;
    }
}
