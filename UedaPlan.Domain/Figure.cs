namespace UedaPlan.Domain;

/// <summary>実績・途中経過: one published entry. Entries are only ever added; a correction is a later entry of the same year.</summary>
public sealed record Figure
{
    /// <summary>Entry number, rising in the order of saving; 0 before it is stored.</summary>
    public required long Number { get; init; }

    /// <summary>The plan's revision that this entry made; 0 before it is stored.</summary>
    public long Revision { get; init; }
    public required IndicatorCode Indicator { get; init; }
    public required FiscalYear Year { get; init; }
    public required FigureStage Stage { get; init; }
    public required Reading Reading { get; init; }
    public required Author Author { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? Comment { get; init; }
    public string? Reason { get; init; }
    public DateOnly? AsOf { get; init; }
    public FigureOrigin Origin { get; init; }
}

/// <summary>段階: 実績 is judged, 途中経過 is shown and never judged; 取り消し leaves its year without a value (its reading is the one taken back).</summary>
public enum FigureStage
{
    Actual,
    Interim,
    Withdrawn,
}

/// <summary>入り方: typed, imported with others, taken back right after saving, or put back from the history.</summary>
public enum FigureOrigin
{
    Typed,
    Imported,
    Undone,
    Restored,
}

/// <summary>入力者: who saves, in which role and for which department (code). Account is the account's id, never a name.</summary>
public sealed record Author(string Account, AuthorRole Role, string? Department);

/// <summary>役割: 担当者 drafts, 課長 publishes for the own department, 計画事務局 keeps accounts and the plan.</summary>
public enum AuthorRole
{
    Staff,
    Head,
    PlanOffice,
}
