using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>探す言葉: what a reader typed, and the words that all have to be found.</summary>
public sealed record SearchQuery
{
    public const int Longest = 100;

    private SearchQuery(string text, bool wasCut)
    {
        (Text, WasCut) = (text, wasCut);
        Words = [.. text.Split(' ').Select(word => SearchText.Of(word).Key).Where(word => word.Length > 0).Distinct()];
    }

    /// <summary>As typed, spaces of every kind made one, never longer than <see cref="Longest"/>.</summary>
    public string Text { get; }

    /// <summary>More was typed than is searched for.</summary>
    public bool WasCut { get; }

    /// <summary>In their compared form; empty where nothing was typed but signs.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>One form per meaning of an address.</summary>
    public string Canonical => WasCut ? $"{Text}…" : Text;

    /// <summary>Null where nothing was typed.</summary>
    public static SearchQuery? Parse(string? typed)
    {
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WithoutOrders).Where(word => word.Length > 0));
        if (text.Length == 0) return null;
        return text.Length <= Longest ? new SearchQuery(text, false) : new SearchQuery(Cut(text), true);
    }

    // Pasted along unseen; they would turn the direction of the title and the sentence around them.
    private static string WithoutOrders(string word) => word.Any(IsOrder) ? string.Concat(word.Where(c => !IsOrder(c))) : word;

    private static bool IsOrder(char c) => char.IsControl(c)
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
}
