using System.Collections.Immutable;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>下書きの作業: what an opened form has to do with drafts and with text its browser kept. Nothing typed is replaced without a choice.</summary>
public sealed partial class DraftSession
{
    private readonly EntrySession _entry;
    private EntryText? _text; // of the draft
    private ImmutableArray<Draft> _followed;

    public DraftSession(EntrySession entry, ImmutableArray<Draft> drafts)
    {
        (_entry, _followed) = (entry, drafts);
        if (Find(drafts) is { } draft) Open(draft);
    }

    /// <summary>The draft as this form knows it.</summary>
    public Draft? Draft { get; private set; }

    /// <summary>What somebody else has made of the draft meanwhile, until the author has chosen.</summary>
    public Draft? Newer { get; private set; }

    /// <summary>When the text was typed that the browser had kept and this form has taken back.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>Rises with every change a person makes.</summary>
    public int Changes { get; private set; }
    public bool IsBusy { get; private set; }

    /// <summary>Kept, returned or thrown away: the form has done its work.</summary>
    public bool IsDone { get; private set; }
    public string? Refused { get; private set; }

    /// <summary>There is text that neither a board nor a draft has.</summary>
    public bool IsUnsaved => !IsDone && !_entry.IsSaved && (_text is null ? _entry.IsChanged : Differs(_entry.Text, _text));
    public bool CanKeep => (IsUnsaved || Draft is { IsReturned: true }) && !IsBusy && !IsDone && !_entry.IsSaving && Newer is null && _entry.Newer is null && !_entry.Text.IsBlank();
    public bool CanPublish => _entry.CanSave && Newer is null && !IsBusy && !IsDone;
    public bool MayReturn => _entry.MayPublish && Draft is { IsReturned: false };
    public bool MayWithdraw => Draft?.Account == _entry.Author.Account;

    /// <summary>What it says has been published without it, as by a bulk import.</summary>
    public bool IsPublished => _text is { } text && _entry.Published is { } standing && !Differs(text.With(EntryText.Reason, null), EntryText.Of(_entry.Indicator, standing, null));

    /// <summary>Comes back with the text from the browser.</summary>
    public string Over => $"{_entry.Seen}/{Draft?.Mark.Id}/{Draft?.Mark.Version}";

    /// <summary>Takes in what has become of the draft elsewhere, and of the indicator.</summary>
    public void Follow(ImmutableArray<Draft> drafts, Indicator indicator)
    {
        if (drafts != _followed) Follow(Find(_followed = drafts));
        _entry.Follow(indicator);
    }

    private Draft? Find(ImmutableArray<Draft> drafts) => drafts.FirstOrDefault(d => d.Indicator == _entry.Indicator.Code && d.Year == _entry.Year);

    private void Follow(Draft? newest)
    {
        if (IsBusy || IsDone || _entry.IsSaving || _entry.IsSaved || newest?.Mark == (Newer ?? Draft)?.Mark) return;
        if (newest is not null && IsUnsaved && Differs(newest.TextOf(), _entry.Text)) Newer = newest;
        else if (newest is not null) Open(newest);
        else Lose();
    }

    /// <summary>Text the browser had kept: typed here while the connection was lost, or before this page was opened.</summary>
    public void Take(KeptText kept)
    {
        Changed();
        var (seen, mark) = Read(kept.Over);
        var text = _entry.Text.With(_entry.Indicator, _entry.Year, kept.Fields);
        var isKnown = !Differs(text, _entry.Text) || (seen != _entry.Seen && !text.With(EntryText.Reason, null).DiffersFrom(_entry.Text)); // saved, only the answer was lost
        if (IsDone || _entry.IsSaved || isKnown) return;
        if (Draft is { } draft && draft.Mark != mark) Newer = draft;
        _entry.Take(text, seen);
        KeptAt = kept.Here ? KeptAt : kept.At;
    }

    /// <summary>Gives up what the browser had kept: the form is as if just opened.</summary>
    public void Drop()
    {
        Changed();
        (KeptAt, Newer) = (null, null);
        _entry.Reopen();
        if (Draft is { } draft) Open(draft);
    }

