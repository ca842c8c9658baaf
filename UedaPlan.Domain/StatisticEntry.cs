namespace UedaPlan.Domain;

/// <summary>図の値の公開: one published entry of a chart. Entries are only ever added; a correction is a later entry.</summary>
public sealed record StatisticEntry
{
    /// <summary>Entry number, rising in the order of saving; 0 before it is stored.</summary>
    public required long Number { get; init; }
    public required StatisticCode Code { get; init; }

    /// <summary>The chart's title as the plan printed it then: a revised plan may print another chart in this place.</summary>
    public required string Title { get; init; }
    public required StatisticValues Values { get; init; }
    public required Author Author { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? Reason { get; init; }
}

/// <summary>公開しようとする図の値: Seen is the number of the newest entry the author was looking at, null when there was none.</summary>
public sealed record NewStatistic(StatisticValues Values, Author Author, long? Seen, string? Reason = null);
