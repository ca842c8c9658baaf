using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Overview;

/// <summary>全体の状況のアドレス: the filter of statuses; everything else in the query means nothing here.</summary>
public sealed class OverviewQuery : IPageQuery
{
    // The page reads the first of repeated parameters, so the address must be named after the same one.
    public static string? Canonical(IQueryCollection query, Board board) =>
        StatusFilter.Canonical(query["status"] is [var first, ..] ? first : null) is { } statuses ? $"status={statuses}" : "";
}
