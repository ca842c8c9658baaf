using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の下見: what a change of the plan would do, for the plan office; nothing is written.</summary>
public sealed class PlanPreviewer
{
    private readonly Func<PlanDbContext> _open;
    private readonly TimeProvider _time;

    internal PlanPreviewer(Func<PlanDbContext> open, TimeProvider time) => (_open, _time) = (open, time);

    /// <summary>What the edits would do on a day: before and after both have the targets that are due by then.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, or the result breaks a rule.</exception>
    public async Task<PlanPreview> OfAsync(Author author, IReadOnlyList<PlanEdit> edits, DateOnly day, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await PlanWriter.CheckOfficeAsync(db, author, cancellationToken);
        var json = await PlanVersions.CurrentJsonAsync(db, cancellationToken);
        var before = PlanVersions.Edited(json, [], day);
        return await PreviewAsync(db, before.Plan, PlanVersions.Edited(json, edits, day), cancellationToken);
    }

    /// <summary>What loading a file would do.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, or saved figures would no longer fit.</exception>
    public async Task<PlanPreview> OfAsync(Author author, PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await PlanWriter.CheckOfficeAsync(db, author, cancellationToken);
        var before = PlanFile.Parse(await PlanVersions.CurrentJsonAsync(db, cancellationToken), "(保存されている計画)");
        return await PreviewAsync(db, before.Plan, file, cancellationToken);
    }

    /// <summary>The newest version of the plan as a file, and its number.</summary>
    /// <exception cref="PlanRuleException">Not the plan office.</exception>
    public async Task<(int Version, string Json)> ReadFileAsync(Author author, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await PlanWriter.CheckOfficeAsync(db, author, cancellationToken);
        var newest = await db.Documents.OrderByDescending(d => d.Version).Select(d => new { d.Version, d.Json }).FirstAsync(cancellationToken);
        return (newest.Version, newest.Json);
    }

    private async Task<PlanPreview> PreviewAsync(PlanDbContext db, Plan before, PlanFile after, CancellationToken cancellationToken)
    {
        await PlanVersions.CheckFiguresFitAsync(db, after.Plan, cancellationToken);
        var state = await db.States.AsNoTracking().SingleAsync(cancellationToken);
        var figures = (await db.Figures.AsNoTracking().ToListAsync(cancellationToken)).ConvertAll(f => f.ToFigure());
        Board BoardOf(Plan plan) => Board.Of(plan, figures, state.Revision, state.Demo, _time.GetUtcNow());
        return new PlanPreview(await PlanWriter.DifferenceAsync(db, after, cancellationToken), BoardOf(before), BoardOf(after.Plan));
    }
}
