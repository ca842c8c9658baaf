using System.Collections.Immutable;
using System.Text;

namespace UedaPlan.Domain;

/// <summary>貼り付けた表: splits what a spreadsheet puts on the clipboard into its cells, without the blank rows and columns around them.</summary>
internal static class PastedCells
{
    public static ImmutableArray<ImmutableArray<string>> Split(string text)
    {
        var rows = RowsOf(text.ReplaceLineEndings("\n")).Where(row => row.Any(HasText)).ToList();
        var width = rows.Select(row => row.Count).DefaultIfEmpty().Max();
        var columns = Enumerable.Range(0, width).Where(c => rows.Any(row => HasText(At(row, c)))).ToList();
        return [.. rows.Select(row => columns.Select(c => At(row, c).Trim()).ToImmutableArray())];
    }

    private static bool HasText(string cell) => !string.IsNullOrWhiteSpace(cell);

    private static string At(List<string> row, int column) => column < row.Count ? row[column] : "";

    private static IEnumerable<List<string>> RowsOf(string text)
    {
        List<string> row = [];
        for (var at = 0; at <= text.Length;)
        {
            var (cell, end) = CellAt(text, at);
            row.Add(cell);
            at = end + 1;
            if (end < text.Length && text[end] == '\t') continue;
            yield return row;
            row = [];
        }
    }

    // A quoted cell may hold tabs, line ends and doubled quotes; a quote that is never closed is only a character.
    private static (string Cell, int End) CellAt(string text, int start)
    {
        if (start < text.Length && text[start] == '"' && QuotedAt(text, start) is { } quoted) return quoted;
        var end = text.AsSpan(start).IndexOfAny('\t', '\n');
        return end < 0 ? (text[start..], text.Length) : (text[start..(start + end)], start + end);
    }

    private static (string Cell, int End)? QuotedAt(string text, int start)
    {
        var cell = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"') cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else return i + 1 == text.Length || text[i + 1] is '\t' or '\n' ? (cell.ToString(), i + 1) : null;
        }
        return null;
    }
}
