using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の版の保存: adds versions and reads the newest; versions are never changed.</summary>
internal static class PlanVersions
{
    public static async Task AddAsync(PlanDbContext db, PlanState state, PlanFile file, DateTimeOffset now, PlanChange? change, CancellationToken cancellationToken)
    {
        db.Documents.Add(new PlanDocument
        {
            Version = state.PlanVersion,
            Revision = state.Revision,
            LoadedAt = now.UtcDateTime,
            Json = file.Json,
            Kind = change?.Kind ?? PlanChangeKind.Loaded,
            Account = change?.Author?.Account,
            Reason = change?.Reason,
            Summary = change?.Summary,
        });
        var known = await db.Indicators.Select(i => i.Code).ToListAsync(cancellationToken);
        db.Indicators.AddRange(file.Plan.Indicators.Select(i => i.Code.ToString()).Except(known).Select(code => new IndicatorRow { Code = code }));
        await db.SaveChangesAsync(cancellationToken);
    }

    public static async Task CheckFiguresFitAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var rows = await db.Figures.AsNoTracking().ToListAsync(cancellationToken);
        var figures = rows.Select(r => r.ToFigure()).ToLookup(f => f.Indicator);
        var unfit = plan.Indicators.Where(i => figures[i.Code].Any(f => !i.Fits(f.Reading))).Select(i => i.Code.ToString()).ToList();
        await CheckAccountsFitAsync(db, plan, cancellationToken);
        if (unfit.Count > 0) throw new PlanRuleException($"保存済みの実績と形が合わなくなるため、読み込めません: 指標 {string.Join("、", unfit)}(数え方や単位を確かめてください)");
    }

    // An account that has been stopped may be started again: it needs its department, too.
    private static async Task CheckAccountsFitAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var used = await db.Users.Where(a => a.Department != null).GroupBy(a => a.Department!).Select(g => new { Code = g.Key, Accounts = g.Count() }).ToListAsync(cancellationToken);
        var gone = used.ExceptBy(plan.Departments.Select(d => d.Code), u => u.Code).ToList();
        if (gone.Count > 0) throw new PlanRuleException($"利用者のいる課はなくせません: {string.Join("、", gone.Select(g => $"{g.Code}({g.Accounts}人)"))}。先に利用者をほかの課へ移してください");
    }

    // The values stay stored; a plan file that prints the chart again shows them again.
    public static async Task<IEnumerable<PlanLine>> HiddenStatisticsAsync(PlanDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var entries = await StatisticRow.NewestAsync(db, long.MaxValue, cancellationToken);
        var shown = StatisticCard.AllOf(plan, entries).Select(c => c.Entry?.Number).ToHashSet();
        var current = PlanFile.Parse(await CurrentJsonAsync(db, cancellationToken), "(保存されている計画)").Plan;
        return StatisticCard.AllOf(current, entries).Where(c => c.Entry is { } entry && !shown.Contains(entry.Number))
            .Select(c => new PlanLine(PlanLineKind.Warning, $"{c.Statistic.Code.ToLabel()}「{c.Statistic.Title.Plain}」", "", null, "同じ題の図がなくなるため、入力済みの値は表示されません(保存は残ります)"));
    }

    public static async Task<string> CurrentJsonAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        var version = await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken);
        return await db.Documents.Where(d => d.Version == version).Select(d => d.Json).SingleAsync(cancellationToken);
    }

    /// <summary>The newest version that came as a whole file; what differs from it since, the office did on its screens.</summary>
    public static Task<string> NewestFileAsync(PlanDbContext db, CancellationToken cancellationToken) =>
        db.Documents.Where(d => d.Kind == PlanChangeKind.Loaded).OrderByDescending(d => d.Version).Select(d => d.Json).FirstAsync(cancellationToken);

    /// <summary>A version with these edits and with the targets whose day has come, as a plan file.</summary>
    /// <exception cref="PlanRuleException">The result is no plan.</exception>
    public static PlanFile Edited(string json, IReadOnlyList<PlanEdit> edits, DateOnly today)
    {
        if (edits.Count > 0)
        {
            var before = PlanFile.Parse(json, "(保存されている計画)").Plan;
            foreach (var edit in edits) edit.Check(before);
        }
        var plan = JsonNode.Parse(json)!.AsObject();
        foreach (var edit in edits) edit.Apply(plan);
        UpcomingTargets.TakeIn(plan, today);
        return PlanFile.Parse(plan.ToJsonString(PlanEdit.Written), "計画の変更");
    }
}
