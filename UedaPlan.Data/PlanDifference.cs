using System.Text.Json.Nodes;

namespace UedaPlan.Data;

/// <summary>計画の違い: what changes from one plan file to another, item by item.</summary>
internal sealed class PlanDifference
{
    private const char Step = '\n'; // no name in a plan file has one
    private static readonly string[] Names = ["code", "number", "word", "title", "actor", "effective", "name", "year"];

    private readonly Dictionary<string, string> _values = [];
    private readonly Dictionary<string, List<string>> _orders = [];

    private PlanDifference(string json) => Walk(JsonNode.Parse(json), "");

    /// <summary>In the order of the files. Origin is the file before the office worked on it: whatever goes back to it is marked.</summary>
    public static IReadOnlyList<PlanLine> Between(string before, string after, string? origin = null)
    {
        var (old, now) = (new PlanDifference(before), new PlanDifference(after));
        var first = origin is null ? old : new PlanDifference(origin);
        var words = new PlanWords(old._values.Concat(now._values));
        PlanLine Line(PlanLineKind kind, string path, string? was, string? value) =>
            words.LineOf(kind, path.Split(Step), was, value) with { UndoesOffice = first._values.GetValueOrDefault(path) is var given && given == value && given != was };
        return [
            .. now._values.Where(n => !old._values.ContainsKey(n.Key)).Select(n => Line(PlanLineKind.Added, n.Key, null, n.Value)),
            .. now._values.Where(n => old._values.TryGetValue(n.Key, out var was) && was != n.Value).Select(n => Line(PlanLineKind.Changed, n.Key, old._values[n.Key], n.Value)),
            .. now._orders.Where(n => old._orders.TryGetValue(n.Key, out var was) && !was.Intersect(n.Value).SequenceEqual(n.Value.Intersect(was)))
                .Select(n => words.LineOf(PlanLineKind.Order, n.Key.Split(Step), null, string.Join("、", n.Value))),
            .. old._values.Where(o => !now._values.ContainsKey(o.Key)).Select(o => Line(PlanLineKind.Removed, o.Key, o.Value, null)),
        ];
    }

    private void Walk(JsonNode? node, string path)
    {
        switch (node)
        {
            case JsonObject day when WholeOf(day) is { } whole:
                _values[path] = whole;
                break;
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
        HashSet<string> taken = [];
        foreach (var (item, index) in items.Select((item, index) => (item, index)))
        {
            var name = NameOf(item, index);
            if (!taken.Add(name)) taken.Add(name = $"{name} ({index + 1})"); // two charts may share a title
            names.Add(name);
            Walk(item, Join(path, name));
        }
    }

    // A deadline is one thing to whoever reads of it: a day of every year, or the day of one.
    private static string? WholeOf(JsonObject members) => members switch
    {
        { Count: 2 } when members["month"] is { } month && members["day"] is { } day => $"{month}月{day}日",
        { Count: 2 } when members["year"] is not null && members["day"] is { } day => day.ToString(),
        _ => null,
    };

    // Items are recognised by what names them, so that one inserted item does not make all later ones look changed. A text names itself.
    private static string NameOf(JsonNode? item, int index) => (item switch
    {
        JsonObject members => Names.Select(name => members[name]?.ToString()).FirstOrDefault(name => name is not null) ?? $"{index + 1}",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => $"{index + 1}",
    }).Replace(Step, ' ');

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}{Step}{key}";
}
