using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>下書き: what somebody typed for an indicator and a year and left with the head; never a figure, and on no board.</summary>
public sealed record Draft(IndicatorCode Indicator, FiscalYear Year, string Typed)
{
    public required DraftMark Mark { get; init; }

    /// <summary>The newest entry of the year it was typed over; null where there was none.</summary>
    public long? Seen { get; init; }

    /// <summary>Id of the account that typed it last.</summary>
    public required string Account { get; init; }

    /// <summary>The role of that account as it stands now; null when there is no such account any more.</summary>
    public AuthorRole? By { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public DraftState State { get; init; }

    /// <summary>With which the head returned it.</summary>
    public string? Word { get; init; }

    /// <summary>The head has still to look at it.</summary>
    public bool IsWaiting => State == DraftState.Handed && By != AuthorRole.Head;
    public bool IsReturned => State == DraftState.Returned;
}

/// <summary>下書きの目印: tells a draft from whatever it becomes by the next change.</summary>
public sealed record DraftMark(long Id, int Version);

/// <summary>下書きの依頼: typed text to be kept, and what its author was looking at: the newest entry of the year, and the draft.</summary>
public sealed record KeepDraft(IndicatorCode Indicator, FiscalYear Year, string Typed, Author Author, long? SeenEntry = null, DraftMark? Seen = null);

/// <summary>下書きの状態: with the head, or returned to who wrote it.</summary>
public enum DraftState
{
    Handed,
    Returned,
}
