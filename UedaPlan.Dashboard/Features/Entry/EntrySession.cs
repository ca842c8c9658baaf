using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力の作業: one opened form: what was typed, the entry it was opened on, and what became of saving it.</summary>
public sealed partial class EntrySession
{
    private readonly HashSet<string> _left = [];
    private EntryText _opened;
    private EntryText _text;
    private long? _seen;
    private bool _attempted;

    public EntrySession(Indicator indicator, FiscalYear year, Author author, DateOnly today)
    {
        (Indicator, Year, Author, Today) = (indicator, year, author, today);
        _opened = _text = Open(indicator);
    }

    public Indicator Indicator { get; private set; }
    public FiscalYear Year { get; }
    public Author Author { get; }

    /// <summary>What stands in the form. Set by a person; what others save meanwhile goes past it.</summary>
    public EntryText Text
    {
        get => _text;
        private set => (_text, Changes) = (value, Changes + 1);
    }

    /// <summary>Rises with every change a person makes.</summary>
    public int Changes { get; private set; }

    /// <summary>The newest entry of the year that the text was typed over.</summary>
    public long? Seen => _seen;

    /// <summary>The year is not over: a value inside it may be published, and an actual is still an expectation.</summary>
    public bool IsRunning => Today <= Year.LastDay;
    public DateOnly Today { get; }

    /// <summary>The actual this form changes; null while the year has none.</summary>
    public Figure? Standing => Indicator.ActualOf(Year);

    /// <summary>What is published for the year, be it 途中経過 only.</summary>
    public Figure? Published => Indicator.StandingOf(Year);

    /// <summary>What somebody else saved meanwhile, until the author has chosen.</summary>
    public Figure? Newer { get; private set; }
    public bool IsSaving { get; private set; }

    /// <summary>What the save has become: with its number, on disk.</summary>
    public Figure? Saved { get; private set; }
    public bool IsSaved => Saved is not null;

    /// <summary>The last save failed for a reason nobody at the form can repair.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Why the last save was refused, where that is about no field.</summary>
    public string? Refused { get; private set; }
    public bool IsChanged => Text.DiffersFrom(_opened);
    public bool MayPublish => Author.Role == AuthorRole.Head;
    public bool CanSave => MayPublish && IsChanged && !IsSaving && !IsSaved && Newer is null;

    public void Type(string field, string? text)
    {
        Text = Text.With(field, text);
        Refused = null;
    }

    public void Leave(string field)
    {
        var tidy = Text.Tidied(field, Year);
        if (Text[field].Length > 0) _left.Add(field);
        Text = tidy;
    }

    public void Choose(bool asRatio) => Text = Text with { AsRatio = asRatio };

    public void ChooseDash(bool isDash) => Text = Text with { IsDash = isDash };

    public void ChooseStage(bool isInterim)
    {
        Text = Text with { IsInterim = isInterim };
        Refused = null;
    }

    /// <summary>Takes in what the live board says of this indicator. Nothing typed is ever replaced by it.</summary>
    public void Follow(Indicator indicator)
    {
        var newest = indicator.EntryOf(Year);
        if (IsSaving || IsSaved || (newest?.Number ?? 0) < (_seen ?? 0)) return; // a board older than what this form knows
        if (newest is null || newest.Number == _seen) Indicator = indicator;
        else if (IsChanged) Newer = newest;
        else _opened = _text = Open(indicator);
    }

    /// <summary>Text typed earlier, over the entry that stood then; where another stands by now, there is a choice to make.</summary>
    public void Take(EntryText text, long? seen)
    {
        (_text, _seen, Refused) = (text, seen, null);
        Follow(Indicator);
    }

    /// <summary>Begins again with what is published.</summary>
    public void Reopen()
    {
        _opened = _text = Open(Newer is { } newer ? Indicator.With(newer) : Indicator);
        _left.Clear();
        (_attempted, Newer, Refused) = (false, null, null);
    }

    /// <summary>What the rules say of the text, and what the board would become, as of the last look.</summary>
    public EntryCheck Checked { get; private set; } = EntryCheck.Nothing;
    public EntryPreview? Preview { get; private set; }

    /// <summary>What is told now: everything after a try to save, before it only fields that were left.</summary>
    public ImmutableArray<EntryProblem> Told => _attempted ? Checked.Problems : [.. Checked.Problems.Where(p => _left.Contains(p.Field))];

    /// <summary>Somebody tried to save, and it did not work.</summary>
    public bool HasTrouble => HasFailed || Refused is not null || (_attempted && !Told.IsEmpty);

    public string? ProblemOf(string field) => Told.FirstOrDefault(p => p.Field == field)?.Message;

    /// <summary>The change from the year before that a reason is asked for.</summary>
    public UnusualChange? Unusual => Checked.Unusual;
    public bool AsksForReason => Standing is not null || Unusual is not null || Text[EntryText.Reason].Length > 0;

    public void Look(Board board, DateTimeOffset now)
    {
        Checked = IsChanged ? EntryCheck.Of(Indicator, Text, Year, Author, now) : EntryCheck.Nothing;
        Preview = Checked.Figure is { } figure ? EntryPreview.Of(board, figure) : null;
    }

    public void UseSaved()
    {
        if (Newer is not { } newer) return; // pressed twice
        _opened = Text = Open(Indicator.With(newer));
        _left.Clear();
        (_attempted, Newer) = (false, null);
    }

    public void KeepMine()
    {
        if (Newer is not { } newer) return;
        var mine = Text;
        _opened = Open(Indicator.With(newer));
        (Text, Newer) = (mine, null);
    }

    /// <summary>Saves what was typed. Whatever happens, the text stays.</summary>
    public async Task SaveAsync(FigureWriter writer, TimeProvider time, ILogger log, DraftMark? draft = null)
    {
        if (!CanSave) return;
        (_attempted, HasFailed, Refused) = (true, false, null);
        Checked = EntryCheck.Of(Indicator, Text, Year, Author, time.GetUtcNow());
        if (Checked.Proposed is not { } proposed || !Checked.Problems.IsEmpty) return;
        IsSaving = true;
        try
        {
            // Not cancelled when the browser leaves: what somebody has sent off is saved.
            Saved = await writer.SaveAsync(new RecordFigure(Indicator.Code, proposed with { Seen = _seen }, draft));
        }
        catch (PlanRuleException e)
        {
            if (e.Newer is { } newer) Newer = newer;
            else Refused = e.Message;
        }
        catch (Exception e)
        {
            HasFailed = true;
            LogFailed(log, e, Indicator.Code, Year.StartYear, Author.Account);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private EntryText Open(Indicator indicator)
    {
        Indicator = indicator;
        _seen = indicator.EntryOf(Year)?.Number;
        var text = EntryText.Of(indicator, indicator.ActualOf(Year), indicator.Actuals.LastOrDefault(f => f.Year < Year));
        return text with { IsInterim = IsRunning && Published is { Stage: FigureStage.Interim } }; // the next of a row of interims, until the year is over
    }

    [LoggerMessage(LogLevel.Error, "A figure for indicator {Indicator}, fiscal year {Year}, by account {Account} could not be saved")]
    private static partial void LogFailed(ILogger log, Exception exception, IndicatorCode indicator, int year, string account);
}
