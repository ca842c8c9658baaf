using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>公開の依頼: a figure to be published for an indicator; the draft it was made of goes with it.</summary>
public sealed record RecordFigure(IndicatorCode Indicator, NewFigure Figure, DraftMark? Draft = null);

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

    [LoggerMessage(LogLevel.Error, "A figure of indicator {Indicator} could not be saved: the database failed")]
    private partial void LogNotSaved(Exception exception, IndicatorCode indicator);
}
