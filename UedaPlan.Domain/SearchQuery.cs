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
        var text = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0) return null;
        return text.Length <= Longest ? new SearchQuery(text, false) : new SearchQuery(Cut(text), true);
    }

    private static string Cut(string text) => text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();
}
