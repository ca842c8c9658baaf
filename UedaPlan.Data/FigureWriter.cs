using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>公開の依頼: a figure to be published for an indicator; the draft it was made of goes with it.</summary>
public sealed record RecordFigure(IndicatorCode Indicator, NewFigure Figure, DraftMark? Draft = null);

/// <summary>まとめた公開の結果: every figure with its entry number; or the refused ones, and then nothing was written.</summary>
public sealed record SavedFigures(ImmutableArray<Figure> Figures, ImmutableArray<RefusedFigure> Refused);

/// <summary>断られた依頼: which one of the list, and why.</summary>
public sealed record RefusedFigure(int Index, PlanRuleException Reason);

/// <summary>書き込み: the only way a figure enters.</summary>
public sealed partial class FigureWriter
{
    private readonly Func<PlanDbContext> _open;
    private readonly PlanReader _reader;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly ILogger<FigureWriter> _log;

    internal FigureWriter(Func<PlanDbContext> open, PlanReader reader, ChangeSignal signal, TimeProvider time, ILogger<FigureWriter> log) =>
        (_open, _reader, _signal, _time, _log) = (open, reader, signal, time, log);

    /// <summary>Publishes a figure and returns it with its entry number. When this returns, the figure is on disk.</summary>
    /// <exception cref="PlanRuleException">A rule is broken, somebody saved meanwhile, or the database cannot write; nothing was written.</exception>
    public async Task<Figure> SaveAsync(RecordFigure request, CancellationToken cancellationToken = default)
    {
        try
        {
            var saved = await WriteAsync(request, cancellationToken);
            _signal.Raise(); // after the commit: nobody is told of a figure that could still be rolled back
            LogSaved(saved.Number, request.Indicator, saved.Year.StartYear, saved.Author.Account);
            return saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw await ConflictAsync(request, cancellationToken);
        }
        catch (Exception e) when (StorageFault.In(e) is not null)
        {
            LogNotSaved(e, request.Indicator);
            throw new PlanRuleException("いまは保存できませんでした。少し待ってから、もう一度保存してください");
        }
    }

    /// <summary>
    /// Publishes all of the figures as one change, or none of them. Sent twice, the second time refuses every figure: each has then
    /// been saved since its author looked.
    /// </summary>
    /// <exception cref="PlanRuleException">The account has lost its rights, or the database cannot write; nothing was written.</exception>
    public async Task<SavedFigures> SaveAllAsync(IReadOnlyList<RecordFigure> requests, CancellationToken cancellationToken = default)
    {
        if (requests.Count == 0) return new SavedFigures([], []);
        try
        {
            var saved = await WriteAllAsync(requests, cancellationToken);
            if (!saved.Refused.IsEmpty) return saved;
            _signal.Raise();
            LogAllSaved(saved.Figures.Length, saved.Figures[0].Revision, saved.Figures[0].Author.Account);
            return saved;
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || StorageFault.In(e) is not null)
        {
            LogNoneSaved(e, requests.Count);
            throw new PlanRuleException("いまは保存できませんでした。1件も保存していません。少し待ってから、もう一度保存してください");
        }
    }

    private async Task<Figure> WriteAsync(RecordFigure request, CancellationToken cancellationToken)
    {
        await using var db = _open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var state = await WriteTurn.TakeAsync(db, cancellationToken);
        await CurrentAccount.CheckAsync(db, request.Figure.Author, cancellationToken);
        var (indicator, row) = await LoadAsync(db, state.PlanVersion, request.Indicator, cancellationToken);
        var figure = indicator.Record(request.Figure, _time.GetUtcNow()) with { Revision = state.Revision };
        var saved = FigureRow.Of(figure);
        row.Version++;
        db.Figures.Add(saved);
        await db.SaveChangesAsync(cancellationToken);
        if (request.Draft is { } draft) // as it was looked at; what somebody has changed since stays
        {
            await db.Drafts.Where(d => d.Id == draft.Id && d.Version == draft.Version && d.Subject == saved.Indicator && d.Year == saved.Year).ExecuteDeleteAsync(cancellationToken);
        }
        await transaction.CommitAsync(CancellationToken.None); // once begun, a commit is not abandoned half-way
        return figure with { Number = saved.Number };
    }

