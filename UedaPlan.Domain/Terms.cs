using System.Globalization;

namespace UedaPlan.Domain;

/// <summary>用語の目印: a text cut where glossary words stand in it, the longest word first, each word once.</summary>
public static class Terms
{
    /// <summary>The pieces of a text in order; joined they are the text.</summary>
    public static IReadOnlyList<TermPiece> Split(string text, IReadOnlyList<GlossaryWord> glossary)
    {
        List<TermPiece> pieces = [];
        HashSet<GlossaryWord> seen = [];
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            if (WordAt(text, at, glossary) is not { } word)
            {
                at++;
                continue;
            }
            if (seen.Add(word))
            {
                var (from, to) = WithSigns(text, start, at, at + word.Word.Length);
                if (from > start) pieces.Add(new TermPiece(text[start..from]));
                pieces.Add(new TermPiece(word.Word, word) { Before = text[from..at], After = text[(at + word.Word.Length)..to] });
                start = to;
            }
            at += word.Word.Length;
        }
        if (start < text.Length) pieces.Add(new TermPiece(text[start..]));
        return pieces;
    }

    /// <summary>The glossary words that stand in any of these texts, in the order of the glossary.</summary>
    public static IReadOnlyList<GlossaryWord> In(IEnumerable<string> texts, IReadOnlyList<GlossaryWord> glossary)
    {
        var found = texts.SelectMany(text => Split(text, glossary)).Select(piece => piece.Word).OfType<GlossaryWord>().ToHashSet();
        return [.. glossary.Where(found.Contains)];
    }

    private static GlossaryWord? WordAt(string text, int at, IReadOnlyList<GlossaryWord> glossary) =>
        glossary.Where(word => StandsAt(text, at, word.Word)).MaxBy(word => word.Word.Length);

    private static (int From, int To) WithSigns(string text, int start, int from, int to)
    {
        while (from > start && IsOpening(text[from - 1])) from--;
        while (to < text.Length && IsClosing(text[to])) to++;
        return (from, to);
    }

    private static bool IsOpening(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;

    private static bool IsClosing(char c) => c is '、' or '。' or '・' || char.GetUnicodeCategory(c) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation;

    // ICT is no part of DICTIONARY.
    private static bool StandsAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0
        && !(at > 0 && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetter(word[0]))
        && !(at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length]) && char.IsAsciiLetter(word[^1]));
}

/// <summary>用語で切った文字: a piece of a text; Word is the glossary word it is, if it is one.</summary>
public sealed record TermPiece(string Text, GlossaryWord? Word = null)
{
    /// <summary>Opening and closing signs that no line may be broken from the word at.</summary>
    public string Before { get; init; } = "";
    public string After { get; init; } = "";
}
