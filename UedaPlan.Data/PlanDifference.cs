using System.Text.Json.Nodes;

namespace UedaPlan.Data;

/// <summary>計画の違い: what changes from one plan file to another, item by item.</summary>
internal static class PlanDifference
{
    private static readonly string[] Names = ["code", "number", "word", "title", "actor", "name"];

    public static IReadOnlyList<string> Between(string before, string after)
    {
        var (old, now) = (Flatten(before), Flatten(after));
        return [
            .. now.Keys.Except(old.Keys).Select(key => $"追加 {key}: {now[key]}"),
            .. now.Where(n => old.TryGetValue(n.Key, out var was) && was != n.Value).Select(n => $"変更 {n.Key}: {old[n.Key]} → {n.Value}"),
            .. old.Keys.Except(now.Keys).Select(key => $"削除 {key}: {old[key]}"),
        ];
    }

    private static Dictionary<string, string> Flatten(string json)
    {
        var values = new Dictionary<string, string>();
        Walk(JsonNode.Parse(json), "", values);
        return values;
    }

    private static void Walk(JsonNode? node, string path, Dictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (key, value) in members) Walk(value, Join(path, key), values);
                break;
            case JsonArray items:
                foreach (var (item, index) in items.Select((item, index) => (item, index))) Walk(item, Join(path, NameOf(item, index)), values);
                break;
            default:
                values[path] = node?.ToString() ?? "";
                break;
        }
    }

    // Items are recognised by what names them, so that one inserted item does not make all later ones look changed.
    private static string NameOf(JsonNode? item, int index) => item is JsonObject members
        ? Names.Select(name => members[name]?.ToString()).FirstOrDefault(name => name is not null) ?? $"{index + 1}"
        : $"{index + 1}";

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path} › {key}";
}
