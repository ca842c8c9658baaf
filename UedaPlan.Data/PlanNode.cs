using System.Text;
using System.Text.Json;

namespace UedaPlan.Data;

/// <summary>計画ファイルの節: a JSON value that knows its line, so that every complaint can name one.</summary>
internal sealed record PlanNode(int Line, JsonTokenType Kind, string Text, IReadOnlyList<PlanNode> Items, IReadOnlyList<KeyValuePair<string, PlanNode>> Members)
{
    private const int DeepestLevel = 32;

    public static PlanNode Parse(byte[] utf8, PlanProblems problems)
    {
        var lines = LineStarts(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = DeepestLevel });
        reader.Read();
        var root = Read(ref reader, lines, problems);
        if (reader.Read()) problems.Add(root.Line, "ファイルの終わりに余分な文字があります");
        return root;
    }

    private static PlanNode Read(ref Utf8JsonReader reader, List<long> lines, PlanProblems problems)
    {
        var node = new PlanNode(LineOf(lines, reader.TokenStartIndex), reader.TokenType, "", [], []);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => node with { Members = ReadMembers(ref reader, lines, problems) },
            JsonTokenType.StartArray => node with { Items = ReadItems(ref reader, lines, problems) },
            JsonTokenType.String => node with { Text = TextOf(ref reader, node.Line, problems) },
            _ => node with { Text = Encoding.UTF8.GetString(reader.ValueSpan) },
        };
    }

    private static List<KeyValuePair<string, PlanNode>> ReadMembers(ref Utf8JsonReader reader, List<long> lines, PlanProblems problems)
    {
        List<KeyValuePair<string, PlanNode>> members = [];
        HashSet<string> names = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var line = LineOf(lines, reader.TokenStartIndex);
            var name = TextOf(ref reader, line, problems);
            if (!names.Add(name)) problems.Add(line, $"「{name}」が2回書かれています");
            reader.Read();
            members.Add(new(name, Read(ref reader, lines, problems)));
        }
        return members;
    }

    private static List<PlanNode> ReadItems(ref Utf8JsonReader reader, List<long> lines, PlanProblems problems)
    {
        List<PlanNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader, lines, problems));
        return items;
    }

    private static string TextOf(ref Utf8JsonReader reader, int line, PlanProblems problems)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException) // half of a character, as in "\uD800"
        {
            problems.Add(line, "文字として読めない部分(\\u…)があります");
            return "?";
        }
    }

    private static List<long> LineStarts(byte[] utf8)
    {
        List<long> starts = [0];
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '\n') starts.Add(i + 1);
        }
        return starts;
    }

    private static int LineOf(List<long> starts, long position)
    {
        var found = starts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}

/// <summary>計画ファイルの問題: everything wrong with a file, each with its line.</summary>
internal sealed class PlanProblems(string file)
{
    private const int MostShown = 20;
    private readonly List<(int Line, string Reason)> _all = [];

    public bool Any => _all.Count > 0;

    public void Add(int line, string reason) => _all.Add((line, reason));

    public override string ToString()
    {
        var shown = _all.OrderBy(p => p.Line).Take(MostShown).Select(p => $"{file} {p.Line}行目: {p.Reason}");
        var rest = _all.Count > MostShown ? $"{Environment.NewLine}ほか{_all.Count - MostShown}件" : "";
        return $"計画ファイルに誤りがあるため、読み込みませんでした。{Environment.NewLine}{string.Join(Environment.NewLine, shown)}{rest}";
    }
}
