using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>読み取り: every query of the product; answers are immutable.</summary>
public sealed class PlanReader
{
    private const int MostPlans = 8;
    private const int MilestonesPerPage = 50;

    private readonly Func<PlanDbContext> _open;
    private readonly TimeProvider _time;
    private ImmutableArray<LoadedPlan> _plans = []; // the current one, and the last of the past that were asked for

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
        return Board.Of(plan, rows.Select(r => r.ToFigure()), state.Revision, state.Demo, _time.GetUtcNow()).WithStatistics(statistics) with { PlanVersion = state.PlanVersion };
    }

    /// <summary>The board as it stood at a revision: the plan file of that time and the figures saved by then. Null where there has been no such revision.</summary>
    public async Task<Board?> ReadBoardAtAsync(long revision, CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        var state = await db.States.AsNoTracking().SingleAsync(cancellationToken);
        if (revision > state.Revision) return null;
        var version = await db.Documents.Where(d => d.Revision <= revision).MaxAsync(d => (int?)d.Version, cancellationToken);
        if (version is null) return null;
        var plan = await PlanOfAsync(db, version.Value, cancellationToken);
        var rows = await db.Figures.AsNoTracking().Where(f => f.Revision <= revision).ToListAsync(cancellationToken);
        var statistics = await StatisticRow.NewestAsync(db, revision, cancellationToken);
        return Board.Of(plan, rows.Select(r => r.ToFigure()), revision, state.Demo, _time.GetUtcNow()).WithStatistics(statistics) with { PlanVersion = version.Value };
    }

    /// <summary>
    /// The revision that stood when a day ended in Japan; null before the first save. Where a clock went wrong, the order of
    /// saving counts: whatever was saved before something of that day belongs to it, too.
    /// </summary>
    public async Task<long?> ReadRevisionAtEndOfAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        var end = JapaneseCalendar.EndOf(day).UtcDateTime;
        return await SavesOf(db).Where(s => s.At < end).MaxAsync(s => (long?)s.Revision, cancellationToken);
    }

    /// <summary>When a revision was made.</summary>
    public async Task<DateTimeOffset> ReadMomentOfAsync(long revision, CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        return (await SavesOf(db).Where(s => s.Revision <= revision).OrderByDescending(s => s.Revision).FirstAsync(cancellationToken)).At.ToMoment();
    }

    /// <summary>One page of all saves there have been, newest first; the last page where there are not so many.</summary>
    public async Task<MilestonePage> ReadMilestonesAsync(int page, CancellationToken cancellationToken = default)
    {
        await using var db = OpenToRead();
        var figures = (await db.Figures.AsNoTracking().OrderBy(f => f.Number).ToListAsync(cancellationToken)).ConvertAll(r => r.ToFigure());
        var documents = await db.Documents.Select(d => new Milestone(d.Revision, d.LoadedAt.ToMoment()) { PlanVersion = d.Version, PlanKind = d.Kind }).ToListAsync(cancellationToken);
        var charts = await db.Statistics.Select(s => new Milestone(s.Revision, s.SavedAt.ToMoment()) { Chart = StatisticCode.Parse(s.Code), ChartTitle = s.Title }).ToListAsync(cancellationToken);
        var all = figures.Select(f => new Milestone(f.Revision, f.SavedAt) { Figure = f }).Concat(documents).Concat(charts)
            .OrderByDescending(m => m.Revision).ThenByDescending(m => m.Figure?.Number).ToList();
        var pages = (all.Count + MilestonesPerPage - 1) / MilestonesPerPage;
        page = Math.Clamp(page, 1, pages);
        var byIndicator = figures.ToLookup(f => f.Indicator);
        var items = new List<Milestone>();
        foreach (var milestone in all.Skip((page - 1) * MilestonesPerPage).Take(MilestonesPerPage))
        {
            var plan = await PlanOfAsync(db, documents.Where(d => d.Revision <= milestone.Revision).Max(d => d.PlanVersion!.Value), cancellationToken);
            items.Add(milestone with { Change = milestone.Figure is { } figure ? RecordedChange.Of(plan, figure, byIndicator[figure.Indicator]) : null });
        }
        var years = all.Select((m, i) => (Year: FiscalYear.At(m.At), Page: (i / MilestonesPerPage) + 1)).GroupBy(m => m.Year).Select(year => year.First());
        return new MilestonePage([.. items], page, pages, JapaneseCalendar.DayOf(all.Min(m => m.At)), [.. years.OrderByDescending(y => y.Year)]);
    }

    // Whatever made a revision.
    private static IQueryable<Save> SavesOf(PlanDbContext db) => db.Figures.Select(f => new Save { Revision = f.Revision, At = f.SavedAt })
        .Concat(db.Documents.Select(d => new Save { Revision = d.Revision, At = d.LoadedAt }))
        .Concat(db.Statistics.Select(s => new Save { Revision = s.Revision, At = s.SavedAt }));

    private PlanDbContext OpenToRead()
    {
        var db = _open();
        db.Database.SetCommandTimeout(LongestWait);
        return db;
    }

    internal async Task<Plan> PlanOfAsync(PlanDbContext db, int version, CancellationToken cancellationToken)
    {
        if (_plans.FirstOrDefault(p => p.Version == version) is { } known) return known.Plan;
        var document = await db.Documents.AsNoTracking().SingleAsync(d => d.Version == version, cancellationToken);
        var loaded = new LoadedPlan(version, PlanFile.Parse(document.Json, $"(保存されている第{version}版)").Plan);
        ImmutableInterlocked.Update(ref _plans, static (plans, mine) => [mine, .. plans.OrderByDescending(p => p.Version).Take(MostPlans - 1)], loaded);
        return loaded.Plan;
    }

    private sealed class Save
    {
        public long Revision { get; init; }
        public DateTime At { get; init; }
    }

    private sealed record LoadedPlan(int Version, Plan Plan);
}
