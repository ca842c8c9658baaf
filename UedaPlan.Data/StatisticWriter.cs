using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>図の値の公開の依頼: values to be published for a chart of the plan.</summary>
public sealed record RecordStatistic(StatisticCode Code, NewStatistic Statistic);

/// <summary>図の値の書き込み: the only way values of a chart enter, by the same order of steps as a figure.</summary>
public sealed partial class StatisticWriter
{
    private readonly Func<PlanDbContext> _open;
    private readonly PlanReader _reader;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly ILogger<StatisticWriter> _log;

    internal StatisticWriter(Func<PlanDbContext> open, PlanReader reader, ChangeSignal signal, TimeProvider time, ILogger<StatisticWriter> log) =>
        (_open, _reader, _signal, _time, _log) = (open, reader, signal, time, log);

    /// <summary>Publishes values and returns the entry with its number. When this returns, it is on disk.</summary>
    /// <exception cref="PlanRuleException">A rule is broken, somebody saved meanwhile, or the database cannot write; nothing was written.</exception>
    public async Task<StatisticEntry> SaveAsync(RecordStatistic request, CancellationToken cancellationToken = default)
    {
        try
        {
            var saved = await WriteAsync(request, cancellationToken);
            _signal.Raise(); // after the commit, as for a figure
            LogSaved(saved.Number, request.Code, saved.Author.Account);
            return saved;
        }
        catch (Exception e) when (StorageFault.In(e) is not null)
        {
            LogNotSaved(e, request.Code);
            throw new PlanRuleException("いまは保存できませんでした。少し待ってから、もう一度保存してください");
        }
    }

    // Whoever holds the state's row has read what stands before anybody else can add to it: no version of its own is needed.
    private async Task<StatisticEntry> WriteAsync(RecordStatistic request, CancellationToken cancellationToken)
    {
        await using var db = _open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var state = await WriteTurn.TakeAsync(db, cancellationToken);
        await CurrentAccount.CheckAsync(db, request.Statistic.Author, cancellationToken);
        var card = await CardAsync(db, state.PlanVersion, request.Code, cancellationToken);
        var entry = card.Statistic.Record(card.Entry, request.Statistic, _time.GetUtcNow());
        var row = StatisticRow.Of(entry, state.Revision);
        db.Statistics.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None); // once begun, a commit is not abandoned half-way
        return entry with { Number = row.Number };
    }

    private async Task<StatisticCard> CardAsync(PlanDbContext db, int version, StatisticCode code, CancellationToken cancellationToken)
    {
        var plan = await _reader.PlanOfAsync(db, version, cancellationToken);
        var cards = StatisticCard.AllOf(plan, await StatisticRow.NewestAsync(db, long.MaxValue, cancellationToken));
        return cards.FirstOrDefault(c => c.Statistic.Code == code) ?? throw new PlanRuleException("この統計は計画にありません。画面を開き直してください");
    }

    [LoggerMessage(LogLevel.Information, "Statistic entry {Number} saved for chart {Code} by account {Account}")]
    private partial void LogSaved(long number, StatisticCode code, string account);

    [LoggerMessage(LogLevel.Error, "The values of chart {Code} could not be saved: the database failed")]
    private partial void LogNotSaved(Exception exception, StatisticCode code);
}
