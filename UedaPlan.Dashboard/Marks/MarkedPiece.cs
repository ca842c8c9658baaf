using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>印つきの文字の一片: a piece of a title between two marks or phrase breaks.</summary>
public sealed record MarkedPiece(string Text, bool IsMarked, bool MayBreakBefore)
{
    /// <param name="marks">Places in the plain title, apart and in order.</param>
    public static IReadOnlyList<MarkedPiece> Of(Phrased title, IReadOnlyList<Range> marks)
    {
        var plain = title.Plain;
        var breaks = BreaksOf(title);
        int[] cuts = [.. marks.SelectMany(m => new[] { m.Start.Value, m.End.Value }).Concat(breaks).Append(0).Append(plain.Length).Distinct().Order()];
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => new MarkedPiece(plain[from..to], marks.Any(m => m.Start.Value <= from && to <= m.End.Value), breaks.Contains(from)))];
    }

    private static HashSet<int> BreaksOf(Phrased title)
    {
        var at = 0;
        return [.. title.Phrases.SkipLast(1).Select(phrase => at += phrase.Length)];
    }
}
