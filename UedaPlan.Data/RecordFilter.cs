using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>記録の絞り込み: the conditions as queries; what an indicator is called and who has it, the plan of today says.</summary>
internal sealed class RecordFilter
{
    private readonly PlanDbContext _db;
    private readonly RecordQuery _query;
    private readonly List<string>? _indicators; // null: every one there has been
    private readonly List<string>? _charts;
    private readonly (DateTime From, DateTime To)? _time;

    public RecordFilter(PlanDbContext db, Plan plan, RecordQuery query)
    {
        (_db, _query) = (db, query);
        if (query.Year is { } year) _time = (JapaneseCalendar.EndOf(year.FirstDay.AddDays(-1)).UtcDateTime, JapaneseCalendar.EndOf(year.LastDay).UtcDateTime);
        if (query.Department is null && query.Search is null) return;
        _indicators = [.. plan.Indicators.Where(i => IsOf(i.Department) && IsNamed($"{i.Code} {i.Name.Plain} {i.ShortName} {i.NameReading}")).Select(i => i.Code.ToString())];
        _charts = [.. StatisticCard.AllOf(plan, []).Select(c => c.Statistic).Where(s => IsOf(s.Department) && IsNamed(s.Title.Plain)).Select(s => s.Code.ToString())];
    }

    /// <summary>Only the lines of a change of the plan that concern somebody who asked for a part of it.</summary>
    public IEnumerable<string> LinesOf(string? summary) =>
        (summary ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => _indicators is null || _indicators.Exists(code => line.Contains(InLine(code), StringComparison.Ordinal)));

    public IQueryable<FigureRow> Figures()
    {
        IQueryable<FigureRow> rows = _db.Figures;
        if (_time is var (from, to)) rows = rows.Where(f => f.SavedAt >= from && f.SavedAt < to);
        if (_indicators is { } codes) rows = rows.Where(f => codes.Contains(f.Indicator));
        return _query.Kind is { } kind ? OfKind(rows, kind) : rows;
    }

    public IQueryable<PlanDocument> Documents()
    {
        IQueryable<PlanDocument> rows = _db.Documents;
        if (_time is var (from, to)) rows = rows.Where(d => d.LoadedAt >= from && d.LoadedAt < to);
        if (_query.Kind is { } kind) rows = PlanKindOf(kind) is { } made ? rows.Where(d => d.Kind == made) : rows.Where(_ => false);
        if (_indicators is not { } codes) return rows;
        var words = codes.ConvertAll(InLine);
        return rows.Where(d => words.Any(word => d.Summary!.Contains(word)));
    }

    public IQueryable<StatisticRow> Charts()
    {
        IQueryable<StatisticRow> rows = _db.Statistics;
        if (_time is var (from, to)) rows = rows.Where(s => s.SavedAt >= from && s.SavedAt < to);
        if (_charts is { } codes) rows = rows.Where(s => codes.Contains(s.Code));
        return _query.Kind is null or RecordKind.Chart ? rows : rows.Where(_ => false);
    }

    public static RecordKind KindOf(PlanChangeKind kind) => kind switch
    {
        PlanChangeKind.Departments => RecordKind.Departments,
        PlanChangeKind.Deadlines => RecordKind.Deadlines,
        PlanChangeKind.Assumptions => RecordKind.Assumptions,
        PlanChangeKind.Target => RecordKind.Target,
        PlanChangeKind.TookEffect => RecordKind.TookEffect,
        PlanChangeKind.Thresholds => RecordKind.Thresholds,
        PlanChangeKind.Wording => RecordKind.Wording,
        _ => RecordKind.PlanFile,
    };

    // RecordKinds.Of as a query; a test holds the two together.
    private IQueryable<FigureRow> OfKind(IQueryable<FigureRow> rows, RecordKind kind) => kind switch
    {
        RecordKind.Undone => rows.Where(f => f.Origin == FigureOrigin.Undone),
        RecordKind.Restored => rows.Where(f => f.Origin == FigureOrigin.Restored),
        RecordKind.Imported => rows.Where(f => f.Origin == FigureOrigin.Imported),
        RecordKind.Interim => rows.Where(f => f.Origin == FigureOrigin.Typed && f.Stage == FigureStage.Interim),
        RecordKind.Input => Typed(rows).Where(t => t.StageBefore != FigureStage.Actual).Select(t => t.Figure),
        RecordKind.Comment => Typed(rows).Where(t => t.StageBefore == FigureStage.Actual && t.ReadingBefore == t.Figure.Reading).Select(t => t.Figure),
        RecordKind.Correction => Typed(rows).Where(t => t.StageBefore == FigureStage.Actual && t.ReadingBefore != t.Figure.Reading).Select(t => t.Figure),
        _ => rows.Where(_ => false),
    };

    private IQueryable<TypedActual> Typed(IQueryable<FigureRow> rows) => rows.Where(f => f.Origin == FigureOrigin.Typed && f.Stage == FigureStage.Actual).Select(f => new TypedActual
    {
        Figure = f,
        StageBefore = _db.Figures.Where(b => b.Indicator == f.Indicator && b.Year == f.Year && b.Number < f.Number).OrderByDescending(b => b.Number).Select(b => (FigureStage?)b.Stage).FirstOrDefault(),
        ReadingBefore = _db.Figures.Where(b => b.Indicator == f.Indicator && b.Year == f.Year && b.Number < f.Number).OrderByDescending(b => b.Number).Select(b => b.Reading).FirstOrDefault(),
    });

    private static PlanChangeKind? PlanKindOf(RecordKind kind) => Enum.GetValues<PlanChangeKind>().Where(k => KindOf(k) == kind).Select(k => (PlanChangeKind?)k).FirstOrDefault();

    private static string InLine(string indicator) => $"指標 {indicator} "; // as PlanLine writes it

    private bool IsOf(Department department) => _query.Department is null || department.Code == _query.Department;

    private bool IsNamed(string names)
    {
        if (_query.Search is not { } search) return true;
        var key = SearchText.Of(names).Key;
        return search.Words.All(word => key.Contains(word, StringComparison.Ordinal));
    }

    private sealed class TypedActual
    {
        public required FigureRow Figure { get; init; }
        public FigureStage? StageBefore { get; init; }
        public string? ReadingBefore { get; init; }
    }
}