    public void UseNewer()
    {
        if (Newer is not { } newer) return; // pressed twice
        Changed();
        _entry.Reopen();
        Open(newer);
    }

    public void KeepMine()
    {
        if (Newer is not { } newer) return;
        Changed();
        (Draft, _text, Newer) = (newer, newer.TextOf(), null);
    }

    /// <summary>Leaves the text, right or wrong, with the department. Whatever happens, it stays in the form.</summary>
    public Task KeepAsync(DraftDesk desk, ILogger log) => CanKeep
        ? EndAsync(desk, log, () => desk.KeepAsync(new KeepDraft(_entry.Indicator.Code, _entry.Year, _entry.Text.ToTyped(), _entry.Author, _entry.Seen, Draft?.Mark)))
        : Task.CompletedTask;

    public Task ReturnAsync(DraftDesk desk, string word, ILogger log) => MayReturn && !IsUnsaved && Draft is { } draft
        ? EndAsync(desk, log, () => desk.ReturnAsync(_entry.Author, draft, word))
        : Task.CompletedTask;

    /// <summary>Throws the draft away; its text stays in the form.</summary>
    public async Task WithdrawAsync(DraftDesk desk, ILogger log)
    {
        if (!MayWithdraw || Draft is not { } draft || !await TryAsync(desk, log, () => desk.WithdrawAsync(_entry.Author, draft))) return;
        Changed();
        (Draft, _text) = (null, null);
    }

    private async Task EndAsync(DraftDesk desk, ILogger log, Func<Task> act)
    {
        if (!(IsDone = await TryAsync(desk, log, act))) return;
        Changed(); // nothing is left for the browser to keep
    }

    private async Task<bool> TryAsync(DraftDesk desk, ILogger log, Func<Task> act)
    {
        if (IsBusy || IsDone) return IsDone;
        (IsBusy, Refused) = (true, null);
        var newest = Draft;
        try
        {
            await act();
            return true;
        }
        catch (PlanRuleException e)
        {
            Refused = e.Message;
            newest = await FindAsync(desk);
        }
        catch (Exception e)
        {
            Refused = "下書きを変えられませんでした。少し待ってから、もう一度試してください";
            LogFailed(log, e, _entry.Indicator.Code, _entry.Year.StartYear, _entry.Author.Account);
        }
        finally
        {
            IsBusy = false;
        }
        Follow(newest);
        return false;
    }

    private async Task<Draft?> FindAsync(DraftDesk desk)
    {
        try
        {
            return await desk.FindAsync(_entry.Author, _entry.Indicator.Code, _entry.Year);
        }
        catch (PlanRuleException)
        {
            return Draft; // what was refused has been said already
        }
    }

    // A draft is kept with its stage, too.
    private static bool Differs(EntryText text, EntryText other) => text.IsInterim != other.IsInterim || text.DiffersFrom(other);

    private void Changed() => (Changes, Refused) = (Changes + 1, null);

    private void Open(Draft draft)
    {
        (Draft, _text, Newer) = (draft, draft.TextOf(), null);
        _entry.Take(_text, draft.Seen);
    }

    // Published or thrown away elsewhere: text of one's own stays.
    private void Lose()
    {
        var isOwn = IsUnsaved;
        (Draft, _text, Newer) = (null, null, null);
        if (!isOwn) _entry.Reopen();
    }

    private static (long? Seen, DraftMark? Mark) Read(string over)
    {
        var parts = over.Split('/');
        var seen = long.TryParse(parts[0], out var entry) ? entry : (long?)null;
        return (seen, parts.Length == 3 && long.TryParse(parts[1], out var id) && int.TryParse(parts[2], out var version) ? new DraftMark(id, version) : null);
    }

    [LoggerMessage(LogLevel.Error, "The draft of indicator {Indicator}, fiscal year {Year}, by account {Account} could not be changed")]
    private static partial void LogFailed(ILogger log, Exception exception, IndicatorCode indicator, int year, string account);
}
