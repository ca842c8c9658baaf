using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>表示リンク: lets one unattended screen read and nothing else. CreatedBy and RevokedBy are 利用者ID; LastUsedAt is exact to the hour only.</summary>
public sealed record DisplayLink(
    string Id, string Name, DateTimeOffset CreatedAt, string? CreatedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, string? RevokedBy);

/// <summary>新しい表示リンク: the token is in no other place and cannot be shown again.</summary>
public sealed record NewDisplayLink(string Id, string Name, string Token);

/// <summary>表示リンクの台帳: the plan office makes and revokes links; of a token only its hash is kept.</summary>
public sealed partial class DisplayLinks
{
    public const int LongestName = 40;

    private const int TokenBytes = 32;
    private const string NotOffice = "この操作は計画事務局だけができます。サインインし直してください。";
    private static readonly int TokenLength = Base64Url.GetEncodedLength(TokenBytes);
    private static readonly TimeSpan Coarse = TimeSpan.FromHours(1); // a screen reads all day: writing down each reading would be a write per save and screen

    private readonly Func<PlanDbContext> _open;
    private readonly TimeProvider _time;
    private readonly ILogger<DisplayLinks> _log;

    internal DisplayLinks(Func<PlanDbContext> open, TimeProvider time, ILogger<DisplayLinks> log) => (_open, _time, _log) = (open, time, log);

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>What is wrong with a name as it was typed; null when nothing is.</summary>
    public static string? ProblemOf(string? typed) => Tidy(typed) switch
    {
        "" => "画面の名前を入力してください。",
        { Length: > LongestName } name => $"画面の名前は{LongestName}文字以内で入力してください(いま{name.Length}文字)。",
        _ => null,
    };

    /// <summary>Makes a link and its token. The token is a secret: show it once, write it nowhere.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, no usable name, or the database cannot write; nothing was written.</exception>
    public Task<NewDisplayLink> CreateAsync(Author office, string? name, CancellationToken cancellationToken = default) => AsOfficeAsync(office, async db =>
    {
        var link = new NewDisplayLink(Guid.NewGuid().ToString("N"), NameOf(name), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        db.DisplayLinks.Add(new DisplayLinkRow { Id = link.Id, Name = link.Name, TokenHash = HashOf(link.Token), CreatedAt = Now, CreatedBy = office.Account });
        await db.SaveChangesAsync(cancellationToken);
        LogCreated(link.Id, office.Account);
        return link;
    }, cancellationToken);

    /// <summary>All links, those in use first, the newest first.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, or the database does not answer.</exception>
    public Task<IReadOnlyList<DisplayLink>> ReadAllAsync(Author office, CancellationToken cancellationToken = default) => AsOfficeAsync<IReadOnlyList<DisplayLink>>(office, async db =>
    {
        var rows = await db.DisplayLinks.AsNoTracking().ToListAsync(cancellationToken);
        var names = await db.Users.AsNoTracking().Where(a => a.Role == AuthorRole.PlanOffice).ToDictionaryAsync(a => a.Id, a => a.UserName, cancellationToken);
        string? NameOfAccount(string? id) => id is null ? null : names.GetValueOrDefault(id);
        return [.. rows.OrderBy(r => r.RevokedAt is not null).ThenByDescending(r => r.CreatedAt).Select(r => new DisplayLink(
            r.Id, r.Name, r.CreatedAt.ToMoment(), NameOfAccount(r.CreatedBy), r.LastUsedAt is { } used ? used.ToMoment() : null,
            r.RevokedAt is { } revoked ? revoked.ToMoment() : null, NameOfAccount(r.RevokedBy)))];
    }, cancellationToken);

    /// <summary>Ends a link for good. One that has ended already stays as it was ended.</summary>
    /// <exception cref="PlanRuleException">Not the plan office, no such link, or the database cannot write.</exception>
    public Task RevokeAsync(Author office, string id, CancellationToken cancellationToken = default) => AsOfficeAsync(office, async db =>
    {
        var row = await db.DisplayLinks.SingleOrDefaultAsync(l => l.Id == id, cancellationToken) ?? throw new PlanRuleException("この表示リンクは見つかりません。画面を読み直してください。");
        if (row.RevokedAt is not null) return row;
        (row.RevokedAt, row.RevokedBy) = (Now, office.Account);
        await db.SaveChangesAsync(cancellationToken);
        LogRevoked(id, office.Account);
        return row;
    }, cancellationToken);

    /// <summary>The id of the link a token belongs to; null when there is none or it was revoked.</summary>
    public async Task<string?> FindAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (token?.Length != TokenLength) return null;
        var hash = HashOf(token);
        await using var db = _open();
        return await db.DisplayLinks.Where(l => l.TokenHash == hash && l.RevokedAt == null).Select(l => l.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the link of this id exists and was not revoked.</summary>
    public async Task<bool> StandsAsync(string id, CancellationToken cancellationToken = default)
    {
        await using var db = _open();
        return await db.DisplayLinks.AnyAsync(l => l.Id == id && l.RevokedAt == null, cancellationToken);
    }

    /// <summary>Notes that a screen uses the link, at most once an hour.</summary>
    public async Task NoteUseAsync(string id, CancellationToken cancellationToken = default)
    {
        var (now, before) = (Now, Now - Coarse);
        await using var db = _open();
        if (!await db.DisplayLinks.AnyAsync(l => l.Id == id && (l.LastUsedAt == null || l.LastUsedAt <= before), cancellationToken)) return; // reads wait for nobody
        await db.DisplayLinks.Where(l => l.Id == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.LastUsedAt, now), cancellationToken);
    }

    // What counts is the account as it stands now: a page may have been open since before its rights ended.
    private async Task<T> AsOfficeAsync<T>(Author author, Func<PlanDbContext, Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = _open();
            var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == author.Account, cancellationToken);
            if (author.Role != AuthorRole.PlanOffice || account is not { Role: AuthorRole.PlanOffice, Disabled: false }) throw new PlanRuleException(NotOffice);
            return await act(db);
        }
        catch (Exception e) when (StorageFault.In(e) is not null)
        {
            LogFailed(e);
            throw new PlanRuleException("データベースが応答しません。少し待ってから、もう一度操作してください。");
        }
    }

    private static string NameOf(string? typed) => ProblemOf(typed) is { } problem ? throw new PlanRuleException(problem) : Tidy(typed);

    private static string Tidy(string? typed) => string.Concat((typed ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    [LoggerMessage(LogLevel.Information, "Display link {Link} made by account {Account}")]
    private partial void LogCreated(string link, string account);

    [LoggerMessage(LogLevel.Information, "Display link {Link} revoked by account {Account}")]
    private partial void LogRevoked(string link, string account);

    [LoggerMessage(LogLevel.Error, "Display links could not be read or changed: the database failed")]
    private partial void LogFailed(Exception exception);
}
