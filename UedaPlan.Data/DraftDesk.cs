using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>下書きの机: staff and head of a department leave unpublished text there for each other; one draft per indicator and year.</summary>
public sealed partial class DraftDesk
{
    public const int LongestTyped = 4000;
    public const int LongestWord = 200;

    private const string ChangedMeanwhile = "ほかの人が同じ時に、この下書きを変えました";

    private readonly Func<PlanDbContext> _open;
    private readonly PlanReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<DraftDesk> _log;

    internal DraftDesk(Func<PlanDbContext> open, PlanReader reader, TimeProvider time, ILogger<DraftDesk> log) =>
        (_open, _reader, _time, _log) = (open, reader, time, log);

    /// <summary>A draft of the department (code) has changed on this server. Listeners must return at once.</summary>
    public event Action<string>? Changed;

    /// <summary>All drafts for indicators the author's department answers for now, the oldest first.</summary>
    /// <exception cref="PlanRuleException">The account has changed, or the database does not answer.</exception>
    public Task<ImmutableArray<Draft>> ReadAllAsync(Author author, CancellationToken cancellationToken = default) => AtDeskAsync(author, async db =>
    {
        if (author.Role == AuthorRole.PlanOffice) return [];
        var own = (await IndicatorsAsync(db, author, cancellationToken)).Select(i => i.Code.ToString()).ToList();
        var rows = await db.Drafts.AsNoTracking().Where(d => own.Contains(d.Subject)).OrderBy(d => d.SavedAt).ToListAsync(cancellationToken);
        return await DraftsOfAsync(db, rows, cancellationToken);
    }, cancellationToken);

    /// <summary>The draft of an indicator and year of the author's department; null where there is none.</summary>
    /// <exception cref="PlanRuleException">The account has changed, or the database does not answer.</exception>
    public async Task<Draft?> FindAsync(Author author, IndicatorCode indicator, FiscalYear year, CancellationToken cancellationToken = default) =>
        (await ReadAllAsync(author, cancellationToken)).FirstOrDefault(d => d.Indicator == indicator && d.Year == year);

    /// <summary>Keeps text exactly as it was typed, right or wrong, and hands it to the head.</summary>
    /// <exception cref="PlanRuleException">Not of the department, somebody changed the draft meanwhile, or the database cannot write; nothing was written.</exception>
    public Task<Draft> KeepAsync(KeepDraft request, CancellationToken cancellationToken = default) => AtDeskAsync(request.Author, async db =>
    {
        await CheckAsync(db, request, cancellationToken);
        var row = await FindRowAsync(db, request.Indicator, request.Year, request.Seen, cancellationToken);
        if (row is null) db.Drafts.Add(row = NewRow(request));
        (row.Typed, row.Seen, row.Account, row.SavedAt) = (request.Typed, request.SeenEntry, request.Author.Account, _time.GetUtcNow().UtcDateTime);
        (row.State, row.Word, row.Version) = (DraftState.Handed, null, row.Version + 1);
        await db.SaveChangesAsync(cancellationToken);
        LogChanged(request.Indicator, request.Year.StartYear, "kept", request.Author.Account);
        return (await DraftsOfAsync(db, [row], cancellationToken))[0];
    }, cancellationToken, changes: true);

    /// <summary>Gives a draft back to who typed it, with a word.</summary>
    /// <exception cref="PlanRuleException">Not the head, no word, somebody changed the draft meanwhile, or the database cannot write; nothing was written.</exception>
    public Task ReturnAsync(Author head, Draft draft, string? word, CancellationToken cancellationToken = default) => AtDeskAsync(head, async db =>
    {
        if (head.Role != AuthorRole.Head) throw new PlanRuleException("下書きを返せるのは課長です");
        var said = WordOf(word);
        await OwnAsync(db, head, draft.Indicator, cancellationToken);
        var row = await FindRowAsync(db, draft.Indicator, draft.Year, draft.Mark, cancellationToken) ?? throw new PlanRuleException(ChangedMeanwhile);
        (row.State, row.Word, row.Version) = (DraftState.Returned, said, row.Version + 1);
        await db.SaveChangesAsync(cancellationToken);
        LogChanged(draft.Indicator, draft.Year.StartYear, "returned", head.Account);
        return true;
    }, cancellationToken, changes: true);

    /// <summary>Throws away a draft the author typed.</summary>
    /// <exception cref="PlanRuleException">Somebody else typed it or changed it meanwhile, or the database cannot write; nothing was written.</exception>
    public Task WithdrawAsync(Author author, Draft draft, CancellationToken cancellationToken = default) => AtDeskAsync(author, async db =>
    {
        await OwnAsync(db, author, draft.Indicator, cancellationToken);
        var row = await FindRowAsync(db, draft.Indicator, draft.Year, draft.Mark, cancellationToken);
        if (row is null) return false; // gone already: by another tab, or published
        if (row.Account != author.Account) throw new PlanRuleException("ほかの人の下書きは消せません");
        db.Drafts.Remove(row);
        await db.SaveChangesAsync(cancellationToken);
        LogChanged(draft.Indicator, draft.Year.StartYear, "withdrawn", author.Account);
        return true;
    }, cancellationToken, changes: true);

