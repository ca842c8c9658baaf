using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>過去の時点: the board that stood then, the words for when that was, and how addresses name it.</summary>
/// <param name="Address">The value of "at": 2026-10-01 or r57.</param>
/// <param name="Label">令和8年10月1日の終わり · 令和9年3月24日 14:31</param>
/// <param name="Board">Rebuilt from the plan and the figures saved by then; nothing later is in it.</param>
public sealed record PastMoment(string Address, string Label, Board Board)
{
    /// <summary>The page that looks back, as it is addressed at present.</summary>
    public string Here { get; init; } = "/";
}

/// <summary>見ている時点: whether a page shows the present or the past, and other pages at the same moment.</summary>
/// <param name="At">The value of "at" in addresses; null at present.</param>
/// <param name="Words">For the titles of pages: (令和8年10月1日の終わりの時点); nothing at present.</param>
public sealed record Viewpoint(string? At, string Words = "")
{
    public static Viewpoint Now { get; } = new((string?)null);

    public bool IsPast => At is not null;

    /// <summary>The address of a reading page, which may have a query and an anchor, at this moment.</summary>
    public string To(string address)
    {
        if (At is null) return address;
        var end = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var found ? found : address.Length;
        return $"{address[..end]}{(address[..end].Contains('?') ? '&' : '?')}{AskedMoment.Name}={At}{address[end..]}";
    }
}
