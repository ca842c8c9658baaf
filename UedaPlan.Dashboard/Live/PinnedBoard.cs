using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>このページの盤面: one board for the whole of a request, so that no page mixes two revisions.</summary>
public sealed class PinnedBoard(LiveBoard live)
{
    public Board Board { get; } = live.Current;
}
