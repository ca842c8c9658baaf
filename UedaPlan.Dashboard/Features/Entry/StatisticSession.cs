using System.Collections.Immutable;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>統計の入力の作業: one opened form: the cells as typed or pasted, the entry it was opened on, and what became of saving it.</summary>
public sealed partial class StatisticSession
{
    private StatisticText _opened = default!;
    private StatisticGrid? _beforePaste;
    private long? _seen;
    private bool _attempted;

    public StatisticSession(StatisticCard card, Author author)
    {
        (Card, Author) = (card, author);
        Open(card);
    }

    /// <summary>The chart and what was published for it as this form knows it.</summary>
    public StatisticCard Card { get; private set; }
    public Author Author { get; }
    public StatisticText Text { get; private set; } = default!;
    public string Pasted { get; set; } = "";

    /// <summary>Why the last paste was not taken; the pasted text stays.</summary>
    public string? PasteRefused { get; private set; }

    /// <summary>What somebody else saved meanwhile, until the author has chosen.</summary>
    public StatisticCard? Newer { get; private set; }
    public StatisticCheck Checked { get; private set; } = default!;
    public bool IsSaving { get; private set; }
    public bool IsSaved { get; private set; }

    /// <summary>Why the last save was refused or failed.</summary>
    public string? Refused { get; private set; }
    public bool IsChanged => Text != _opened;

    /// <summary>There is text that is published nowhere.</summary>
    public bool IsUnsaved => !IsSaved && (IsChanged || Pasted.Length > 0);

    /// <summary>Rises with every change a person makes.</summary>
    public int Changes { get; private set; }

    /// <summary>When the text was typed that the browser had kept and this form has taken back.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>The entry the text is typed over; comes back with it from the browser.</summary>
    public string Over => $"{_seen}";
    public bool MayPublish => Author.Role != AuthorRole.Staff;
    public bool CanSave => MayPublish && IsChanged && !IsSaving && !IsSaved && Newer is null;
    public bool CanUndoPaste => _beforePaste is not null;

    /// <summary>Everything that is wrong, once somebody has pasted or tried to save.</summary>
    public ImmutableArray<StatisticProblem> Told => _attempted ? Checked.Problems : [];

    public bool IsReasonMissing => _attempted && Card.Entry is not null && Checked.Values is not null && string.IsNullOrWhiteSpace(Text.Reason);

    /// <summary>The chart as it would stand after saving; null while something is wrong.</summary>
    public StatisticCard? Preview { get; private set; }

    public void Type(StatisticText text)
    {
        (Text, Refused, Changes) = (text, null, Changes + 1);
        Look();
    }

    /// <summary>Text the browser had kept: typed here while the connection was lost, or before this page was opened.</summary>
    public void Take(KeptText kept)
    {
        var (text, pasted) = Text.With(kept.Fields);
        var isKnown = IsSaved || ((text with { Reason = "" }) == (Text with { Reason = "" }) && pasted == Pasted);
        Type(isKnown ? Text : text);
        if (isKnown) return;
        (Pasted, KeptAt) = (pasted, kept.Here ? KeptAt : kept.At);
        _seen = long.TryParse(kept.Over, out var seen) ? seen : null;
        Follow(Card);
    }

    /// <summary>Gives up what the browser had kept: the form is as if just opened.</summary>
    public void Drop()
    {
        (KeptAt, Pasted, PasteRefused) = (null, "", null);
        Open(Newer ?? Card);
        Changes++;
    }

    public void Paste()
    {
        try
        {
            var grid = StatisticGrid.Paste(Pasted);
            (_beforePaste, PasteRefused, _attempted) = (Text.Grid, null, true);
            Type(Text with { Grid = grid });
        }
        catch (PlanRuleException e)
        {
            PasteRefused = e.Message;
        }
    }

    public void UndoPaste()
    {
        var grid = _beforePaste ?? Text.Grid;
        _beforePaste = null;
        Type(Text with { Grid = grid });
    }

    /// <summary>Takes in what the live board says of this chart. Nothing typed is ever replaced by it.</summary>
    public void Follow(StatisticCard card)
    {
        if (IsSaving || IsSaved || (card.Entry?.Number ?? 0) < (_seen ?? 0)) return; // a board older than what this form knows
        if (card.Entry?.Number == _seen) Card = card;
        else if (IsChanged) Newer = card;
        else Open(card);
    }

    public void UseSaved()
    {
        if (Newer is not { } newer) return; // pressed twice
        Open(newer);
        Changes++;
    }

    public void KeepMine()
    {
        if (Newer is not { } newer) return;
        var mine = Text;
        Open(newer);
        Type(mine);
    }

    /// <summary>Saves what was typed. Whatever happens, the text stays.</summary>
    public async Task SaveAsync(StatisticWriter writer, ILogger log)
    {
        if (!CanSave) return;
        (_attempted, Refused) = (true, null);
        Look();
        if (Checked.Values is not { } values || IsReasonMissing) return;
        IsSaving = true;
        try
        {
            // Not cancelled when the browser leaves: what somebody has sent off is saved.
            await writer.SaveAsync(new RecordStatistic(Card.Statistic.Code, new NewStatistic(values, Author, _seen, Text.Reason)));
            IsSaved = true;
        }
        catch (PlanRuleException e)
        {
            Refused = e.Message;
        }
        catch (Exception e)
        {
            Refused = "保存できませんでした。少し待って、もう一度保存してください";
            LogFailed(log, e, Card.Statistic.Code, Author.Account);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private void Open(StatisticCard card)
    {
        (Card, Newer, _seen, _attempted, _beforePaste) = (card, null, card.Entry?.Number, false, null);
        Text = _opened = StatisticText.Of(card.Values);
        Look();
    }

    private void Look()
    {
        Checked = Text.Grid.Read(Text.Form, Text.Unit, Text.Note);
        Preview = Checked.Values is { } values ? StatisticCard.Of(Card.Statistic, new StatisticEntry
        {
            Number = 0,
            Code = Card.Statistic.Code,
            Title = Card.Statistic.Title.Plain,
            Values = values,
            Author = Author,
            SavedAt = default,
        }) : null;
    }

    [LoggerMessage(LogLevel.Error, "The values of chart {Code} by account {Account} could not be saved")]
    private static partial void LogFailed(ILogger log, Exception exception, StatisticCode code, string account);
}
