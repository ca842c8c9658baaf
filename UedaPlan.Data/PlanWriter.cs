using System.Text.Json.Nodes;
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
        return [.. (await DifferenceAsync(db, file, cancellationToken)).Select(l => l.ToString())];
    }

    /// <summary>Loads a file as the next version of the plan, from the server's own machine. Figures stay as they are.</summary>
    /// <exception cref="PlanRuleException">Saved figures would no longer fit.</exception>
    public async Task LoadAsync(PlanFile file, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, null, (_, _) => Task.FromResult<NextVersion?>(new(file, PlanChangeKind.Loaded, null, null)), cancellationToken);
    }

    /// <summary>Loads a file that the plan office has chosen and looked at.</summary>
    /// <exception cref="PlanRuleException">As <see cref="ReviseAsync"/>.</exception>
    public async Task LoadAsync(LoadPlan request, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, request.Seen, async (_, token) =>
        {
            await CheckAsync(db, request.Author, request.Reason, token);
            return new(request.File, PlanChangeKind.Loaded, request.Author, request.Reason.Trim());
        }, cancellationToken);
    }

    /// <summary>What these edits would change, one Japanese line each.</summary>
    /// <exception cref="PlanRuleException">As <see cref="ReviseAsync"/>.</exception>
    public async Task<IReadOnlyList<string>> PreviewAsync(RevisePlan request, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await CheckAsync(db, request.Author, request.Reason, cancellationToken);
        var file = PlanVersions.Edited(await PlanVersions.CurrentJsonAsync(db, cancellationToken), request.Edits, Today);
        await PlanVersions.CheckFiguresFitAsync(db, file.Plan, cancellationToken);
        return [.. (await DifferenceAsync(db, file, cancellationToken)).Select(l => l.ToString())];
    }

    /// <summary>Makes the edits the next version of the plan; all of them or none.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, no reason, somebody changed the plan meanwhile, or the result breaks a rule; nothing was written.</exception>
    public async Task ReviseAsync(RevisePlan request, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, request.Seen, async (json, token) =>
        {
            await CheckAsync(db, request.Author, request.Reason, token);
            return new(PlanVersions.Edited(json, request.Edits, Today), request.Kind, request.Author, request.Reason.Trim());
        }, cancellationToken);
    }

    /// <summary>Makes targets whose day has come the next version of the plan. Another server may have done it: then nothing is written.</summary>
    /// <exception cref="PlanRuleException">The database cannot write, or saved figures would no longer fit.</exception>
    public async Task TakeEffectAsync(CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        await WriteAsync(db, null, (json, _) =>
        {
            var due = UpcomingTargets.TakeIn(JsonNode.Parse(json)!.AsObject(), Today);
            return Task.FromResult<NextVersion?>(due.Count == 0 ? null : new(PlanVersions.Edited(json, [], Today), PlanChangeKind.TookEffect, null, string.Join(" / ", due)));
        }, cancellationToken);
    }

    private DateOnly Today => JapaneseCalendar.DayOf(_time.GetUtcNow());

    private async Task WriteAsync(PlanDbContext db, int? seen, Func<string, CancellationToken, Task<NextVersion?>> make, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // First, as in FigureWriter: no figure of the old shape can be saved between the check and the new plan.
            var state = await WriteTurn.TakeAsync(db, cancellationToken);
            if (seen is not null && seen != state.PlanVersion) throw new PlanRuleException("ほかの人が計画を変えました。変更を確かめて、もう一度保存してください");
            if (await make(await PlanVersions.CurrentJsonAsync(db, cancellationToken), cancellationToken) is not { } next) return;
            await PlanVersions.CheckFiguresFitAsync(db, next.File.Plan, cancellationToken);
            var lines = await DifferenceAsync(db, next.File, cancellationToken);
            if (next.Author is not null && lines.Count == 0) throw new PlanRuleException("計画は変わっていません");
            await db.States.ExecuteUpdateAsync(s => s.SetProperty(row => row.PlanVersion, row => row.PlanVersion + 1), cancellationToken);
            state.PlanVersion++;
            await PlanVersions.AddAsync(db, state, next.File, _time.GetUtcNow(), new PlanChange(next.Kind, next.Author, next.Reason, string.Join('\n', lines)), cancellationToken);
            await transaction.CommitAsync(CancellationToken.None);
            _signal.Raise();
            LogChanged(state.PlanVersion, next.Kind, next.Author?.Account);
        }
        catch (Exception e) when (e is not PlanRuleException && StorageFault.In(e) is not null)
        {
            LogNotSaved(e);
            throw new PlanRuleException("いまは保存できませんでした。少し待ってから、もう一度保存してください");
        }
    }

    internal static async Task<IReadOnlyList<PlanLine>> DifferenceAsync(PlanDbContext db, PlanFile file, CancellationToken cancellationToken)
    {
        var lines = PlanDifference.Between(await PlanVersions.CurrentJsonAsync(db, cancellationToken), file.Json, await PlanVersions.NewestFileAsync(db, cancellationToken));
        return [.. lines, .. await PlanVersions.HiddenStatisticsAsync(db, file.Plan, cancellationToken)];
    }

    internal static async Task CheckOfficeAsync(PlanDbContext db, Author author, CancellationToken cancellationToken)
    {
        if (author.Role != AuthorRole.PlanOffice) throw new PlanRuleException("計画を変えられるのは計画事務局です");
        await CurrentAccount.CheckAsync(db, author, cancellationToken);
    }

    private static async Task CheckAsync(PlanDbContext db, Author author, string reason, CancellationToken cancellationToken)
    {
        await CheckOfficeAsync(db, author, cancellationToken);
        if (string.IsNullOrWhiteSpace(reason)) throw new PlanRuleException("変更の理由を入力してください", FigureField.Reason);
        if (reason.Trim().Length > LongestReason) throw new PlanRuleException($"変更の理由は{LongestReason}字までです", FigureField.Reason);
    }

    [LoggerMessage(LogLevel.Information, "Version {Version} of the plan was saved ({Kind}) by account {Account}")]
    private partial void LogChanged(int version, PlanChangeKind kind, string? account);

    [LoggerMessage(LogLevel.Error, "A change of the plan could not be saved: the database failed")]
    private partial void LogNotSaved(Exception exception);

    private sealed record NextVersion(PlanFile File, PlanChangeKind Kind, Author? Author, string? Reason);
}
