using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>記録の読み取り: who changed what when and why, as far as the one who asks may see it.</summary>
public sealed class RecordReader
{
    public const int PerPage = 20;
    private const int PerPart = 200; // of an export

    private readonly Func<PlanDbContext> _open;
    private readonly PlanReader _reader;

    internal RecordReader(Func<PlanDbContext> open, PlanReader reader) => (_open, _reader) = (open, reader);

    /// <summary>One page, counted from 1; the last one where there are not so many.</summary>
    public async Task<RecordPage> ReadAsync(Author viewer, RecordQuery query, int page, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        var plan = await CurrentPlanAsync(db, cancellationToken);
        var filter = new RecordFilter(db, plan, query.For(viewer));
        var total = await KeysOf(filter).CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + PerPage - 1) / PerPage);
        page = Math.Clamp(page, 1, pages);
        var keys = await KeysOf(filter).OrderByDescending(k => k.Revision).ThenByDescending(k => k.Number).Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
        return new RecordPage(await RecordsAsync(db, plan, filter, keys, cancellationToken), total, page, pages, await FirstYearAsync(db, cancellationToken));
    }

    /// <summary>Everything asked for, newest first, read part by part; what is saved meanwhile is left out.</summary>
    public async IAsyncEnumerable<PlanRecord> ReadAllAsync(Author viewer, RecordQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        var plan = await CurrentPlanAsync(db, cancellationToken);
        var filter = new RecordFilter(db, plan, query.For(viewer));
        var keys = await KeysOf(filter).OrderByDescending(k => k.Revision).ThenByDescending(k => k.Number).ToListAsync(cancellationToken);
        foreach (var part in keys.Chunk(PerPart))
        {
            foreach (var record in await RecordsAsync(db, plan, filter, [.. part], cancellationToken)) yield return record;
        }
    }

    // Of figures imported together the newest stands for all.
    private static IQueryable<Key> KeysOf(RecordFilter filter)
    {
        var figures = filter.Figures();
        return figures.Where(f => f.Origin != FigureOrigin.Imported || !figures.Any(o => o.Revision == f.Revision && o.Origin == FigureOrigin.Imported && o.Number > f.Number))
            .Select(f => new Key { Revision = f.Revision, Number = f.Number })
            .Concat(filter.Documents().Select(d => new Key { Revision = d.Revision, Number = d.Version }))
            .Concat(filter.Charts().Select(s => new Key { Revision = s.Revision, Number = s.Number }));
    }

    private async Task<ImmutableArray<PlanRecord>> RecordsAsync(PlanDbContext db, Plan plan, RecordFilter filter, List<Key> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0) return [];
        var revisions = keys.ConvertAll(k => k.Revision);
        var figures = await filter.Figures().AsNoTracking().Where(f => revisions.Contains(f.Revision)).OrderBy(f => f.Number).ToListAsync(cancellationToken);
        var documents = await filter.Documents().Where(d => revisions.Contains(d.Revision))
            .Select(d => new PlanDocument { Version = d.Version, LoadedAt = d.LoadedAt, Revision = d.Revision, Json = "", Kind = d.Kind, Account = d.Account, Reason = d.Reason, Summary = d.Summary }).ToListAsync(cancellationToken);
        var charts = await filter.Charts().AsNoTracking().Where(s => revisions.Contains(s.Revision)).ToListAsync(cancellationToken);
        var past = figures.Count == 0 ? null : await RecordedPast.ReadAsync(db, _reader, figures, cancellationToken);
        return [.. keys.Select(key =>
            documents.Find(d => d.Revision == key.Revision) is { } document ? RecordOf(document, filter)
            : charts.Find(c => c.Revision == key.Revision && c.Number == key.Number) is { } chart ? RecordOf(chart, plan)
            : RecordOf(figures.FindAll(f => f.Revision == key.Revision && (f.Number == key.Number || f.Origin == FigureOrigin.Imported)), past!, plan))];
    }

    private static PlanRecord RecordOf(PlanDocument document, RecordFilter filter) => new(document.Revision, document.LoadedAt.ToMoment(), RecordFilter.KindOf(document.Kind))
    {
        Role = document.Account is null ? null : AuthorRole.PlanOffice,
        Reason = document.Reason,
        PlanVersion = document.Version,
        Lines = [.. filter.LinesOf(document.Summary)],
    };

    private static PlanRecord RecordOf(StatisticRow chart, Plan plan) => new(chart.Revision, chart.SavedAt.ToMoment(), RecordKind.Chart)
    {
        Role = chart.Role,
        Department = NameOf(chart.Department, plan),
        Reason = chart.Reason,
        Chart = StatisticCode.Parse(chart.Code),
        ChartTitle = chart.Title,
    };

    private static PlanRecord RecordOf(List<FigureRow> rows, RecordedPast past, Plan plan)
    {
        var figures = rows.ConvertAll(past.Of).OfType<RecordedFigure>().ToImmutableArray();
        return new PlanRecord(rows[^1].Revision, rows[^1].SavedAt.ToMoment(), figures is [var one, ..] ? one.Kind : RecordKind.Input)
        {
            Role = rows[0].Role,
            Department = NameOf(rows[0].Department, plan),
            Reason = rows.Select(r => r.Reason).Distinct().ToList() is [var shared] ? shared : null,
            Figures = figures,
        };
    }

    // A department that the plan no longer has keeps its code.
    private static string? NameOf(string? department, Plan plan) => department is null ? null : plan.Departments.FirstOrDefault(d => d.Code == department)?.Name ?? department;

    private async Task<Plan> CurrentPlanAsync(PlanDbContext db, CancellationToken cancellationToken) =>
        await _reader.PlanOfAsync(db, await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken), cancellationToken);

    private static async Task<FiscalYear> FirstYearAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        var (figure, document) = (await db.Figures.MinAsync(f => (DateTime?)f.SavedAt, cancellationToken), await db.Documents.MinAsync(d => d.LoadedAt, cancellationToken));
        return FiscalYear.At((figure < document ? figure.Value : document).ToMoment());
    }

    private sealed class Key
    {
        public long Revision { get; init; }
        public long Number { get; init; }
    }
}
