using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>値の読み取り: what stands in 値 and 数1, 数2, … of a row, as the reading its indicator is reported in.</summary>
internal sealed class BulkReading(Indicator indicator, BulkColumns columns, SheetRow row, Action<string, string> problem)
{
    private const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private readonly int[] _filled = [.. columns.Counts.Where(n => !columns.Cell(row, BulkColumns.CountName(n)).IsBlank)];

    /// <summary>Nothing stands there at all.</summary>
    public bool IsBlank => _filled.Length == 0 && columns.Cell(row, BulkColumns.Value).IsBlank;

    private int CountsWanted => indicator.CountNames.IsEmpty ? (indicator.Pair is null ? 0 : 2) : indicator.CountNames.Length;

    /// <summary>Null where it cannot be read, which is told cell by cell.</summary>
    public Reading? Read()
    {
        if (_filled.Length == 0) return ReadValue();
        var beyond = _filled.Where(n => n > CountsWanted).ToList();
        foreach (var n in beyond) problem(BulkColumns.CountName(n), CountsWanted == 0 ? "この指標では使いません。「値」に入力し、ここは空けてください" : $"この指標の数は{CountsWanted}つです。ここは空けてください");
        if (!columns.Cell(row, BulkColumns.Value).IsBlank)
        {
            if (CountsWanted > 0) problem(BulkColumns.Value, "「値」と「数」の両方に入っています。どちらか一方を空けてください(率は数から計算します)");
            else ReadValue();
            return null;
        }
        if (CountsWanted == 0) return null;
        var counts = Enumerable.Range(1, CountsWanted).Select(ReadCount).ToList(); // all of them, so that every slip is told
        if (beyond.Count > 0 || counts.Contains(null)) return null;
        return indicator.CountNames.IsEmpty
            ? new Reading.Ratio(counts[0]!.Value, counts[1]!.Value)
            : new Reading.Counts([.. indicator.CountNames.Select((c, i) => new NamedCount(c.Name, counts[i]!.Value))]);
    }

    /// <summary>The column a rule speaks of.</summary>
    public string ColumnOf(FigureField field, Reading reading) => field switch
    {
        FigureField.Comment => BulkColumns.Comment,
        FigureField.Reason => BulkColumns.Reason,
        FigureField.Year => BulkColumns.Year,
        FigureField.AsOf => BulkColumns.AsOf,
        FigureField.Numerator when _filled.Length > 0 => BulkColumns.CountName(1),
        FigureField.Denominator when _filled.Length > 0 => BulkColumns.CountName(2),
        FigureField.Reading when _filled.Length > 0 && reading is Reading.Counts counts => BulkColumns.CountName(Math.Max(0, counts.Items.ToList().FindIndex(c => c.Value < 0)) + 1),
        FigureField.None => "",
        _ => BulkColumns.Value,
    };

    private Reading? ReadValue() => Try(BulkColumns.Value, text => Parsed(Without(indicator.Unit, text).Trim()));

    // A cell that shows 67.9 may hold 67.8899082568807: whoever sees the one has to be told the other, and nobody rounds for them.
    private Reading Parsed(string text)
    {
        var isAmount = indicator is { CountNames.IsEmpty: true, Pair: null or { Required: false } };
        if (isAmount && decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var exact) && indicator.DecimalsOf(null) is var decimals && exact != decimal.Round(exact, decimals))
        {
            throw new PlanRuleException($"入っている値は {text} です。{(decimals == 0 ? "整数で" : $"小数点以下{decimals}桁までに丸めて")}入力してください");
        }
        return Reading.Parse(text);
    }

    private long? ReadCount(int number) => Try(BulkColumns.CountName(number), text => (long?)Reading.ParseCount(Without(CountUnit, text), FigureField.Reading));

    private string? CountUnit => indicator.Pair?.Unit ?? (indicator.Unit == "%" ? null : indicator.Unit); // a percentage is no count

    // 「67.9%」 and 「22事業」 are what people write; a whole 「講演会1回・研修会2回」 is read as it is.
    private static string Without(string? unit, string text)
    {
        var plain = text.Trim().Replace('％', '%');
        return unit is { Length: > 0 } && plain.Length > unit.Length && !plain.Contains('・') && plain.EndsWith(unit, StringComparison.Ordinal) ? plain[..^unit.Length] : text;
    }

    private T? Try<T>(string column, Func<string, T> read)
    {
        var cell = columns.Cell(row, column);
        try
        {
            if (cell.Fault is null) return read(cell.Text);
            problem(column, cell.Fault);
        }
        catch (PlanRuleException e)
        {
            problem(column, e.Message);
        }
        return default;
    }
}
