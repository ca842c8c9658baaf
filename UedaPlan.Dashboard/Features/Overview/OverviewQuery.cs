using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Overview;

/// <summary>全体の状況のアドレス: statuses and words to search for; everything else in the query means nothing here.</summary>
public sealed class OverviewQuery : IPageQuery
{
    public static string? Canonical(IQueryCollection query, Board board) =>
        OverviewView.Of(First(query, OverviewView.StatusField), First(query, OverviewView.SearchField)).Canonical;

    // The page reads the first of repeated parameters, so the address must be named after the same one.
    private static string? First(IQueryCollection query, string name) => query[name] is [var first, ..] ? first : null;
}
