using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の保管: makes the database ready and loads plan files into it, never touching a figure.</summary>
public sealed partial class PlanStore
{
    private readonly Func<PlanDbContext> _open;
    private readonly StorageSettings _settings;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly ILogger<PlanStore> _log;

    internal PlanStore(Func<PlanDbContext> open, StorageSettings settings, ChangeSignal signal, TimeProvider time, ILogger<PlanStore> log) =>
        (_open, _settings, _signal, _time, _log) = (open, settings, signal, time, log);

    /// <summary>Refuses a database that must not be opened, migrates, and fills an empty one.</summary>
    /// <exception cref="PlanRuleException">Demo and real data would mix, the plan file is wrong, or the database cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = _open();
            var door = new DatabaseDoor(db, _settings.Demo);
            // Looked at and read before migrating: what is refused stays as it was.
            var file = await door.LookAsync(cancellationToken) ? null : await FirstFileAsync(cancellationToken);
            await door.MigrateAsync(cancellationToken);
            if (file is not null) await FillAsync(db, file, cancellationToken);
            await door.CheckKindAsync(cancellationToken); // two first starts at once may have been of two kinds
        }
        catch (Exception e) when (e is not PlanRuleException && StorageFault.In(e) is { } fault)
        {
            LogFault(e);
            throw new PlanRuleException(StorageFault.SentenceOf(fault, _settings), cause: fault);
        }
    }

    /// <summary>What loading a file would change, one Japanese line each; empty when nothing.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task<IReadOnlyList<string>> CompareAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        return [.. PlanDifference.Between(await CurrentJsonAsync(db, cancellationToken), file.Json), .. await HiddenStatisticsAsync(db, file.Plan, cancellationToken)];
    }

    /// <summary>Loads a file as the next version of the plan. Figures stay as they are.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task LoadAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // First, as in FigureWriter: no figure of the old shape can be saved between the check and the new plan.
        await db.States.ExecuteUpdateAsync(s => s.SetProperty(state => state.Revision, state => state.Revision + 1)
            .SetProperty(state => state.PlanVersion, state => state.PlanVersion + 1), cancellationToken);
        await CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        await AddAsync(db, await db.States.AsNoTracking().SingleAsync(cancellationToken), file, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        _signal.Raise();
    }

    private Task<PlanFile> FirstFileAsync(CancellationToken cancellationToken) =>
        _settings.PlanFile is { Length: > 0 } path ? PlanFile.ReadAsync(path, cancellationToken) : Task.FromResult(PlanFile.BuiltIn());

    private async Task FillAsync(PlanDbContext db, PlanFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.States.AnyAsync(cancellationToken)) return; // another server was quicker
        var state = new PlanState { Revision = 1, PlanVersion = 1, Demo = _settings.Demo };
        db.States.Add(state);
        await AddAsync(db, state, file, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private async Task AddAsync(PlanDbContext db, PlanState state, PlanFile file, CancellationToken cancellationToken)
    {
        db.Documents.Add(new PlanDocument { Version = state.PlanVersion, Revision = state.Revision, LoadedAt = _time.GetUtcNow().UtcDateTime, Json = file.Json });
        var known = await db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken);
        db.Indicators.AddRange(file.Plan.Indicators.Select(i => i.Code.ToString()).Except(known).Select(code => new IndicatorRow { Code = code }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task CheckFiguresFitAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var rows = await db.Figures.AsNoTracking().ToListAsync(cancellationToken);
        var figures = rows.Select(r => r.ToFigure()).ToLookup(f => f.Indicator);
        var unfit = plan.Indicators.Where(i => figures[i.Code].Any(f => !i.Fits(f.Reading))).Select(i => i.Code.ToString()).ToList();
        if (unfit.Count > 0) throw new PlanRuleException($"保存済みの実績と形が合わなくなるため、読み込めません: 指標 {string.Join("、", unfit)}(数え方や単位を確かめてください)");
    }

    // The values stay stored; a plan file that prints the chart again shows them again.
    private static async Task<IEnumerable<string>> HiddenStatisticsAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var entries = await StatisticRow.NewestAsync(db, long.MaxValue, cancellationToken);
        var shown = StatisticCard.AllOf(plan, entries).Select(c => c.Entry?.Number).ToHashSet();
        var current = await CurrentPlanAsync(db, cancellationToken);
        return StatisticCard.AllOf(current, entries).Where(c => c.Entry is { } entry && !shown.Contains(entry.Number))
            .Select(c => $"注意 {c.Statistic.Code.ToLabel()}「{c.Statistic.Title.Plain}」: 同じ題の図がなくなるため、入力済みの値は表示されません(保存は残ります)");
    }

    private static async Task<Plan> CurrentPlanAsync(PlanDbContext db, CancellationToken cancellationToken) =>
        PlanFile.Parse(await CurrentJsonAsync(db, cancellationToken), "(保存されている計画)").Plan;

    private static async Task<string> CurrentJsonAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        var version = await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken);
        return await db.Documents.Where(d => d.Version == version).Select(d => d.Json).SingleAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Debug, "The database cannot be made ready")]
    private partial void LogFault(Exception exception);
}
