using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の状態: one row; Revision rises in the transaction of every change a screen can show.</summary>
internal sealed class PlanState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;
    public long Revision { get; set; }
    public int PlanVersion { get; set; }
    public bool Demo { get; init; }
}

/// <summary>計画の版: a plan file as it was loaded; versions are only ever added.</summary>
internal sealed class PlanDocument
{
    public required int Version { get; init; }
    public required DateTime LoadedAt { get; init; }
    public required long Revision { get; init; } // the one it made
    public required string Json { get; init; }
    public PlanChangeKind Kind { get; init; }
    public string? Account { get; init; } // null where the server's own machine loaded it
    public string? Reason { get; init; }
    public string? Summary { get; init; } // what changed, a line each
}

/// <summary>下書きの行: what was typed for one subject and year, not published and never part of a board.</summary>
internal sealed class DraftRow
{
    public long Id { get; init; }
    public required string Subject { get; init; } // code of an indicator
    public required int Year { get; init; }
    public required string Department { get; init; }
    public required string Typed { get; set; } // exactly as typed
    public long? Seen { get; set; } // the entry it was typed over
    public required string Account { get; set; }
    public required DateTime SavedAt { get; set; }
    public DraftState State { get; set; }
    public string? Word { get; set; } // with which the head returned it
    public int Version { get; set; }
}

/// <summary>指標の行: carries the version by which two simultaneous saves of one indicator exclude each other.</summary>
internal sealed class IndicatorRow
{
    public required string Code { get; init; }
    public int Version { get; set; }
}

/// <summary>値の行: one published entry, never changed and never removed.</summary>
internal sealed class FigureRow
{
    public long Number { get; init; }
    public required string Indicator { get; init; }
    public required int Year { get; init; }
    public required FigureStage Stage { get; init; }
    public required string Reading { get; init; }
    public required DateTime SavedAt { get; init; } // UTC; a DateTimeOffset does not sort on SQLite
    public required string Account { get; init; }
    public required AuthorRole Role { get; init; }
    public string? Department { get; init; }
    public string? Comment { get; init; }
    public string? Reason { get; init; }
    public DateOnly? AsOf { get; init; }
    public required long Revision { get; init; } // the one it made; a bulk of figures may share one
    public FigureOrigin Origin { get; init; }

    public static FigureRow Of(Figure figure) => new()
    {
        Indicator = figure.Indicator.ToString(),
        Year = figure.Year.StartYear,
        Stage = figure.Stage,
        Reading = figure.Reading.ToText(),
        SavedAt = figure.SavedAt.UtcDateTime,
        Account = figure.Author.Account,
        Role = figure.Author.Role,
        Department = figure.Author.Department,
        Comment = figure.Comment,
        Reason = figure.Reason,
        AsOf = figure.AsOf,
        Revision = figure.Revision,
        Origin = figure.Origin,
    };

    public Figure ToFigure() => new()
    {
        Number = Number,
        Indicator = IndicatorCode.Parse(Indicator),
        Year = new FiscalYear(Year),
        Stage = Stage,
        Reading = Domain.Reading.Parse(Reading),
        SavedAt = SavedAt.ToMoment(),
        Author = new Author(Account, Role, Department),
        Comment = Comment,
        Reason = Reason,
        AsOf = AsOf,
        Revision = Revision,
        Origin = Origin,
    };
}

/// <summary>表示リンクの行: the SHA-256 of its token, never the token; kept after it was revoked.</summary>
internal sealed class DisplayLinkRow
{
    public required string Id { get; init; } // random: after a restored backup no old cookie may fit a new link
    public required string Name { get; init; }
    public required byte[] TokenHash { get; init; }
    public required DateTime CreatedAt { get; init; } // UTC, as all moments here
    public required string CreatedBy { get; init; }
    public DateTime? LastUsedAt { get; init; }
    public DateTime? RevokedAt { get; set; }
    public string? RevokedBy { get; set; }
}

/// <summary>保存した時刻: stored as UTC, which a database gives back without saying so.</summary>
internal static class StoredMoment
{
    public static DateTimeOffset ToMoment(this DateTime stored) => new(DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
