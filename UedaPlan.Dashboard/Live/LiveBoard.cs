using System.Collections.Immutable;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>いまの盤面: the board everybody sees, swapped whole; tells its listeners that there is a newer one, never what changed.</summary>
public sealed partial class LiveBoard(ILogger<LiveBoard> log)
{
    private volatile Board? _current;
    private Staleness? _stale;
    private ImmutableArray<Subscription> _listeners = [];

    /// <summary>The newest board read. The first one is read before the server answers its first request.</summary>
    public Board Current => _current ?? throw new InvalidOperationException("The board has not been read yet.");

    public bool IsReady => _current is not null;
    public int Listeners => _listeners.Length;

    /// <summary>Null while the board is known to be current; otherwise since when it is not.</summary>
    public Staleness? Stale => Volatile.Read(ref _stale);

    /// <summary>The listener must return at once: it is called on the refresher's thread. Dispose to stop listening.</summary>
    public IDisposable Subscribe(Action listener)
    {
        var subscription = new Subscription(this, listener);
        ImmutableInterlocked.Update(ref _listeners, static (all, mine) => all.Add(mine), subscription);
        return subscription;
    }

    public void Publish(Board board)
    {
        _current = board;
        Volatile.Write(ref _stale, null);
        Tell();
    }

    /// <summary>The database has not answered since then: the board stays, but nobody may call it current.</summary>
    public void Doubt(Staleness since)
    {
        if (Interlocked.CompareExchange(ref _stale, since, null) is null) Tell();
    }

    private void Tell()
    {
        foreach (var subscription in _listeners)
        {
            try
            {
                subscription.Listener();
            }
            catch (Exception e) // one broken screen must not keep the others from the news
            {
                LogListenerFailed(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener of the live board failed")]
    private partial void LogListenerFailed(Exception exception);

    /// <summary>古さ: the last moment at which the board was known to be current, as a timestamp of the process.</summary>
    public sealed record Staleness(long LastGood);

    private sealed class Subscription(LiveBoard board, Action listener) : IDisposable
    {
        public Action Listener => listener;

        public void Dispose() => ImmutableInterlocked.Update(ref board._listeners, static (all, mine) => all.Remove(mine), this);
    }
}
