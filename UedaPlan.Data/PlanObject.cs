using System.Globalization;
using System.Text.Json;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画ファイルの項目: reads the members of one JSON object and complains about missing, wrong and unknown ones.</summary>
internal sealed class PlanObject
{
    private readonly PlanNode _node;
    private readonly PlanProblems _problems;
    private readonly HashSet<string> _known = [];

    public PlanObject(PlanNode node, PlanProblems problems)
    {
        (_node, _problems) = (node, problems);
        if (node.Kind != JsonTokenType.StartObject) Problem("ここには { } で囲んだ項目が必要です");
    }

    public int Line => _node.Line;

    public void Problem(string reason) => _problems.Add(Line, reason);

    public void Problem(string key, string reason) => _problems.Add(Member(key)?.Line ?? Line, reason);

    public bool Has(string key) => Member(key) is not null;

    public string Text(string key) => OptionalText(key) ?? Missing(key, "");

    public string? OptionalText(string key)
    {
        if (Member(key) is not { } node) return null;
        if (node.Kind == JsonTokenType.String && !string.IsNullOrWhiteSpace(node.Text)) return node.Text;
        _problems.Add(node.Line, $"「{key}」には文字を書いてください");
        return "";
    }

    public string? OptionalHiragana(string key)
    {
        var text = OptionalText(key);
        if (!string.IsNullOrEmpty(text) && !text.All(c => c is (>= 'ぁ' and <= 'ゖ') or 'ー')) Problem(key, $"「{key}」には、ひらがなと「ー」だけを書いてください");
        return text;
    }

    public Phrased Title(string key) => new(Text(key));

    public int Integer(string key) => OptionalInteger(key) ?? Missing(key, 0);

    public int? OptionalInteger(string key)
    {
        if (Member(key) is not { } node) return null;
        if (node.Kind == JsonTokenType.Number && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        _problems.Add(node.Line, $"「{key}」には整数を書いてください");
        return 0;
    }

    public FiscalYear Year(string key) => new(YearIn(key, Integer(key)));

    public FiscalYear? OptionalYear(string key) => OptionalInteger(key) is { } year ? new FiscalYear(YearIn(key, year)) : null;

    public DateOnly Day(string key)
    {
        if (DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2101) return day;
        if (Has(key)) Problem(key, $"「{key}」には「2027-04-01」の形で日付を書いてください");
        return new DateOnly(2000, 1, 1);
    }

    public decimal Number(string key)
    {
        if (Member(key) is not { } node) return Missing(key, 0m);
        if (node.Kind == JsonTokenType.Number && decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and < 1_000_000_000_000m) return value;
        _problems.Add(node.Line, $"「{key}」には0以上で12桁までの数を書いてください");
        return 0;
    }

    public bool Flag(string key)
    {
        if (Member(key) is not { } node) return false;
        if (node.Kind is JsonTokenType.True or JsonTokenType.False) return node.Kind == JsonTokenType.True;
        _problems.Add(node.Line, $"「{key}」には true か false を書いてください");
        return false;
    }

    public PlanObject? Child(string key) => Member(key) is { } node ? new PlanObject(node, _problems) : null;

    public PlanObject RequiredChild(string key) => Child(key) ?? Missing(key, new PlanObject(_node with { Members = [] }, new PlanProblems("")));

    public IReadOnlyList<PlanObject> Objects(string key) => [.. Items(key).Select(n => new PlanObject(n, _problems))];

    public IReadOnlyList<(string Text, int Line)> Texts(string key) => [.. Items(key).Select(n =>
    {
        if (n.Kind != JsonTokenType.String || string.IsNullOrWhiteSpace(n.Text)) _problems.Add(n.Line, $"「{key}」には文字を並べてください");
        return (n.Text, n.Line);
    })];

    public IReadOnlyList<decimal> Numbers(string key) => [.. Items(key).Select(n =>
    {
        if (n.Kind == JsonTokenType.Number && decimal.TryParse(n.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && v is >= 0 and < 1_000_000_000_000m) return v;
        _problems.Add(n.Line, $"「{key}」には0以上の数を並べてください");
        return 0m;
    })];

    /// <summary>Called when everything known has been read: what is left is a misspelling or a leftover.</summary>
    public void End()
    {
        foreach (var (key, node) in _node.Members.Where(m => !_known.Contains(m.Key))) _problems.Add(node.Line, $"「{key}」という項目は使えません");
    }

    private IReadOnlyList<PlanNode> Items(string key)
    {
        if (Member(key) is not { } node) return Missing<IReadOnlyList<PlanNode>>(key, []);
        if (node.Kind == JsonTokenType.StartArray) return node.Items;
        _problems.Add(node.Line, $"「{key}」には [ ] で囲んだ並びが必要です");
        return [];
    }

    private int YearIn(string key, int year)
    {
        if (year is >= 1990 and <= 2100) return year;
        if (Has(key)) Problem(key, $"「{key}」には1990から2100までの西暦の年度を書いてください");
        return 2000;
    }

    private PlanNode? Member(string key)
    {
        _known.Add(key);
        return _node.Members.FirstOrDefault(m => m.Key == key).Value;
    }

    private T Missing<T>(string key, T instead)
    {
        Problem($"「{key}」がありません");
        return instead;
    }
}
