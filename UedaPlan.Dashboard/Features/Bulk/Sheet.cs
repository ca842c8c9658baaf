using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>セル: what a cell holds as text; where it holds nothing that can be read, Fault says why.</summary>
public readonly record struct SheetCell(string Text, string? Fault = null)
{
    public const int LongestText = 1000; // far beyond any comment; keeps every later step short

    public bool IsBlank => Fault is null && string.IsNullOrWhiteSpace(Text);
}

/// <summary>行: a row that is not blank, with the number the spreadsheet shows beside it.</summary>
public sealed record SheetRow(int Number, ImmutableArray<SheetCell> Cells)
{
    public SheetCell At(int column) => column < Cells.Length ? Cells[column] : new SheetCell("");
}

/// <summary>表: headings and the rows below them, whichever kind of file they came from.</summary>
public sealed record Sheet(SheetRow Head, ImmutableArray<SheetRow> Rows)
{
    public const int MostRows = 1000;
    public const int MostColumns = 60;
    private const int HeadWithin = 20; // a title or a note may stand above the headings

    /// <summary>Null where the first rows hold no headings of the form; reads no further then.</summary>
    /// <exception cref="PlanRuleException">The table is too long or a cell too full.</exception>
    public static Sheet? Of(IEnumerable<SheetRow> rows, CancellationToken stop)
    {
        SheetRow? head = null;
        var above = 0;
        var below = ImmutableArray.CreateBuilder<SheetRow>();
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            CheckLength(row);
            if (row.Cells.All(c => c.IsBlank)) continue;
            if (head is not null) below.Add(row);
            else if (BulkColumns.IsHead(row)) head = row;
            else if (++above == HeadWithin) return null;
            if (below.Count > MostRows) throw new PlanRuleException($"行が多すぎます。一度に取り込めるのは{MostRows:N0}行までです。ファイルを分けてください");
        }
        return head is null ? null : new Sheet(head, below.ToImmutable());
    }

    /// <summary>A, B, … Z, AA, as spreadsheets name columns.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static void CheckLength(SheetRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            if (row.Cells[i].Text.Length <= SheetCell.LongestText) continue;
            throw new PlanRuleException($"{row.Number}行目の{Letters(i)}列が長すぎます。1つのセルに書けるのは{SheetCell.LongestText:N0}字までです");
        }
    }
}
