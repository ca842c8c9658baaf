using System.Collections.Concurrent;

namespace UedaPlan.Dashboard.Live;

/// <summary>ページの控え: the finished bytes of each known address at the newest revision, rendered once however many ask.</summary>
public sealed class PageCache
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();
    private long _renders;

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
            var entry = _entries.AddOrUpdate(address, mine, (_, known) => known.Revision >= revision ? known : mine);
            if (ReferenceEquals(entry, mine)) return await FillAsync(address, mine, render);
            var page = await entry.Page.Task.WaitAsync(cancellationToken);
            if (page is not null) return page;
            _entries.TryRemove(KeyValuePair.Create(address, entry));
        }
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
