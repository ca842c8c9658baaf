using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Past;

/// <summary>戻る先: the page a reader came from and lands on again at the moment he chooses; only pages that know the past, never somebody else's.</summary>
public sealed record ReturnAddress
{
    private static readonly string[] Plain = ["/statistics", "/method", "/glossary", "/print"];

    private ReturnAddress(string path) => Path = path;

    public string Path { get; }

    /// <summary>What of the overview's query is kept: statuses and the words searched for.</summary>
    public IReadOnlyList<(string Name, string Value)> Fields { get; private init; } = [];

    public string Address => Fields.Count == 0 ? Path : $"{Path}?{string.Join('&', Fields.Select(f => $"{f.Name}={Escaped(f.Value)}"))}";

    /// <summary>The page as it stood then.</summary>
    public string At(string moment) => new Viewpoint(moment).To(Address);

    /// <summary>The overview where it is none of the pages.</summary>
    public static ReturnAddress Of(string? text)
    {
        var parts = (text ?? "").Split('?', 2);
        if (parts[0] == "/") return new ReturnAddress("/") { Fields = FieldsOf(QueryHelpers.ParseQuery(parts is [_, var query] ? query : "")) };
        return new ReturnAddress(Plain.Contains(parts[0]) || IsOfThePlan(parts[0].Split('/')) ? parts[0] : "/");
    }

    private static bool IsOfThePlan(string[] steps) => steps switch
    {
        ["", "sections", var code] => SectionCode.TryParse(code, out _),
        ["", "indicators", var code] => IndicatorCode.TryParse(code, out _),
        ["", "statistics", var code] => StatisticCode.TryParse(code, out _),
        ["", "print", "parts", var number] => int.TryParse(number, out _),
        ["", "print", "sections" or "indicators", var code] => IsOfThePlan(["", steps[2], code]),
        _ => false,
    };

    private static IReadOnlyList<(string, string)> FieldsOf(Dictionary<string, StringValues> query) => [.. new[]
    {
        (Name: "status", Value: StatusFilter.Canonical(First(query, "status"))),
        (Name: "q", Value: SearchQuery.Parse(First(query, "q"))?.Text),
    }.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!))];

    private static string? First(Dictionary<string, StringValues> query, string name) => query.GetValueOrDefault(name) is [var first, ..] ? first : null;

    private static string Escaped(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);
}
