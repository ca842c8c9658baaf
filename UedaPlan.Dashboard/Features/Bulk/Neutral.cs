using System.Text.RegularExpressions;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>式にならない文字: a text that a spreadsheet would take for a formula gets an apostrophe in front, and loses it on the way back.</summary>
internal static partial class Neutral
{
    /// <summary>Every text comes back from <see cref="Read"/> as it was.</summary>
    public static string Write(string text) => Formula().IsMatch(text) ? $"'{text}" : text;

    public static string Read(string cell) => cell.StartsWith('\'') && Formula().IsMatch(cell.AsSpan(1)) ? cell[1..] : cell;

    // Also behind blanks, invisible marks and earlier apostrophes. A dash alone, as published for 「負担なし」, is no formula.
    [GeneratedRegex(@"\A(?![-－]\z)'*[\s\p{C}]*[=+\-@\t\r\n＝＋－＠]")]
    private static partial Regex Formula();
}
