using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Wall;

/// <summary>壁面の設定: what the address of a wall asks for; whatever it asks wrongly is named, never guessed.</summary>
public sealed record WallOptions : IPageQuery
{
    public const string Overview = "overview";
    public const int DefaultSeconds = 20;
    private const int Shortest = 5, Longest = 600;
    private static readonly string[] Themes = ["dark", "light"];

    /// <summary>Sections whose pages are shown, in the order of the plan; empty where only the overview is.</summary>
    public ImmutableArray<SectionCode> Sections { get; private init; } = [];
    public bool HasOverview { get; private init; } = true;

    /// <summary>Seconds a section's page stays; the overview stays half as long again.</summary>
    public int Seconds { get; private init; } = DefaultSeconds;
    public string Theme { get; private init; } = Themes[0];

    /// <summary>overview or a section's code; null for the first page.</summary>
    public string? Start { get; private init; }

    /// <summary>A sentence for each option that cannot be followed.</summary>
    public ImmutableArray<string> Problems { get; private init; } = [];

    public static WallOptions Of(IEnumerable<KeyValuePair<string, StringValues>> query, Board board)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var options = new WallOptions { Sections = All(board) };
        foreach (var (name, values) in query)
        {
            var text = values.Count == 1 ? (values[0] ?? "").Trim() : null;
            if (text is null) problems.Add($"{name} が{values.Count}回書かれています。1回だけ書いてください。");
            else options = options.With(name, text, board, problems);
        }
        if (options.Start is { } start && problems.Count == 0 && !options.Shows(start)) problems.Add($"start={start} は、show で選んだ画面に入っていません。");
        return options with { Problems = problems.ToImmutable() };
    }

    /// <summary>The options in one order, only those that differ from the usual; null for an address that is wrong.</summary>
    public static string? Canonical(IQueryCollection query, Board board)
    {
        var options = Of(query, board);
        if (!options.Problems.IsEmpty) return null;
        List<string> parts = [];
        if (!options.HasOverview || !options.HasAll(board)) parts.Add($"show={string.Join(',', options.Shown)}");
        if (options.Seconds != DefaultSeconds) parts.Add($"seconds={options.Seconds}");
        if (options.Theme != Themes[0]) parts.Add($"theme={options.Theme}");
        if (options.Start is { } start) parts.Add($"start={start}");
        return string.Join('&', parts);
    }

    private IEnumerable<string> Shown => (HasOverview ? [Overview] : Array.Empty<string>()).Concat(Sections.Select(s => s.ToString()));

    private bool Shows(string page) => Shown.Contains(page);

    private bool HasAll(Board board) => Sections.Length == board.Sections.Length;

    private WallOptions With(string name, string text, Board board, ImmutableArray<string>.Builder problems)
    {
        switch (name.ToLowerInvariant())
        {
            case "show":
                return WithShow(text, board, problems);
            case "seconds" when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= Shortest and <= Longest:
                return this with { Seconds = seconds };
            case "seconds":
                problems.Add($"seconds={text} は使えません。1画面の秒数を{Shortest}から{Longest}までの数で書いてください。");
                return this;
            case "theme" when Themes.Contains(text):
                return this with { Theme = text };
            case "theme":
                problems.Add($"theme={text} は使えません。dark(暗い画面)か light(明るい画面)を書いてください。");
                return this;
            case "start" when text == Overview || IsSection(text, board):
                return this with { Start = text };
            case "start":
                problems.Add($"start={text} は使えません。overview か施策の番号(例 {board.Sections[0].Section.Code})を書いてください。");
                return this;
            default:
                problems.Add($"{name} という設定はありません。使えるのは show、seconds、theme、start です。");
                return this;
        }
    }

    private WallOptions WithShow(string text, Board board, ImmutableArray<string>.Builder problems)
    {
        var asked = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parts = board.Plan.Parts.Select(p => p.Number.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        var unknown = asked.Where(a => a != Overview && !parts.Contains(a) && !IsSection(a, board)).ToList();
        if (asked.Length == 0 || unknown.Count > 0)
        {
            problems.Add($"show={(unknown.Count > 0 ? string.Join(',', unknown) : text)} は計画にありません。overview、編の番号(例 1)、施策の番号(例 {board.Sections[0].Section.Code})をカンマで区切って書いてください。");
            return this;
        }
        return this with
        {
            HasOverview = asked.Any(a => a == Overview || parts.Contains(a)),
            Sections = [.. board.Sections.Select(s => s.Section.Code).Where(c => asked.Contains(c.ToString()) || asked.Contains(c.Part.ToString(CultureInfo.InvariantCulture)))],
        };
    }

    private static ImmutableArray<SectionCode> All(Board board) => [.. board.Sections.Select(s => s.Section.Code)];

    private static bool IsSection(string text, Board board) => SectionCode.TryParse(text, out var code) && code.ToString() == text && board.Find(code) is not null;
}
