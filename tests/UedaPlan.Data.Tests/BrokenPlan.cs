using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>誤りのある計画: the real plan file with something changed, and what the product says to it.</summary>
internal static class BrokenPlan
{
    public const string Name = "plan.json";

    public static string Whole { get; } = PlanFile.BuiltIn().Json;

    /// <summary>The real file with the first "old" after an anchor replaced, and the line where that happened.</summary>
    public static (string Json, int Line) Replace(string anchor, string old, string now)
    {
        var start = Whole.IndexOf(anchor, StringComparison.Ordinal);
        var at = Whole.IndexOf(old, start, StringComparison.Ordinal);
        Assert.True(start >= 0 && at >= 0, $"The plan file has no {old} after {anchor}");
        return (string.Concat(Whole.AsSpan(0, at), now, Whole.AsSpan(at + old.Length)), LineAt(Whole, at));
    }

    public static int LineOf(string json, string text) => LineAt(json, json.IndexOf(text, StringComparison.Ordinal));

    /// <summary>The complaints in the order they are told: "plan.json 12行目: …".</summary>
    public static string[] ComplaintsOf(string json)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => PlanFile.Parse(json, Name));
        var lines = refusal.Message.Split(Environment.NewLine);
        Assert.Equal("計画ファイルに誤りがあるため、読み込みませんでした。", lines[0]);
        return lines[1..];
    }

    public static string At(int line, string reason) => $"{Name} {line}行目: {reason}";

    private static int LineAt(string json, int position) => json.AsSpan(0, position).Count('\n') + 1;
}
