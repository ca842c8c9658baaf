using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 既知のアドレス: the canonical form of an address that may be kept, or null. Only codes of the plan and queries a page
/// understands count, so nobody can fill the memory with addresses of their own.
/// </summary>
public static class ReadingAddress
{
    public static string? Of(HttpContext context, ReadingPageAttribute page, Board board)
    {
        var code = context.Request.RouteValues.TryGetValue("Code", out var value) ? value as string : null;
        var path = context.Request.Path.Value!.ToLowerInvariant().TrimEnd('/');
        if (code is not null && !IsKnown(path, code, board)) return null;
        return page.Canonical(context.Request.Query, board) is { } query ? query.Length > 0 ? $"{path}?{query}" : path : null;
    }

    // A code of the other kind is no page: asked for here, it would be rendered as missing again and again.
    private static bool IsKnown(string path, string code, Board board) => path.StartsWith("/sections/", StringComparison.Ordinal)
        ? SectionCode.TryParse(code, out var section) && board.Find(section) is not null
        : path.StartsWith("/statistics/", StringComparison.Ordinal) ? StatisticCode.TryParse(code, out var statistic) && board.Find(statistic) is not null
        : IndicatorCode.TryParse(code, out var indicator) && board.Find(indicator) is not null;
}
