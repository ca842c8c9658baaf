using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 既知のアドレス: the canonical form of an address that may be kept, or null. Only codes of the plan and known filters
/// count, so nobody can fill the memory with addresses of their own.
/// </summary>
public static class ReadingAddress
{
    public static string? Of(HttpContext context, Board board)
    {
        var code = context.Request.RouteValues.TryGetValue("Code", out var value) ? value as string : null;
        if (code is not null && !IsKnown(code, board)) return null;
        var path = context.Request.Path.Value!.ToLowerInvariant().TrimEnd('/');
        return path.Length > 0 ? path : $"/?{StatusFilter.Canonical(context.Request.Query["status"])}";
    }

    private static bool IsKnown(string code, Board board) =>
        (SectionCode.TryParse(code, out var section) && board.Find(section) is not null)
        || (IndicatorCode.TryParse(code, out var indicator) && board.Find(indicator) is not null);
}
