using System.Collections.Concurrent;

namespace UedaPlan.Benchmarks.Load;

/// <summary>集計: who showed which revision when, and what it took.</summary>
internal sealed class Tally(int viewers)
{
    private readonly long[] _shown = new long[viewers];
    private readonly ConcurrentDictionary<long, long> _saved = new();
    private readonly ConcurrentQueue<string> _lost = new();
    private long[,] _arrived = new long[viewers, 0];
    private long _after;
    private long _signals;
    private long _fetches;
    private long _notModified;
    private long _stale;

    public TallyCounts Counts => new(Interlocked.Read(ref _signals), Interlocked.Read(ref _fetches), Interlocked.Read(ref _notModified));

    /// <summary>Pages older than the signal that asked for them.</summary>
    public long Stale => Interlocked.Read(ref _stale);

    /// <summary>The newest revision any viewer shows.</summary>
    public long Newest => _shown.Max();

    public void Signal() => Interlocked.Increment(ref _signals);

    public void Fetched(bool notModified, bool stale)
    {
        Interlocked.Increment(ref _fetches);
        if (notModified) Interlocked.Increment(ref _notModified);
        if (stale) Interlocked.Increment(ref _stale);
    }

    public void Lose(string why) => _lost.Enqueue(why);

    public void Saved(long revision, DateTime at) => _saved.TryAdd(revision, at.Ticks);

    /// <summary>A viewer shows this revision from now on: with it all before it have arrived, too. One caller at a time per viewer.</summary>
    public void Show(int viewer, long revision, DateTime at)
    {
        var arrived = _arrived;
        var last = Math.Min(revision - _after, arrived.GetLength(1));
        for (var i = Math.Max(_shown[viewer] - _after, 0); i < last; i++) arrived[viewer, i] = at.Ticks;
        if (revision > _shown[viewer]) Volatile.Write(ref _shown[viewer], revision);
    }

    /// <summary>Saves after this revision count, as many as said. Only while nothing is on its way.</summary>
    public void Begin(long after, int saves)
    {
        _after = after;
        _arrived = new long[viewers, saves];
    }

    /// <summary>Waits until every viewer shows the revision or a newer one; false when some never did.</summary>
    /// <exception cref="LoadFailure">A viewer was lost.</exception>
    public async Task<bool> ShownByAllAsync(long revision, TimeSpan patience, CancellationToken cancellationToken)
    {
        var until = DateTime.UtcNow + patience;
        while (true)
        {
            if (!_lost.IsEmpty) throw new LoadFailure($"{_lost.Count} of {viewers} viewers were lost; the first: {_lost.First()}");
            if (IsShownByAll(revision)) return true;
            if (DateTime.UtcNow > until) return false;
            await Task.Delay(5, cancellationToken);
        }
    }

    public long Missed => Arrivals().LongCount(a => a.At == 0);

    /// <summary>Milliseconds from each save whose moment is known to its arrival at each viewer, in order.</summary>
    public double[] Delays() =>
        [.. Arrivals().Where(a => a.At > 0 && _saved.ContainsKey(a.Revision)).Select(a => TimeSpan.FromTicks(a.At - _saved[a.Revision]).TotalMilliseconds).Order()];

    private bool IsShownByAll(long revision)
    {
        for (var i = 0; i < viewers; i++)
        {
            if (Volatile.Read(ref _shown[i]) < revision) return false;
        }
        return true;
    }

    private IEnumerable<(long Revision, long At)> Arrivals()
    {
        for (var viewer = 0; viewer < viewers; viewer++)
        {
            for (var i = 0; i < _arrived.GetLength(1); i++) yield return (_after + i + 1, _arrived[viewer, i]);
        }
    }
}

/// <summary>数: what all viewers heard and asked for so far.</summary>
internal readonly record struct TallyCounts(long Signals, long Fetches, long NotModified)
{
    public TallyCounts Since(TallyCounts before) => new(Signals - before.Signals, Fetches - before.Fetches, NotModified - before.NotModified);
}
