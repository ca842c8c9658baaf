using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>統計の入力の文字: everything typed in the form of a chart.</summary>
public sealed record StatisticText(StatisticGrid Grid, StatisticForm Form, string Unit, string Note, string Reason)
{
    public const string UnitField = "unit";
    public const string NoteField = "note";
    public const string ReasonField = "reason";
    public const string FormField = "form";
    public const string PasteField = "paste";
    private const string Cell = "cell-";

    /// <summary>The form of published values, or an empty one with years to begin with.</summary>
    public static StatisticText Of(StatisticValues? values) => values is null
        ? new StatisticText(StatisticGrid.Empty, StatisticForm.Lines, "", "", "")
        : new StatisticText(StatisticGrid.Of(values), values.Form, values.Unit, values.Note ?? "", "");

    /// <summary>The id of a cell's input.</summary>
    public static string CellOf(int row, int column) => $"{Cell}{row}-{column}";

    /// <summary>The text a browser kept, and what stood in the field to paste into.</summary>
    public (StatisticText Text, string Pasted) With(IReadOnlyDictionary<string, string> kept)
    {
        string Kept(string id, string otherwise) => kept.GetValueOrDefault(id, otherwise);
        var form = Enum.TryParse<StatisticForm>(Kept(FormField, ""), out var chosen) && Enum.IsDefined(chosen) ? chosen : Form;
        var text = new StatisticText(GridOf(kept) ?? Grid, form, Kept(UnitField, Unit), Kept(NoteField, Note), Kept(ReasonField, Reason));
        return (text, Kept(PasteField, ""));
    }

    private static StatisticGrid? GridOf(IReadOnlyDictionary<string, string> kept)
    {
        var cells = kept.Where(field => field.Key.StartsWith(Cell, StringComparison.Ordinal)).Select(field => (At: PlaceOf(field.Key), field.Value)).Where(c => c.At is not null).ToList();
        if (cells.Count == 0) return null;
        var blank = StatisticGrid.Blank(Math.Max(1, cells.Max(c => c.At!.Value.Row)), Math.Max(1, cells.Max(c => c.At!.Value.Column)));
        return cells.Aggregate(blank, (grid, cell) => grid.With(cell.At!.Value.Row, cell.At.Value.Column, cell.Value));
    }

    private static (int Row, int Column)? PlaceOf(string id) =>
        id[Cell.Length..].Split('-') is [var r, var c] && Index(r) is { } row && Index(c) is { } column && row <= StatisticValues.MostLabels && column <= StatisticValues.MostSeries ? (row, column) : null;

    private static int? Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