    private async Task<SavedFigures> WriteAllAsync(IReadOnlyList<RecordFigure> requests, CancellationToken cancellationToken)
    {
        await using var db = _open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var state = await WriteTurn.TakeAsync(db, cancellationToken);
        foreach (var author in requests.Select(r => r.Figure.Author).Distinct()) await CurrentAccount.CheckAsync(db, author, cancellationToken);
        var known = new Dictionary<IndicatorCode, Indicator>();
        var (figures, refused) = (new Figure[requests.Count], ImmutableArray.CreateBuilder<RefusedFigure>());
        // Oldest year first: a rule that looks at the year before sees what the same list says of it.
        foreach (var (index, request) in requests.Index().OrderBy(r => r.Item.Figure.Year))
        {
            try
            {
                if (!known.TryGetValue(request.Indicator, out var indicator))
                {
                    (indicator, var row) = await LoadAsync(db, state.PlanVersion, request.Indicator, cancellationToken);
                    row.Version++;
                }
                figures[index] = indicator.Record(request.Figure, _time.GetUtcNow()) with { Revision = state.Revision };
                known[request.Indicator] = indicator.With(figures[index] with { Number = long.MaxValue });
            }
            catch (PlanRuleException e)
            {
                refused.Add(new RefusedFigure(index, e));
            }
        }
        return refused.Count > 0 ? new SavedFigures([], refused.ToImmutable()) : new SavedFigures(await CommitAsync(db, transaction, figures, cancellationToken), []);
    }

    private static async Task<ImmutableArray<Figure>> CommitAsync(PlanDbContext db, IDbContextTransaction transaction, Figure[] figures, CancellationToken cancellationToken)
    {
        var rows = figures.Select(FigureRow.Of).ToList();
        db.Figures.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None); // once begun, a commit is not abandoned half-way
        return [.. figures.Zip(rows, (figure, row) => figure with { Number = row.Number })];
    }

    private async Task<(Indicator Indicator, IndicatorRow Row)> LoadAsync(PlanDbContext db, int version, IndicatorCode code, CancellationToken cancellationToken)
    {
        var plan = await _reader.PlanOfAsync(db, version, cancellationToken);
        var text = code.ToString();
        var row = await db.Indicators.SingleOrDefaultAsync(i => i.Code == text, cancellationToken);
        var indicator = plan.Indicators.FirstOrDefault(i => i.Code == code);
        if (indicator is null || row is null) throw new PlanRuleException("この指標は計画にありません。画面を開き直してください");
        var figures = await db.Figures.AsNoTracking().Where(f => f.Indicator == text).OrderBy(f => f.Number).ToListAsync(cancellationToken);
        return (indicator with { Figures = [.. figures.Select(f => f.ToFigure())] }, row);
    }

    private async Task<PlanRuleException> ConflictAsync(RecordFigure request, CancellationToken cancellationToken)
    {
        await using var db = _open();
        var version = await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken);
        var (indicator, _) = await LoadAsync(db, version, request.Indicator, cancellationToken);
        var newer = indicator.EntryOf(request.Figure.Year);
        return new PlanRuleException(newer is null
            ? "ほかの人が同じ時にこの指標を保存しました。もう一度保存してください"
            : $"ほかの人が {JapaneseCalendar.ToMoment(newer.SavedAt)} にこの実績を保存しました", FigureField.None, newer);
    }

    [LoggerMessage(LogLevel.Information, "Figure {Number} saved for indicator {Indicator}, fiscal year {Year}, by account {Account}")]
    private partial void LogSaved(long number, IndicatorCode indicator, int year, string account);

    [LoggerMessage(LogLevel.Information, "{Count} figures saved together as revision {Revision} by account {Account}")]
    private partial void LogAllSaved(int count, long revision, string account);

    [LoggerMessage(LogLevel.Error, "{Count} figures could not be saved together: the database failed")]
    private partial void LogNoneSaved(Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "A figure of indicator {Indicator} could not be saved: the database failed")]
    private partial void LogNotSaved(Exception exception, IndicatorCode indicator);
}