    // What counts is the account as it stands now, and the department the plan names now.
    private async Task<T> AtDeskAsync<T>(Author author, Func<PlanDbContext, Task<T>> act, CancellationToken cancellationToken, bool changes = false)
    {
        try
        {
            await using var db = _open();
            await CurrentAccount.CheckAsync(db, author, cancellationToken);
            var done = await act(db);
            if (changes && author.Department is { } department) Changed?.Invoke(department);
            return done;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || StorageFault.IsTaken(e))
        {
            throw new PlanRuleException(ChangedMeanwhile);
        }
        catch (Exception e) when (StorageFault.In(e) is not null)
        {
            LogFailed(e);
            throw new PlanRuleException(changes ? "いまは下書きに残せませんでした。少し待ってから、もう一度試してください" : "下書きを読めませんでした。少し待ってから、画面を開き直してください");
        }
    }

    private async Task CheckAsync(PlanDbContext db, KeepDraft request, CancellationToken cancellationToken)
    {
        var indicator = await OwnAsync(db, request.Author, request.Indicator, cancellationToken);
        if (request.Year <= indicator.StartYear || request.Year > FiscalYear.At(_time.GetUtcNow())) throw new PlanRuleException($"{request.Year}の実績は入力できません");
        if (request.Typed.Length > LongestTyped) throw new PlanRuleException("入力が長すぎて、下書きに残せません。コメントと変更の理由を200字までにしてください");
    }

    private async Task<Indicator> OwnAsync(PlanDbContext db, Author author, IndicatorCode code, CancellationToken cancellationToken)
    {
        if (author.Role == AuthorRole.PlanOffice) throw new PlanRuleException("下書きは担当課の担当者と課長のものです");
        return (await IndicatorsAsync(db, author, cancellationToken)).FirstOrDefault(i => i.Code == code)
            ?? throw new PlanRuleException("この指標は、ほかの課が担当しています");
    }

    private async Task<IEnumerable<Indicator>> IndicatorsAsync(PlanDbContext db, Author author, CancellationToken cancellationToken)
    {
        var version = await db.States.Select(s => s.PlanVersion).SingleAsync(cancellationToken);
        return (await _reader.PlanOfAsync(db, version, cancellationToken)).Indicators.Where(i => i.Department.Code == author.Department);
    }

    private static async Task<DraftRow?> FindRowAsync(PlanDbContext db, IndicatorCode indicator, FiscalYear year, DraftMark? seen, CancellationToken cancellationToken)
    {
        var subject = indicator.ToString();
        var row = await db.Drafts.SingleOrDefaultAsync(d => d.Subject == subject && d.Year == year.StartYear, cancellationToken);
        if (row is not null && seen != new DraftMark(row.Id, row.Version)) throw new PlanRuleException(ChangedMeanwhile);
        return row; // none although one was seen: it was published or thrown away, and whoever types on keeps a new one
    }

    private static DraftRow NewRow(KeepDraft request) => new()
    {
        Subject = request.Indicator.ToString(),
        Year = request.Year.StartYear,
        Department = request.Author.Department!,
        Typed = request.Typed,
        Account = request.Author.Account,
        SavedAt = default,
    };

    private static string WordOf(string? word) => word?.Trim() switch
    {
        null or "" => throw new PlanRuleException("返すときのひとことを入力してください"),
        { Length: > LongestWord } => throw new PlanRuleException($"ひとことは{LongestWord}字までです"),
        var said => said,
    };

    private static async Task<ImmutableArray<Draft>> DraftsOfAsync(PlanDbContext db, IReadOnlyCollection<DraftRow> rows, CancellationToken cancellationToken)
    {
        var accounts = rows.Select(r => r.Account).Distinct().ToList();
        var roles = await db.Users.Where(a => accounts.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => (AuthorRole?)a.Role, cancellationToken);
        return [.. rows.Select(r => new Draft(IndicatorCode.Parse(r.Subject), new FiscalYear(r.Year), r.Typed)
        {
            Mark = new DraftMark(r.Id, r.Version),
            Seen = r.Seen,
            Account = r.Account,
            By = roles.GetValueOrDefault(r.Account),
            SavedAt = r.SavedAt.ToMoment(),
            State = r.State,
            Word = r.Word,
        })];
    }

    [LoggerMessage(LogLevel.Information, "Draft of indicator {Indicator}, fiscal year {Year}, {Change} by account {Account}")]
    private partial void LogChanged(IndicatorCode indicator, int year, string change, string account);

    [LoggerMessage(LogLevel.Error, "Drafts could not be read or changed: the database failed")]
    private partial void LogFailed(Exception exception);
}
