using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の保管: makes the database ready and loads plan files into it, never touching a figure.</summary>
public sealed class PlanStore
{
    private readonly Func<PlanDbContext> _open;
    private readonly StorageSettings _settings;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;

    internal PlanStore(Func<PlanDbContext> open, StorageSettings settings, ChangeSignal signal, TimeProvider time) =>
        (_open, _settings, _signal, _time) = (open, settings, signal, time);

    /// <summary>Migrates, refuses the wrong kind of database, and fills an empty one.</summary>
    /// <exception cref="PlanRuleException">Demo and real data would mix, or the plan file is wrong.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await RefuseWrongKindAsync(db, cancellationToken); // before migrating: a refused database stays as it was
        await db.Database.MigrateAsync(cancellationToken);
        if (await db.States.AnyAsync(cancellationToken)) return;
        var file = _settings.PlanFile is { Length: > 0 } path ? await PlanFile.ReadAsync(path, cancellationToken) : PlanFile.BuiltIn();
        db.States.Add(new PlanState { Revision = 1, PlanVersion = 1, Demo = _settings.Demo });
        await AddAsync(db, 1, file, cancellationToken);
    }

    /// <summary>What loading a file would change, one Japanese line each; empty when nothing.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task<IReadOnlyList<string>> CompareAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        return PlanDifference.Between(await CurrentJsonAsync(db, cancellationToken), file.Json);
    }

    /// <summary>Loads a file as the next version of the plan. Figures stay as they are.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task LoadAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        await db.States.ExecuteUpdateAsync(s => s.SetProperty(state => state.Revision, state => state.Revision + 1)
            .SetProperty(state => state.PlanVersion, state => state.PlanVersion + 1), cancellationToken);
        await AddAsync(db, await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken), file, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        _signal.Raise();
    }

    private async Task AddAsync(PlanDbContext db, int version, PlanFile file, CancellationToken cancellationToken)
    {
        db.Documents.Add(new PlanDocument { Version = version, LoadedAt = _time.GetUtcNow().UtcDateTime, Json = file.Json });
        var known = await db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken);
        db.Indicators.AddRange(file.Plan.Indicators.Select(i => i.Code.ToString()).Except(known).Select(code => new IndicatorRow { Code = code }));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task RefuseWrongKindAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken) || !(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()) return;
        var demo = await db.States.Select(s => (bool?)s.Demo).SingleOrDefaultAsync(cancellationToken);
        if (demo == true && !_settings.Demo) throw new PlanRuleException("このデータベースはデモ用です。本番では開けません。--demo をつけて起動するか、別の場所を設定してください。");
        if (demo == false && _settings.Demo) throw new PlanRuleException("このデータベースには本番のデータがあります。--demo では開けません。別の場所を設定してください。");
    }

    private static async Task CheckFiguresFitAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var rows = await db.Figures.AsNoTracking().ToListAsync(cancellationToken);
        var figures = rows.Select(r => r.ToFigure()).ToLookup(f => f.Indicator);
        var unfit = plan.Indicators.Where(i => figures[i.Code].Any(f => !i.Fits(f.Reading))).Select(i => i.Code.ToString()).ToList();
        if (unfit.Count > 0) throw new PlanRuleException($"保存済みの実績と形が合わなくなるため、読み込めません: 指標 {string.Join("、", unfit)}(数え方や単位を確かめてください)");
    }

    private static async Task<string> CurrentJsonAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        var version = await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken);
        return await db.Documents.Where(d => d.Version == version).Select(d => d.Json).SingleAsync(cancellationToken);
    }
}
