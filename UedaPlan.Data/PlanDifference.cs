using System.Text.Json.Nodes;

namespace UedaPlan.Data;

/// <summary>計画の違い: what changes from one plan file to another, item by item.</summary>
internal sealed class PlanDifference
{
    private static readonly string[] Names = ["code", "number", "word", "title", "actor", "name", "year"];

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, List<string>> _orders = [];

    private PlanDifference(string json) => Walk(JsonNode.Parse(json), "");

    public static IReadOnlyList<string> Between(string before, string after)
    {
        var (old, now) = (new PlanDifference(before), new PlanDifference(after));
        return [
            .. now._values.Keys.Except(old._values.Keys).Select(key => $"追加 {key}: {now._values[key]}"),
            .. now._values.Where(n => old._values.TryGetValue(n.Key, out var was) && was != n.Value).Select(n => $"変更 {n.Key}: {old._values[n.Key]} → {n.Value}"),
            .. now._orders.Where(n => old._orders.TryGetValue(n.Key, out var was) && !was.Intersect(n.Value).SequenceEqual(n.Value.Intersect(was)))
                .Select(n => $"変更 {n.Key}: 並び順 → {string.Join("、", n.Value)}"),
            .. old._values.Keys.Except(now._values.Keys).Select(key => $"削除 {key}: {old._values[key]}"),
        ];
    }

    private void Walk(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members) Walk(value, Join(path, key));
                break;
            case JsonArray items:
                WalkItems(items, path);
                break;
            default:
                _values[path] = node?.ToString() ?? "";
                break;
        }
    }

    private void WalkItems(JsonArray items, string path)
    {
        var names = _orders[path] = [];
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            var name = NameOf(item, index);
            if (names.Contains(name)) name = $"{name} ({index + 1})"; // two charts may share a title
            names.Add(name);
            Walk(item, Join(path, name));
        }
    }

    // Items are recognised by what names them, so that one inserted item does not make all later ones look changed.
    private static string NameOf(JsonNode? item, int index) => item is JsonObject members
        ? Names.Select(name => members[name]?.ToString()).FirstOrDefault(name => name is not null) ?? $"{index + 1}"
        : $"{index + 1}";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path} › {key}";
}
