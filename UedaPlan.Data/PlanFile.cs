using System.Text;
using System.Text.Json;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画ファイル: a plan as data. Read whole or refused whole, with file, line and reason of everything wrong.</summary>
public sealed record PlanFile
{
    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 5_000_000;

    private PlanFile(Plan plan, string json) => (Plan, Json) = (plan, json);

    public Plan Plan { get; }

    /// <summary>The text as it was read; this is what the database keeps.</summary>
    public string Json { get; }

    /// <summary>Reads and checks a file on disk.</summary>
    /// <exception cref="PlanRuleException">The file cannot be read or breaks a rule.</exception>
    public static async Task<PlanFile> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) throw new PlanRuleException($"計画ファイル {name} が見つかりません。場所を確かめてください。");
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw TooLarge(name);
            return Read(await File.ReadAllBytesAsync(path, cancellationToken), name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanRuleException($"計画ファイル {name} を読めません。ほかのプログラムで開いていないか、権限があるかを確かめてください。");
        }
    }

    /// <summary>Reads and checks the bytes of a file.</summary>
    /// <exception cref="PlanRuleException">They are too many, no UTF-8, or break a rule.</exception>
    public static PlanFile Read(byte[] bytes, string name) => bytes.Length > MostBytes ? throw TooLarge(name) : Parse(TextOf(bytes, name), name);

    /// <summary>What is said of a file that is too large to be read.</summary>
    public static PlanRuleException TooLarge(string name) => new($"計画ファイル {name} は大きすぎます(5MBまで)。");

    /// <summary>The plan that comes with the product: Part 1 of 第三次上田市総合計画.</summary>
    public static PlanFile BuiltIn()
    {
        using var stream = typeof(PlanFile).Assembly.GetManifestResourceStream("ueda-part1.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), "ueda-part1.json");
    }

    /// <summary>Checks the text of a file; name is what complaints call it.</summary>
    /// <exception cref="PlanRuleException">The text breaks a rule.</exception>
    public static PlanFile Parse(string json, string name)
    {
        var problems = new PlanProblems(name);
        Plan? plan = null;
        try
        {
            plan = new PlanFileReader(problems).Read(PlanNode.Parse(Encoding.UTF8.GetBytes(json), problems));
        }
        catch (JsonException e)
        {
            problems.Add((int)(e.LineNumber ?? 0) + 1, "JSONとして読めません。カンマ、かっこ、引用符を確かめてください");
        }
        return problems.Any || plan is null ? throw new PlanRuleException(problems.ToString()) : new PlanFile(plan, json);
    }

    // Read strictly: a file in another encoding would otherwise become a plan full of replacement characters.
    private static string TextOf(byte[] bytes, string name)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            var problems = new PlanProblems(name);
            problems.Add(bytes.AsSpan(start, Math.Max(0, e.Index)).Count((byte)'\n') + 1, "文字コードがUTF-8ではありません。UTF-8で保存し直してください");
            throw new PlanRuleException(problems.ToString());
        }
    }
}
