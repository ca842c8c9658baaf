using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>過去の盤面: finds the board of an asked moment. A past never changes, so the last ones asked for are kept; each is read once however many ask.</summary>
public sealed class PastBoards(PlanReader reader, LiveBoard live, TimeProvider time) : IDisposable
{
    private const int MostKept = 8;
    private const int MostReads = 4;
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(8);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turns = new(MostReads);
    private readonly List<Kept> _kept = [];
    private Board? _newest;

    private DateOnly LastDay => JapaneseCalendar.DayOf(time.GetUtcNow()).AddDays(-1);

    /// <summary>The moment, or the Japanese sentence that says why there is none.</summary>
    /// <exception cref="TimeoutException">The database does not answer; its own errors come as they are.</exception>
    public async Task<(PastMoment? Moment, string? Problem)> LookAsync(string text, CancellationToken cancellationToken)
    {
        if (AskedMoment.Parse(text) is not { } asked) return (null, "その日付は読めませんでした。日付を選び直してください。");
        if (asked.Day is { } day) return await LookAtDayAsync(asked, day, cancellationToken);
        if (asked.Revision is not { } revision || revision < 1 || revision > live.Current.Revision) return (null, "その時点の記録はありません。下の一覧から選び直してください。");
        var past = await KeptAsync(revision).WaitAsync(cancellationToken);
        return (new PastMoment(asked.ToString(), JapaneseCalendar.ToLongMoment(past.MadeAt), past.Board), null);
    }

    /// <summary>One page of the saves there have been, newest first.</summary>
    public Task<MilestonePage> MilestonesAsync(int page) => ReadAsync(() => reader.ReadMilestonesAsync(page));

    public void Dispose() => _turns.Dispose();

    private async Task<(PastMoment? Moment, string? Problem)> LookAtDayAsync(AskedMoment asked, DateOnly day, CancellationToken cancellationToken)
    {
        var name = JapaneseCalendar.EraDay(day);
        if (day > LastDay) return (null, $"{name}はまだ終わっていません。きのうまでの日付か、下の一覧から選んでください。");
        // Asked anew for each board: another server's clock may be slow, and its figure still belong to that day.
        var revision = await ReadAsync(() => reader.ReadRevisionAtEndOfAsync(day));
        if (revision is null) return (null, $"{name}には、まだ何も保存されていませんでした。もっと後の日付を選んでください。");
        var past = await KeptAsync(revision.Value).WaitAsync(cancellationToken);
        return (new PastMoment(asked.ToString(), $"{name}の終わり", past.Board), null);
    }

    private Task<PastBoard> KeptAsync(long revision)
    {
        lock (_gate)
        {
            ForgetIfRestored();
            _kept.RemoveAll(k => k.Reading.IsFaulted || k.Reading.IsCanceled);
            if (_kept.Find(k => k.Revision == revision) is { } known) return known.Reading;
            if (_kept.Count == MostKept) _kept.RemoveAt(0);
            var made = new Kept(revision, ReadAsync(() => PastBoardAsync(revision)));
            _kept.Add(made);
            return made.Reading;
        }
    }

    // A board read anew at no higher revision comes from a restored backup: that past may have been another one.
    private void ForgetIfRestored()
    {
        var newest = live.Current;
        if (ReferenceEquals(newest, _newest)) return;
        if (newest.Revision <= _newest?.Revision) _kept.Clear();
        _newest = newest;
    }

    private async Task<PastBoard> PastBoardAsync(long revision)
    {
        var board = await reader.ReadBoardAtAsync(revision) ?? throw new TimeoutException($"Revision {revision} is known and cannot be read.");
        return new PastBoard(board, await reader.ReadMomentOfAsync(revision));
    }

    private Task<T> ReadAsync<T>(Func<Task<T>> read) => ReadInTurnAsync(read).WaitAsync(LongestRead, time);

    // On a thread of its own, and few at once: the embedded database keeps its thread while it waits for a lock, and a pool
    // whose threads all wait leaves none for the pages of the present.
    private async Task<T> ReadInTurnAsync<T>(Func<Task<T>> read)
    {
        if (!await _turns.WaitAsync(LongestRead)) throw new TimeoutException("Others before it are still waiting for the database.");
        try
        {
            return await Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
        finally
        {
            _turns.Release();
        }
    }

    private sealed record Kept(long Revision, Task<PastBoard> Reading);

    private sealed record PastBoard(Board Board, DateTimeOffset MadeAt);
}
