using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の書き込み: the only way the plan changes: always a new version, never touching a figure.</summary>
public sealed partial class PlanWriter
{
    private const int LongestReason = 200;

    private readonly Func<PlanDbContext> _open;
    private readonly ChangeSignal _signal;
    private readonly TimeProvider _time;
    private readonly ILogger<PlanWriter> _log;

    internal PlanWriter(Func<PlanDbContext> open, ChangeSignal signal, TimeProvider time, ILogger<PlanWriter> log) =>
        (_open, _signal, _time, _log) = (open, signal, time, log);

    /// <summary>What loading a file would change, one Japanese line each; empty when nothing.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task<IReadOnlyList<string>> CompareAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await PlanVersions.CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        return await DifferenceAsync(db, file, cancellationToken);
    }

    /// <summary>Loads a file as the next version of the plan. Figures stay as they are.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task LoadAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, null, (_, _) => Task.FromResult((file, PlanChangeKind.Loaded, default(Author), default(string))), cancellationToken);
    }

    /// <summary>What these edits would change, one Japanese line each.</summary>
    /// <exception cref="PlanRuleException">As <see cref="ReviseAsync"/>.</exception>
    public async Task<IReadOnlyList<string>> PreviewAsync(RevisePlan request, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await CheckAsync(db, request.Author, request.Reason, cancellationToken);
        var file = PlanVersions.Edited(await PlanVersions.CurrentJsonAsync(db, cancellationToken), request.Edits);
        await PlanVersions.CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        return await DifferenceAsync(db, file, cancellationToken);
    }

    /// <summary>Makes the edits the next version of the plan; all of them or none.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, no reason, somebody changed the plan meanwhile, or the result breaks a rule; nothing was written.</exception>
    public async Task ReviseAsync(RevisePlan request, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, request.Seen, async (json, token) =>
        {
            await CheckAsync(db, request.Author, request.Reason, token);
            return (PlanVersions.Edited(json, request.Edits), request.Kind, request.Author, request.Reason.Trim());
        }, cancellationToken);
    }

    private async Task WriteAsync(
        PlanDbContext db, int? seen, Func<string, CancellationToken, Task<(PlanFile File, PlanChangeKind Kind, Author? Author, string? Reason)>> make, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // First, as in FigureWriter: no figure of the old shape can be saved between the check and the new plan.
            var state = await WriteTurn.TakeAsync(db, cancellationToken);
            if (seen is not null && seen != state.PlanVersion) throw new PlanRuleException("ほかの人が計画を変えました。画面を開き直して、変更を確かめてください");
            var (file, kind, author, reason) = await make(await PlanVersions.CurrentJsonAsync(db, cancellationToken), cancellationToken);
            await PlanVersions.CheckFiguresFitAsync(db, file.Plan, cancellationToken);
            var lines = await DifferenceAsync(db, file, cancellationToken);
            if (author is not null && lines.Count == 0) throw new PlanRuleException("計画は変わっていません");
            await db.States.ExecuteUpdateAsync(s => s.SetProperty(row => row.PlanVersion, row => row.PlanVersion + 1), cancellationToken);
            state.PlanVersion++;
            await PlanVersions.AddAsync(db, state, file, _time.GetUtcNow(), new PlanChange(kind, author, reason, string.Join('\n', lines)), cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            _signal.Raise();
            LogChanged(state.PlanVersion, kind, author?.Account);
        }
        catch (Exception e) when (e is not PlanRuleException && StorageFault.In(e) is not null)
        {
            LogNotSaved(e);
            throw new PlanRuleException("いまは保存できませんでした。少し待ってから、もう一度保存してください");
        }
    }

    private static async Task<IReadOnlyList<string>> DifferenceAsync(PlanDbContext db, PlanFile file, CancellationToken cancellationToken) =>
        [.. PlanDifference.Between(await PlanVersions.CurrentJsonAsync(db, cancellationToken), file.Json), .. await PlanVersions.HiddenStatisticsAsync(db, file.Plan, cancellationToken)];

    private static async Task CheckAsync(PlanDbContext db, Author author, string reason, CancellationToken cancellationToken)
    {
        if (author.Role != AuthorRole.PlanOffice) throw new PlanRuleException("計画を変えられるのは計画事務局です");
        await CurrentAccount.CheckAsync(db, author, cancellationToken);
        if (string.IsNullOrWhiteSpace(reason)) throw new PlanRuleException("変更の理由を入力してください", FigureField.Reason);
        if (reason.Trim().Length > LongestReason) throw new PlanRuleException($"変更の理由は{LongestReason}字までです", FigureField.Reason);
    }

    [LoggerMessage(LogLevel.Information, "Version {Version} of the plan was saved ({Kind}) by account {Account}")]
    private partial void LogChanged(int version, PlanChangeKind kind, string? account);

    [LoggerMessage(LogLevel.Error, "A change of the plan could not be saved: the database failed")]
    private partial void LogNotSaved(Exception exception);
}
