using System.Text;

namespace UedaPlan.Domain;

/// <summary>正式な文言: plain text of one paragraph, as the city writes it.</summary>
public static class OfficialWording
{
    public const int Longest = 600;

    /// <summary>
    /// One paragraph: line breaks that came along from a column of print are taken out, between Latin words they become a space.
    /// Null where nothing is left.
    /// </summary>
    public static string? Tidy(string? text)
    {
        var tidy = new StringBuilder();
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Plain).Where(l => l.Length > 0))
        {
            if (tidy.Length > 0 && IsLatin(tidy[^1]) && IsLatin(line[0])) tidy.Append(' ');
            tidy.Append(line);
        }
        return tidy.Length == 0 ? null : tidy.ToString();
    }

    /// <summary>What is wrong with it; null for a text that may be saved, also for none.</summary>
    public static string? ProblemOf(string? text) => Tidy(text) switch
    {
        null => null,
        { Length: > Longest } tidy => $"{Longest}字までで入力してください(いま{tidy.Length}字)",
        { } tidy when tidy.Contains('\uFFFD') => "読み取れない文字(�)があります。貼り付けた文字を確かめてください",
        _ => null,
    };

    // Half of a character cannot be stored; a tab from a table is a space.
    private static string Plain(string line) => new string([.. line.Select(c => c == '\t' ? ' ' : c).Where(c => !char.IsControl(c) && c != '\u00AD' && c != '\uFEFF')])
        .Trim() is var plain && IsWhole(plain) ? plain : "\uFFFD";

    private static bool IsWhole(string text) => !text.EnumerateRunes().Contains(Rune.ReplacementChar);

    private static bool IsLatin(char c) => c is > ' ' and <= '~';
}

/// <summary>計画の本文の場所: one text of a section; group and item are counted from 0.</summary>
public readonly record struct PlanTextPlace(PlanTextKind Kind, int Group, int Item)
{
    /// <summary>Every text of a section that may have an official wording, in the order of the plan, with what stands there.</summary>
    public static IEnumerable<(PlanTextPlace Place, PlanText Text)> AllOf(Section section) =>
    [
        (new(PlanTextKind.Purpose, 0, 0), section.Purpose),
        .. section.Issues.Select((issue, i) => (new PlanTextPlace(PlanTextKind.Issue, 0, i), issue.Text)),
        .. section.Roles.SelectMany((role, r) => role.Items.Select((text, i) => (new PlanTextPlace(PlanTextKind.Role, r, i), text))),
        .. section.Measures.SelectMany((measure, m) => measure.Steps.Select((step, i) => (new PlanTextPlace(PlanTextKind.Step, m, i), step.Text))),
    ];
}

/// <summary>計画の本文の種類: 目的, 現状と課題, 役割分担, 基本施策の項目.</summary>
public enum PlanTextKind
{
    Purpose,
    Issue,
    Role,
    Step,
}
