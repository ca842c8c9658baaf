using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 既知のアドレス: the canonical form of an address that may be kept, or null. Only codes of the plan, moments and queries a
/// page understands count, so nobody can fill the memory with addresses of their own.
/// </summary>
public static class ReadingAddress
{
    public static string? Of(HttpContext context, ReadingPageAttribute page, Board board)
    {
        var asked = page.KnowsPast ? AskedMoment.TextOf(context.Request.Query) : null;
        if (asked is not null && AskedMoment.Parse(asked) is null) return null;
        if (!Names(context, asked is null ? board : null)) return null;
        var address = AtPresent(context, page, board);
        return asked is null || address is null ? address : new Viewpoint(AskedMoment.Parse(asked)!.ToString()).To(address);
    }

    /// <summary>Whether the address names something this board has; a past plan may have had others than today's, so without a board only the kind of code counts.</summary>
    public static bool Names(HttpContext context, Board? board) =>
        !context.Request.RouteValues.TryGetValue("Code", out var value) || value is not string code || IsKnown(PathOf(context), code, board);

    /// <summary>The same page at present; null where its query is wrong.</summary>
    public static string? AtPresent(HttpContext context, ReadingPageAttribute page, Board board) =>
        page.Canonical(context.Request.Query, board) is { } query ? query.Length > 0 ? $"{PathOf(context)}?{query}" : PathOf(context) : null;

    private static string PathOf(HttpContext context) => context.Request.Path.Value!.ToLowerInvariant().TrimEnd('/') is { Length: > 0 } path ? path : "/";

    // A code of the other kind is no page: asked for here, it would be rendered as missing again and again.
    private static bool IsKnown(string path, string code, Board? board) => path.Split('/')[^2] switch
    {
        "sections" => SectionCode.TryParse(code, out var section) && (board is null || board.Find(section) is not null),
        "statistics" => StatisticCode.TryParse(code, out var statistic) && (board is null || board.Find(statistic) is not null),
        "parts" => board is null ? int.TryParse(code, out _) : board.Plan.Parts.Any(p => $"{p.Number}" == code),
        _ => IndicatorCode.TryParse(code, out var indicator) && (board is null || board.Find(indicator) is not null),
    };
}
