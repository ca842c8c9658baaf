using System.Globalization;
using System.Text;

namespace UedaPlan.Domain;

/// <summary>探す文字: a text in the form in which texts are compared, each character knowing where it came from.</summary>
public sealed class SearchText
{
    private readonly List<Range> _origins = [];

    private SearchText(string text)
    {
        var key = new StringBuilder(text.Length);
        var valid = WithoutInvalid(text);
        for (var at = 0; at < valid.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(valid, at);
            foreach (var rune in valid.Substring(at, length).Normalize(NormalizationForm.FormKC).EnumerateRunes())
            {
                if (CharacterForms.Of(rune) is not { } form) continue;
                key.Append(form.ToString());
                _origins.AddRange(Enumerable.Repeat(at..(at + length), form.Utf16SequenceLength));
            }
            at += length;
        }
        Key = key.ToString();
    }

    /// <summary>The text as it is compared.</summary>
    public string Key { get; }

    public static SearchText Of(string text) => new(text);

    /// <summary>Where any of these words (in their compared form) stands in the text as it was written; apart and in order.</summary>
    public IReadOnlyList<Range> RangesOf(IEnumerable<string> words)
    {
        List<Range> ranges = [];
        foreach (var range in words.SelectMany(FindAll).OrderBy(r => r.Start.Value).ThenBy(r => r.End.Value))
        {
            if (ranges is [.., var last] && range.Start.Value <= last.End.Value) ranges[^1] = last.Start..Math.Max(last.End.Value, range.End.Value);
            else ranges.Add(range);
        }
        return ranges;
    }

    private IEnumerable<Range> FindAll(string word)
    {
        for (var at = Key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Key.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            yield return _origins[at].Start.._origins[at + word.Length - 1].End;
        }
    }

    // Half a character, or one that is none, cannot be normalised; replaced one for one, so that places stay what they are.
    private static string WithoutInvalid(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        from.CopyTo(span);
        for (var i = 0; i < span.Length; i++)
        {
            if (char.IsHighSurrogate(span[i]) && i + 1 < span.Length && char.IsLowSurrogate(span[i + 1])) i++;
            else if (char.IsSurrogate(span[i]) || span[i] >= '\uFFFE') span[i] = '\uFFFD';
        }
    });
}
