using System.Diagnostics;

namespace UedaPlan.Benchmarks.Load;

/// <summary>測定: first a server on which nothing is saved, then the same server anew while the saves come.</summary>
internal sealed class LoadRun(LoadOptions options, Cores cores, ISubject subject)
{
    private const int FewestForMemory = 200; // the growth of fewer drowns in what a server takes and gives back by itself
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly int _warm = Math.Min(50, options.Viewers / 2);

    public async Task<LoadFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        var still = await MeasureStillAsync(cancellationToken);
        return await MeasureSavesAsync(still, cancellationToken);
    }

    /// <summary>Memory and idle time. The first viewers are not counted: they pay for code and caches, not for themselves.</summary>
    private async Task<LoadFigures> MeasureStillAsync(CancellationToken cancellationToken)
    {
        Say("connecting");
        await using var server = await MeasuredServer.StartAsync(cores, subject, 0, cancellationToken);
        await using var crowd = new Crowd(server, subject, options.Viewers, cancellationToken);
        await crowd.GrowAsync(_warm);
        var before = await MemoryAsync(server, cancellationToken);
        var idle = Math.Min(options.Idle, options.Viewers);
        await crowd.GrowAsync(idle);
        var few = idle > 0 ? await IdleShareAsync(server, cancellationToken) : (double?)null;
        await crowd.GrowAsync(options.Viewers);
        var resident = await MemoryAsync(server, cancellationToken) - before;
        var all = idle == 0 || idle == options.Viewers ? few : await IdleShareAsync(server, cancellationToken);
        return new LoadFigures { ResidentPerViewer = PerViewer(resident), IdleShare = few, IdleShareOfAll = all };
    }

    private async Task<LoadFigures> MeasureSavesAsync(LoadFigures still, CancellationToken cancellationToken)
    {
        await using var server = await MeasuredServer.StartAsync(cores, subject, options.Every, cancellationToken);
        await using var crowd = new Crowd(server, subject, options.Viewers, cancellationToken);
        await crowd.GrowAsync(_warm);
        var before = await MemoryAsync(server, cancellationToken);
        await crowd.GrowAsync(options.Viewers);
        var first = await QuietAsync(server, crowd.Tally, cancellationToken);
        Say($"{options.Saves} saves");
        var figures = await CountAsync(still, server, crowd, first, cancellationToken);
        return figures with { ResidentAfterSaves = PerViewer(await MemoryAsync(server, cancellationToken) - before) };
    }

    /// <summary>The revision that all viewers show once the warm saves are over.</summary>
    private async Task<long> QuietAsync(MeasuredServer server, Tally tally, CancellationToken cancellationToken)
    {
        var first = tally.Newest + options.Warm;
        for (var revision = tally.Newest + 1; revision <= first; revision++)
        {
            if (!await tally.ShownByAllAsync(revision, Patience, cancellationToken))
            {
                server.MustRun();
                throw new LoadFailure($"Not every viewer of the {subject.Name} showed a save within {Patience.TotalSeconds:0} s.");
            }
            await subject.NoteSaveAsync(server.Address, tally, cancellationToken);
        }
        return tally.Newest;
    }

    private async Task<LoadFigures> CountAsync(LoadFigures still, MeasuredServer server, Crowd crowd, long after, CancellationToken cancellationToken)
    {
        var tally = crowd.Tally;
        tally.Begin(after, options.Saves);
        var (bytes, counts, cpu, own, began) = (crowd.Arrived, tally.Counts, server.Cpu, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        for (var revision = after + 1; revision <= after + options.Saves; revision++)
        {
            if (!await tally.ShownByAllAsync(revision, Patience, cancellationToken)) break; // the rest is missed
            await subject.NoteSaveAsync(server.Address, tally, cancellationToken);
        }
        var idle = (still.IdleShareOfAll ?? 0) * Stopwatch.GetElapsedTime(began);
        var delays = tally.Delays();
        return still with
        {
            CpuPerUpdate = PerUpdate((server.Cpu - cpu - idle).TotalMicroseconds),
            ViewersCpuPerUpdate = PerUpdate((Environment.CpuUsage.TotalTime - own).TotalMicroseconds),
            BytesPerUpdate = PerUpdate(crowd.Arrived - bytes),
            SignalsPerUpdate = PerUpdate(tally.Counts.Since(counts).Signals),
            FetchesPerUpdate = PerUpdate(tally.Counts.Since(counts).Fetches),
            NotModifiedPerUpdate = PerUpdate(tally.Counts.Since(counts).NotModified),
            MedianDelay = At(delays, 0.5),
            LateDelay = At(delays, 0.99),
            Timed = delays.LongLength,
            Stale = tally.Stale,
            Missed = tally.Missed,
        };
    }

    private async Task<double> IdleShareAsync(MeasuredServer server, CancellationToken cancellationToken)
    {
        Say($"idle for {options.IdleSeconds} s");
        await server.RestAsync(cancellationToken);
        var (cpu, began) = (server.Cpu, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(options.IdleSeconds), cancellationToken);
        return (server.Cpu - cpu) / Stopwatch.GetElapsedTime(began);
    }

    private async Task<long?> MemoryAsync(MeasuredServer server, CancellationToken cancellationToken) =>
        options.Viewers < FewestForMemory ? null : await server.SettledBytesAsync(cancellationToken);

    private double? PerViewer(long? bytes) => (double?)bytes / (options.Viewers - _warm);

    private double PerUpdate(double all) => all / options.Viewers / options.Saves;

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))];

    private void Say(string what) => Console.Error.WriteLine($"{subject.Name}: {what}");
}

/// <summary>測定値: bytes, microseconds and milliseconds; idle shares are of one core.</summary>
internal sealed record LoadFigures
{
    public double? ResidentPerViewer { get; init; }
    public double? ResidentAfterSaves { get; init; }
    public double CpuPerUpdate { get; init; }
    public double ViewersCpuPerUpdate { get; init; }
    public double MedianDelay { get; init; }
    public double LateDelay { get; init; }
    public long Timed { get; init; }
    public double BytesPerUpdate { get; init; }
    public double SignalsPerUpdate { get; init; }
    public double FetchesPerUpdate { get; init; }
    public double NotModifiedPerUpdate { get; init; }
    public long Stale { get; init; }
    public long Missed { get; init; }
    public double? IdleShare { get; init; }
    public double? IdleShareOfAll { get; init; }
}
