using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>読み取り: every query of the product; answers are immutable.</summary>
public sealed class PlanReader
{
    private readonly Func<PlanDbContext> _open;
    private readonly TimeProvider _time;
    private volatile LoadedPlan? _plan;

    // The embedded database waits for a lock this long, whatever its caller's token says.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    internal PlanReader(Func<PlanDbContext> open, TimeProvider time) => (_open, _time) = (open, time);

    /// <summary>The revision alone: what a heartbeat asks.</summary>
    public async Task<long> ReadRevisionAsync(CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        return await db.States.Select(s => s.Revision).SingleAsync(cancellationToken);
    }

    /// <summary>
    /// The whole board. The revision is read before the figures: a save in between makes the board newer than it says,
    /// which costs one more reading, never a lost change.
    /// </summary>
    public async Task<Board> ReadBoardAsync(CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        var state = await db.States.AsNoTracking().SingleAsync(cancellationToken);
        var plan = await PlanOfAsync(db, state.PlanVersion, cancellationToken);
        var rows = await db.Figures.AsNoTracking().ToListAsync(cancellationToken);
        var statistics = await StatisticRow.NewestAsync(db, long.MaxValue, cancellationToken);
        return Board.Of(plan, rows.Select(r => r.ToFigure()), state.Revision, state.Demo, _time.GetUtcNow()).WithStatistics(statistics);
    }

    private PlanDbContext OpenToRead()
    {
        var db = _open();
        db.Database.SetCommandTimeout(LongestWait);
        return db;
    }

    internal async Task<Plan> PlanOfAsync(PlanDbContext db, int version, CancellationToken cancellationToken)
    {
        if (_plan is { } known && known.Version == version) return known.Plan;
        var document = await db.Documents.AsNoTracking().SingleAsync(d => d.Version == version, cancellationToken);
        var plan = PlanFile.Parse(document.Json, $"(保存されている第{version}版)").Plan;
        _plan = new LoadedPlan(version, plan);
        return plan;
    }

    private sealed record LoadedPlan(int Version, Plan Plan);
}
