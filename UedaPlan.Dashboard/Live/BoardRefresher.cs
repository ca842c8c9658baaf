using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>盤面の更新係: one loop that reads the board after a signal, and by heartbeat whatever no signal told.</summary>
public sealed partial class BoardRefresher(PlanReader reader, LiveBoard live, ChangeSignal signal, TimeProvider time, ILogger<BoardRefresher> log) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan QuietAfterPublish = TimeSpan.FromMilliseconds(75);

    private Task? _signalled;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var signalled = await WaitAsync(stoppingToken);
            var published = await RefreshAsync(signalled, stoppingToken);
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

    // A failed reading keeps the last good board; the heartbeat tries again.
    private async Task<bool> RefreshAsync(bool signalled, CancellationToken stoppingToken)
    {
        try
        {
            var current = live.Current;
            if (!signalled && await reader.ReadRevisionAsync(stoppingToken) == current.Revision)
            {
                Recovered();
                return false;
            }
            var board = await reader.ReadBoardAsync(stoppingToken);
            Recovered();
            if (board.Revision == current.Revision) return false;
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

    private void Recovered()
    {
        if (_failing) LogRecovered();
        _failing = false;
    }

    [LoggerMessage(LogLevel.Error, "The board could not be read; the last good one stays")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Information, "The board can be read again")]
    private partial void LogRecovered();
}
