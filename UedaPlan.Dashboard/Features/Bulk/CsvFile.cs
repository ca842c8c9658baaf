using System.Collections.Immutable;
using System.Text;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>CSVの読み取り: UTF-8 with or without its mark, Shift_JIS as Excel saves it, or Excel's Unicode text.</summary>
internal static class CsvFile
{
    private static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(false, false, throwOnInvalidBytes: true);

    /// <exception cref="PlanRuleException">The bytes are no text in any of these, or a text no table holds.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? Try(Utf8, bytes[3..])
            : bytes.StartsWith(Encoding.Unicode.Preamble) ? Try(Utf16, bytes[2..])
            : Try(Utf8, bytes) ?? Try(ShiftJis, bytes);
        if (text is null || text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')))
        {
            throw new PlanRuleException("文字を読み取れません。文字コードを UTF-8 か Shift_JIS にして保存し直すか、Excel様式を使ってください");
        }
        return text;
    }

    /// <summary>The rows, blank ones left out, numbered as a spreadsheet numbers them: a line break within a cell begins no row.</summary>
    /// <exception cref="PlanRuleException">A quotation mark is never closed.</exception>
    public static IEnumerable<SheetRow> RowsOf(string text)
    {
        var separator = SeparatorOf(text);
        var cells = ImmutableArray.CreateBuilder<SheetCell>();
        var number = 1;
        for (var at = 0; at <= text.Length; number++)
        {
            cells.Clear();
            bool ended;
            do
            {
                (var cell, at, ended) = CellAt(text, at, separator, number);
                if (cells.Count < Sheet.MostColumns) cells.Add(new SheetCell(Neutral.Read(cell)));
            }
            while (!ended);
            if (cells.Any(c => !c.IsBlank)) yield return new SheetRow(number, cells.ToImmutable());
        }
    }

    // The cell, where the next one begins, and whether the row ends with it.
    private static (string Cell, int Next, bool Ended) CellAt(string text, int at, char separator, int row)
    {
        var cell = "";
        if (at < text.Length && text[at] == '"') (cell, at) = QuotedAt(text, at, row);
        var rest = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var end = rest < 0 ? text.Length : at + rest;
        cell = cell.Length == 0 ? text[at..end] : cell + text[at..end]; // what follows a closing mark belongs to the cell, as in Excel
        if (end == text.Length) return (cell, end + 1, true);
        if (text[end] == separator) return (cell, end + 1, false);
        return (cell, end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1), true);
    }

    private static (string Cell, int End) QuotedAt(string text, int start, int row)
    {
        var cell = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"') cell.Append(text[i]);
            else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else return (cell.ToString().ReplaceLineEndings("\n"), i + 1);
        }
        throw new PlanRuleException($"{row}行目の「\"」が閉じていません。その行のセルを確かめてください");
    }

    // Decided on the first line that has one: Japanese Excel writes commas, its Unicode text tabs, some programs semicolons.
    private static char SeparatorOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var (commas, tabs, semicolons) = (line.Count(','), line.Count('\t'), line.Count(';'));
            if (commas + tabs + semicolons == 0) continue;
            return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
        }
        return ',';
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
