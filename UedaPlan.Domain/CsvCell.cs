using System.Buffers;
using System.Text.RegularExpressions;

namespace UedaPlan.Domain;

/// <summary>CSVのセル: quoted where it must be, and never a formula for the spreadsheet that opens it.</summary>
public static partial class CsvCell
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\t;\r\n");

    /// <summary>A text as it stands in a file. What a spreadsheet would calculate gets an apostrophe in front, and is shown as it is.</summary>
    public static string Of(string? text)
    {
        var plain = string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\t' or '\n' || !char.IsControl(c)));
        if (Formula().IsMatch(plain)) plain = $"'{plain}";
        return plain.AsSpan().IndexOfAny(Quoted) < 0 ? plain : $"\"{plain.Replace("\"", "\"\"")}\"";
    }

    /// <summary>One line of a file, with its end.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Of)) + "\r\n";

    // Also behind blanks, invisible marks and earlier apostrophes. A dash alone, as published for 「負担なし」, is no formula.
    [GeneratedRegex(@"\A(?![-－]\z)'*[\s\p{C}]*[=+\-@\t\r\n＝＋－＠]")]
    private static partial Regex Formula();
}
