using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Compare;

/// <summary>比べる年度: the two fiscal years an address asks for, earlier one first; the two newest where it asks for none.</summary>
public sealed record ComparedYears : IPageQuery
{
    public const string Name = "years";

    /// <summary>Years that can be chosen, newest first.</summary>
    public required ImmutableArray<FiscalYear> Known { get; init; }

    /// <summary>Null where the address is wrong, and while fewer than two years have figures.</summary>
    public (FiscalYear Earlier, FiscalYear Later)? Pair { get; private init; }

    /// <summary>What the reader has to do about a wrong address.</summary>
    public string? Problem { get; private init; }

    public static ComparedYears Of(IEnumerable<string?> values, Board board)
    {
        var years = new ComparedYears { Known = board.YearsWithActuals() };
        var asked = values.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        if (years.Known is not [var newest, var second, ..]) return years;
        return asked.Count == 0 ? years with { Pair = (second, newest) } : years.With(asked);
    }

    public static string? Canonical(IQueryCollection query, Board board)
    {
        var years = Of(query.TryGetValue(Name, out var values) ? values : StringValues.Empty, board);
        return years.Pair is var (earlier, later) ? $"{Name}={earlier.StartYear},{later.StartYear}" : years.Problem is null ? "" : null;
    }

    private ComparedYears With(List<string> asked)
    {
        if (asked is not [var one, var other]) return this with { Problem = "比べる年度を2つ選んでください。" };
        if (Find(one) is not { } first || Find(other) is not { } second) return this with { Problem = "その年度の実績はありません。下の年度から選んでください。" };
        if (first == second) return this with { Problem = "同じ年度が選ばれています。違う2つの年度を選んでください。" };
        return this with { Pair = first < second ? (first, second) : (second, first) };
    }

    private FiscalYear? Find(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && Known.Contains(new FiscalYear(year)) ? new FiscalYear(year) : null;
}
