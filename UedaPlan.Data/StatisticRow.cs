using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>図の値の行: one published entry of a chart, never changed and never removed.</summary>
internal sealed class StatisticRow
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public long Number { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>The plan's revision as of this entry, so that the board of an earlier one can be read.</summary>
    public required long Revision { get; init; }
    public required DateTime SavedAt { get; init; } // UTC, as all moments here
    public required string Account { get; init; }
    public required AuthorRole Role { get; init; }
    public string? Department { get; init; }
    public string? Reason { get; init; }
    public required string Content { get; init; }

    public static StatisticRow Of(StatisticEntry entry, long revision) => new()
    {
        Code = entry.Code.ToString(),
        Title = entry.Title,
        Revision = revision,
        SavedAt = entry.SavedAt.UtcDateTime,
        Account = entry.Author.Account,
        Role = entry.Author.Role,
        Department = entry.Author.Department,
        Reason = entry.Reason,
        Content = JsonSerializer.Serialize(StoredStatistic.Of(entry.Values), Format),
    };

    public StatisticEntry ToEntry() => new()
    {
        Number = Number,
        Code = StatisticCode.Parse(Code),
        Title = Title,
        Values = JsonSerializer.Deserialize<StoredStatistic>(Content, Format)!.ToValues(),
        Author = new Author(Account, Role, Department),
        SavedAt = SavedAt.ToMoment(),
        Reason = Reason,
    };

    /// <summary>The newest entry of each place and title as of a revision; the plan decides which of them it still shows.</summary>
    public static async Task<IReadOnlyList<StatisticEntry>> NewestAsync(PlanDbContext db, long revision, CancellationToken cancellationToken)
    {
        var rows = await db.Statistics.AsNoTracking().Where(s => s.Revision <= revision
            && !db.Statistics.Any(later => later.Code == s.Code && later.Title == s.Title && later.Revision <= revision && later.Number > s.Number)).ToListAsync(cancellationToken);
        return [.. rows.Select(r => r.ToEntry())];
    }
}

/// <summary>保存する形: decimals as text, so that 67.90 comes back as it was entered.</summary>
internal sealed record StoredStatistic(StatisticForm Form, string Unit, string? Note, string[] Labels, StoredSeries[] Series)
{
    public static StoredStatistic Of(StatisticValues values) => new(values.Form, values.Unit, values.Note, [.. values.Labels],
        [.. values.Series.Select(s => new StoredSeries(s.Name, [.. s.Values.Select(v => v?.ToString(CultureInfo.InvariantCulture))]))]);

    public StatisticValues ToValues() => new()
    {
        Form = Form,
        Unit = Unit,
        Note = Note,
        Labels = [.. Labels],
        Series = [.. Series.Select(s => new StatisticSeries(s.Name, [.. s.Values.Select(v => v is null ? (decimal?)null : decimal.Parse(v, NumberStyles.Number, CultureInfo.InvariantCulture))]))],
    };
}

/// <summary>保存する系列: one item of a stored chart.</summary>
internal sealed record StoredSeries(string Name, string?[] Values);
