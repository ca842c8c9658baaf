using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>記録の時点: what has to be known of the past to say what some entries changed: the plans of their time and what stood before them.</summary>
internal sealed class RecordedPast
{
    private readonly ILookup<string, Figure> _figures;
    private readonly Dictionary<long, Plan> _plans;

    private RecordedPast(ILookup<string, Figure> figures, Dictionary<long, Plan> plans) => (_figures, _plans) = (figures, plans);

    public static async Task<RecordedPast> ReadAsync(PlanDbContext db, PlanReader reader, List<FigureRow> shown, CancellationToken cancellationToken)
    {
        var codes = shown.Select(f => f.Indicator).Distinct().ToList();
        var (first, last) = (shown.Min(f => f.Number), shown.Max(f => f.Number));
        // Of what was saved before them, only the newest entry of each year was still to be seen.
        var rows = await db.Figures.AsNoTracking().Where(f => codes.Contains(f.Indicator) && f.Number <= last
                && (f.Number >= first || !db.Figures.Any(o => o.Indicator == f.Indicator && o.Year == f.Year && o.Number > f.Number && o.Number < first)))
            .OrderBy(f => f.Number).ToListAsync(cancellationToken);
        return new RecordedPast(rows.Select(r => r.ToFigure()).ToLookup(f => f.Indicator.ToString()), await PlansAsync(db, reader, shown, cancellationToken));
    }

    /// <summary>Null where the plan of that time did not have the indicator.</summary>
    public RecordedFigure? Of(FigureRow row)
    {
        var figure = row.ToFigure();
        var (plan, all) = (_plans[row.Revision], _figures[row.Indicator]);
        return plan.Indicators.FirstOrDefault(i => i.Code == figure.Indicator) is { } indicator && RecordedChange.Of(plan, figure, all) is { } change
            ? new RecordedFigure(indicator, figure, all.LastOrDefault(f => f.Year == figure.Year && f.Number < figure.Number), change)
            : null;
    }

    private static async Task<Dictionary<long, Plan>> PlansAsync(PlanDbContext db, PlanReader reader, List<FigureRow> shown, CancellationToken cancellationToken)
    {
        var documents = await db.Documents.OrderByDescending(d => d.Revision).Select(d => new { d.Revision, d.Version }).ToListAsync(cancellationToken);
        var plans = new Dictionary<long, Plan>();
        foreach (var revision in shown.Select(f => f.Revision).Distinct().Order())
        {
            var version = documents.FirstOrDefault(d => d.Revision <= revision)?.Version ?? documents[^1].Version;
            plans[revision] = await reader.PlanOfAsync(db, version, cancellationToken);
        }
        return plans;
    }
}
