using System.Collections.Concurrent;

namespace UedaPlan.Dashboard.Live;

/// <summary>ページの控え: the finished bytes of each known address at the newest revision, rendered once however many ask.</summary>
public sealed class PageCache
{
    private const int MostWithQuery = 64;

    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private readonly ConcurrentQueue<string> _withQuery = new();
    private long _renders;

    /// <summary>Addresses whose page is kept.</summary>
    public int Count => _entries.Count;

    /// <summary>Pages rendered since the process started.</summary>
    public long Renders => Interlocked.Read(ref _renders);

    /// <summary>
    /// The page of an address at a revision or newer. The first to ask renders; the others wait for it. A failed rendering
    /// is forgotten, so that the next to ask tries again.
    /// </summary>
    public async Task<FinishedPage?> GetAsync(string address, long revision, Func<Task<FinishedPage?>> render, CancellationToken cancellationToken)
    {
        while (true)
        {
            var mine = new Entry(revision);
            var entry = _entries.AddOrUpdate(address, _ => Counted(address, mine), (_, known) => known.Revision >= revision ? known : mine);
            if (ReferenceEquals(entry, mine)) return await FillAsync(address, mine, render);
            var page = await entry.Page.Task.WaitAsync(cancellationToken);
            if (page is not null) return page;
            _entries.TryRemove(KeyValuePair.Create(address, entry));
        }
    }

    /// <summary>Queries have more valid forms than memory has room for: the oldest gives way, and is rendered again if still wanted.</summary>
    private Entry Counted(string address, Entry entry)
    {
        if (!address.Contains('?')) return entry;
        _withQuery.Enqueue(address);
        while (_withQuery.Count > MostWithQuery && _withQuery.TryDequeue(out var oldest)) _entries.TryRemove(oldest, out _);
        return entry;
    }

    private async Task<FinishedPage?> FillAsync(string address, Entry entry, Func<Task<FinishedPage?>> render)
    {
        FinishedPage? page = null;
        try
        {
            Interlocked.Increment(ref _renders);
            page = await render();
            return page;
        }
        finally
        {
            if (page is null) _entries.TryRemove(KeyValuePair.Create(address, entry));
            entry.Page.SetResult(page);
        }
    }

    private sealed class Entry(long revision)
    {
        public long Revision => revision;
        public TaskCompletionSource<FinishedPage?> Page { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
