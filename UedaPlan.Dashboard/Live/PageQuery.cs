using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>アドレスの問い合わせ: what a page makes of the query of its address, so that addresses that mean the same share one page.</summary>
public interface IPageQuery
{
    /// <summary>The query in one form, "" for the plain page; null where it is wrong, and the page says so without being kept.</summary>
    static abstract string? Canonical(IQueryCollection query, Board board);
}
