using System.Buffers;
using System.Text;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>CSV様式: UTF-8 with its mark, without which Excel reads Japanese as something else.</summary>
internal static class CsvForm
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\t;\r\n");

    private const string LineEnd = "\r\n";

    public static byte[] Write(BulkForm form)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', form.Heads).Append(LineEnd);
        foreach (var row in form.Rows) text.AppendJoin(',', row.Select(Cell)).Append(LineEnd);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(FormCell cell)
    {
        if (cell.IsNumber) return cell.Text;
        var text = Neutral.Write(string.Concat(cell.Text.ReplaceLineEndings("\n").Where(c => c is '\t' or '\n' || !char.IsControl(c))));
        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }
}
