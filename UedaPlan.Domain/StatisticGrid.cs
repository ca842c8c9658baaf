using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>入力の表: the cells of a chart as text, before they are values: the first row names the items, the first column the years.</summary>
public sealed record StatisticGrid(ImmutableArray<ImmutableArray<string>> Rows)
{
    public const int LongestPaste = 30_000; // a chart filled to its limits needs fewer; a form that gets more of them would lose its connection

    public static StatisticGrid Empty { get; } = Blank(5, 3);

    public int Width => Rows[0].Length;
    public int Height => Rows.Length;

    public string this[int row, int column] => Rows[row][column];

    public bool IsBlank => Rows.All(row => row.All(string.IsNullOrWhiteSpace));

    public static StatisticGrid Blank(int labels, int series) =>
        new([.. Enumerable.Repeat(ImmutableArray.CreateRange(Enumerable.Repeat("", series + 1)), labels + 1)]);

    /// <summary>The cells of published values, as they would be typed.</summary>
    public static StatisticGrid Of(StatisticValues values) => new(
    [
        ["", .. values.Series.Select(s => s.Name)],
        .. values.Labels.Select((label, i) => ImmutableArray.CreateRange([label, .. values.Series.Select(s => s.Values[i]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "")])),
    ]);

    /// <summary>The cells of a table copied from a spreadsheet; years across the top are turned to the side.</summary>
    /// <exception cref="PlanRuleException">It is no table, or larger than a chart can be.</exception>
    public static StatisticGrid Paste(string? text)
    {
        if (text is { Length: > LongestPaste }) throw new PlanRuleException(TooLarge);
        var cells = PastedCells.Split(text ?? "");
        if (cells.IsEmpty) throw new PlanRuleException("貼り付ける表がありません。表計算ソフトで見出しを含めてセルを選び、コピーしてください");
        if (cells.Length < 2 || cells[0].Length < 2) throw new PlanRuleException("1行目に項目名、1列目に年度がある表を貼り付けてください(2行×2列から)");
        var grid = new StatisticGrid(cells);
        if (grid.HasYearsOnTop) grid = grid.Turned();
        return grid.Height - 1 <= StatisticValues.MostLabels && grid.Width - 1 <= StatisticValues.MostSeries ? grid : throw new PlanRuleException(TooLarge);
    }

    public StatisticGrid With(int row, int column, string? text) => new(Rows.SetItem(row, Rows[row].SetItem(column, text ?? "")));

    public StatisticGrid WithLabel() => Height > StatisticValues.MostLabels ? this : new(Rows.Add([.. Enumerable.Repeat("", Width)]));

    public StatisticGrid WithSeries() => Width > StatisticValues.MostSeries ? this : new([.. Rows.Select(row => row.Add(""))]);

    /// <summary>The values, or everything that is wrong with the cells.</summary>
    public StatisticCheck Read(StatisticForm form, string? unit, string? note) => new StatisticReader(this, form, unit, note).Read();

    public bool Equals(StatisticGrid? other) => other is not null && Height == other.Height && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => HashCode.Combine(Height, Width);

    private static string TooLarge => $"図に入れられるのは、{StatisticValues.MostLabels}年 × {StatisticValues.MostSeries}項目までです";

    private bool HasYearsOnTop => Rows[0].Skip(1).All(IsYear) && !Rows.Skip(1).All(row => IsYear(row[0]));

    private StatisticGrid Turned() => new([.. Enumerable.Range(0, Width).Select(column => Rows.Select(row => row[column]).ToImmutableArray())]);

    private static bool IsYear(string text) => YearLabel.TryRead(text, out _);
}

/// <summary>表の点検: the values of a grid when nothing is wrong with it, otherwise every problem.</summary>
public sealed record StatisticCheck(StatisticValues? Values, ImmutableArray<StatisticProblem> Problems);

/// <summary>表の誤り: row and column of the grid (0 is the heading; null where it is about no cell) and a sentence that says what is wrong there.</summary>
public sealed record StatisticProblem(int? Row, int? Column, string Sentence);
