using System.Collections.Concurrent;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>ページの控え: the finished bytes of each known address at the newest revision, rendered once however many ask.</summary>
public sealed class PageCache(LiveBoard live)
{
    // What a reader can ask for in more forms than memory has room for, by the parameter that tells it; each has room of its own.
    private static readonly (string Parameter, int Most)[] Kinds = [(AskedMoment.Name + "=", 64), ("q=", 32), ("", 64)];

    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private readonly ConcurrentQueue<string>[] _ofKind = [.. Kinds.Select(_ => new ConcurrentQueue<string>())];
    private long _renders;

    /// <summary>Addresses whose page is kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Pages rendered since the process started.</summary>
    public long Renders => Interlocked.Read(ref _renders);

    /// <summary>
    /// The page of an address as of a board. The first to ask renders; the others wait for it. A failed
    /// rendering is forgotten, so that the next to ask tries again. A board read anew is another board, also at the same
    /// revision: a backup may have been restored.
    /// </summary>
    public async Task<FinishedPage?> GetAsync(string address, Board board, Func<Task<FinishedPage?>> render, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new Entry(board);
            var entry = _entries.AddOrUpdate(address, _ => Counted(address, mine), (_, known) => IsAsGood(known.Board, board) ? known : mine);
            if (ReferenceEquals(entry, mine)) return await FillAsync(address, mine, render);
            var page = await entry.Page.Task.WaitAsync(cancellationToken);
            if (page is not null) return page;
            _entries.TryRemove(KeyValuePair.Create(address, entry));
        }
    }

    /// <summary>The page of an address where somebody has rendered it or is about to have; null where the caller would have to.</summary>
    public async ValueTask<FinishedPage?> FindAsync(string address, Board board, CancellationToken cancellationToken)
    {
        if (!_entries.TryGetValue(address, out var entry) || !IsAsGood(entry.Board, board)) return null;
        try
        {
            return await entry.Page.Task.WaitAsync(cancellationToken);
        }
        catch (Exception) when (entry.Page.Task.IsFaulted)
        {
            return null;
        }
    }

    // A request that began just before the board was swapped is answered with the newer page rather than made to undo it.
    private bool IsAsGood(Board known, Board wanted) => ReferenceEquals(known, wanted) || ReferenceEquals(known, live.Current);

    // The oldest of its kind gives way, and is rendered again if still wanted.
    private Entry Counted(string address, Entry entry)
    {
        if (address.Split('?', 2) is not [_, var query]) return entry;
        var kind = Array.FindIndex(Kinds, k => query.Split('&').Any(p => p.StartsWith(k.Parameter, StringComparison.Ordinal)));
        var kept = _ofKind[kind];
        kept.Enqueue(address);
        while (kept.Count > Kinds[kind].Most && kept.TryDequeue(out var oldest)) _entries.TryRemove(oldest, out _);
        return entry;
    }

    private async Task<FinishedPage?> FillAsync(string address, Entry entry, Func<Task<FinishedPage?>> render)
    {
        FinishedPage? page = null;
        Exception? failure = null;
        try
        {
            Interlocked.Increment(ref _renders);
            page = await render();
            return page;
        }
        catch (Exception e)
        {
            failure = e; // of all who waited: each trying in its turn would wait for the same database again
            throw;
        }
        finally
        {
            if (page is null) _entries.TryRemove(KeyValuePair.Create(address, entry));
            if (failure is null) entry.Page.SetResult(page);
            else entry.Page.SetException(failure);
        }
    }

    private sealed class Entry(Board board)
    {
        public Board Board => board;
        public TaskCompletionSource<FinishedPage?> Page { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
