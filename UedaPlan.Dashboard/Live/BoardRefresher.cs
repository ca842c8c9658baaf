using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>盤面の更新係: one loop that reads the board after a signal, and by heartbeat whatever no signal told.</summary>
public sealed partial class BoardRefresher(PlanReader reader, LiveBoard live, ChangeSignal signal, TimeProvider time, ILogger<BoardRefresher> log) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan QuietAfterPublish = TimeSpan.FromMilliseconds(75);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Unconfirmed = TimeSpan.FromSeconds(9); // one heartbeat, and six seconds without an answer

    private Task? _signalled;
    private ITimer? _doubt;
    private long _lastGood;
    private bool _failing;

    public override void Dispose()
    {
        _doubt?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _lastGood = time.GetTimestamp();
        _doubt = time.CreateTimer(_ => DoubtIfReady(), null, Unconfirmed, Unconfirmed);
        while (!stoppingToken.IsCancellationRequested)
        {
            var signalled = await WaitAsync(stoppingToken);
            var published = live.IsReady && await RefreshAsync(signalled, stoppingToken);
            if (published) await Task.Delay(QuietAfterPublish, time, stoppingToken); // saves of a burst meet in the next reading
        }
    }

    private async Task<bool> WaitAsync(CancellationToken stoppingToken)
    {
        _signalled ??= signal.WaitAsync(stoppingToken);
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(_signalled, Task.Delay(Heartbeat, time, pause.Token));
        await pause.CancelAsync();
        if (!_signalled.IsCompleted) return false;
        await _signalled;
        _signalled = null;
        return true;
    }

    // A failed reading keeps the last good board; the heartbeat tries again. After a fault everything is read and told
    // anew, also at the same revision: the database may have come back from a backup.
    private async Task<bool> RefreshAsync(bool signalled, CancellationToken stoppingToken)
    {
        try
        {
            var known = live.Current.Revision;
            var doubted = _failing || live.Stale is not null;
            if (!signalled && !doubted && await ReadAsync(reader.ReadRevisionAsync, stoppingToken) == known)
            {
                Confirm();
                return false;
            }
            var board = await ReadAsync(reader.ReadBoardAsync, stoppingToken);
            Confirm();
            if (board.Revision == known && !doubted) return false;
            live.Publish(board);
            return true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            if (!_failing) LogFailed(e); // once per outage, not every three seconds
            _failing = true;
            return false;
        }
    }

    // On a thread of its own: the embedded database keeps its thread while it waits for a lock.
    private async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken stoppingToken)
    {
        using var late = new CancellationTokenSource(LongestRead, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stoppingToken);
        return await Task.Run(() => read(limit.Token), limit.Token).WaitAsync(limit.Token);
    }

    private void Confirm()
    {
        Volatile.Write(ref _lastGood, time.GetTimestamp());
        _doubt?.Change(Unconfirmed, Unconfirmed);
        if (_failing) LogRecovered();
        _failing = false;
    }

    private void DoubtIfReady()
    {
        if (live.IsReady) live.Doubt(new LiveBoard.Staleness(Volatile.Read(ref _lastGood)));
    }

    [LoggerMessage(LogLevel.Error, "The board could not be read; the last good one stays")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "The board can be read again")]
    private partial void LogRecovered();
}
