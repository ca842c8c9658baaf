using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>目標の見張り: makes a planned target the target once its day has begun in Japan, also of days that passed while no server ran.</summary>
public sealed partial class TargetWatch(LiveBoard live, PlanWriter writer, TimeProvider time, ILogger<TargetWatch> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5); // at the board in memory: asks the database only when something is due

    private int _failed; // the plan's version that could not be written: told once

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Look, time);
        do await TakeEffectAsync(stoppingToken);
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeEffectAsync(CancellationToken stoppingToken)
    {
        if (!live.IsReady) return;
        var (board, today) = (live.Current, JapaneseCalendar.DayOf(time.GetUtcNow()));
        if (!board.Plan.Indicators.Any(i => i.Upcoming.Any(u => u.Effective <= today))) return;
        try
        {
            await Task.Run(() => writer.TakeEffectAsync(stoppingToken), stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            if (_failed != board.PlanVersion) LogFailed(e);
            _failed = board.PlanVersion;
        }
    }

    [LoggerMessage(LogLevel.Error, "A planned target could not take effect; tried again every few seconds")]
    private partial void LogFailed(Exception exception);
}
