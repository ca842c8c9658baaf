using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>取り込みの確認: every row of a file held against the board it was looked at on; nothing is written by looking.</summary>
public sealed record BulkPreview(ImmutableArray<BulkRow> Rows, ImmutableArray<string> IgnoredColumns, Scorecard Before, Scorecard After)
{
    public IReadOnlyList<RecordFigure> Requests => [.. Rows.Select(r => r.Request).OfType<RecordFigure>()];

    /// <summary>All or nothing: one row to look at keeps every other from being written.</summary>
    public bool CanAccept => Count(BulkOutcome.Apply) > 0 && Count(BulkOutcome.Attention) == 0;

    public int Count(BulkOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    /// <summary>The rows that stand for something published since: their preview no longer tells what would change.</summary>
    public ImmutableArray<BulkRow> MovedOn(Board board) => [.. Rows.Where(r => r.Indicator is { } indicator && r.Year is { } year
        && board.Find(indicator.Code)?.Indicator.EntryOf(year)?.Number != indicator.EntryOf(year)?.Number)];

    /// <summary>Asked as a head would: staff see the same preview, and the writer asks again with the real author.</summary>
    public static BulkPreview Of(Sheet sheet, Board board, Author author, DateTimeOffset now)
    {
        var columns = BulkColumns.Of(sheet.Head);
        var lines = sheet.Rows.Select(row => BulkLine.Of(row, columns, board, author)).ToList();
        var known = board.Cards.ToDictionary(c => c.Indicator.Code, c => c.Indicator);
        var rows = new BulkRow[lines.Count];
        // Oldest year first, as the writer takes them: what a row says of a year counts for the rows of later years.
        foreach (var (index, line) in lines.Index().OrderBy(l => l.Item.Year ?? default))
        {
            var twin = lines.FindIndex(other => line.Indicator is not null && line.Year is not null && other != line && (other.Indicator?.Code, other.Year) == (line.Indicator.Code, line.Year));
            var row = rows[index] = line.Check(known, twin < 0 ? null : lines[twin].Row.Number, author, now);
            if (row is { Outcome: BulkOutcome.Apply, Figure: { } figure }) known[figure.Indicator] = known[figure.Indicator].With(figure with { Number = long.MaxValue });
        }
        var after = board.Cards.ToDictionary(c => c.Indicator.Code, c => StatusOf(known[c.Indicator.Code], c, board.Plan));
        return new BulkPreview([.. rows.Select(r => r.Indicator is not { } indicator ? r : r with { StatusBefore = board.Find(indicator.Code)!.Status, StatusAfter = after[indicator.Code] })],
            columns.Ignored, board.Whole, Scorecard.Of(after.Values));
    }

    private static Status StatusOf(Indicator indicator, IndicatorCard card, Plan plan) =>
        ReferenceEquals(indicator, card.Indicator) ? card.Status : IndicatorCard.Of(indicator, plan.Thresholds).Status;
}
