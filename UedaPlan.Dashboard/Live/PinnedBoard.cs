using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>このページの盤面: one board for the whole of a request, so that no page mixes two revisions; for a past moment the board of that moment.</summary>
public sealed class PinnedBoard(LiveBoard live)
{
    /// <summary>What the page shows.</summary>
    public Board Board => Past?.Board ?? Now;

    /// <summary>The board everybody sees at present.</summary>
    public Board Now { get; } = live.Current;

    /// <summary>The moment the page looks back to; null on a page of the present.</summary>
    public PastMoment? Past { get; private set; }

    public Viewpoint Viewpoint => Past is null ? Viewpoint.Now : new Viewpoint(Past.Address, $"({Past.Label}の時点)");

    public void LookBack(PastMoment past) => Past = past;
}
