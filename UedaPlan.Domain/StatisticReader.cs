using System.Text.RegularExpressions;

namespace UedaPlan.Domain;

/// <summary>表を読む: turns the cells of a grid into values and says of each cell that is none where it stands and why.</summary>
internal sealed partial class StatisticReader(StatisticGrid grid, StatisticForm form, string? unit, string? note)
{
    private const int MostDecimals = 6;

    private readonly List<StatisticProblem> _problems = [];
    private readonly string _unit = string.Join(StatisticValues.UnitSeparator, Tidy(unit).Replace('％', '%').Split(StatisticValues.UnitSeparator, StringSplitOptions.TrimEntries));
    private readonly string _note = Tidy(note);

    public StatisticCheck Read()
    {
        int[] rows = [.. Enumerable.Range(1, grid.Height - 1).Where(r => grid.Rows[r].Any(HasText))];
        int[] columns = [.. Enumerable.Range(1, grid.Width - 1).Where(c => grid.Rows.Any(row => HasText(row[c])))];
        if (rows.Length == 0 || columns.Length == 0) Say(null, null, "表に、項目名・年度・数を入力してください");
        CheckSize(rows.Length, columns.Length);
        var labels = Names(rows.Select(r => (r, 0)), LabelOf, "年度(見出し)");
        var names = Names(columns.Select(c => (0, c)), Tidy, "項目名");
        var cells = rows.Select(r => columns.Select((c, i) => NumberAt(r, c, UnitOf(i))).ToArray()).ToArray();
        CheckText(columns.Length);
        if (_problems.Count == 0) CheckForm(rows, columns, cells);
        return _problems.Count > 0 ? new StatisticCheck(null, [.. _problems]) : new StatisticCheck(Sorted(labels, names, cells), []);
    }

    private void CheckSize(int labels, int series)
    {
        if (labels > StatisticValues.MostLabels) Say(null, null, $"年度(見出し)は{StatisticValues.MostLabels}行までです");
        if (series > StatisticValues.MostSeries) Say(null, null, $"項目は{StatisticValues.MostSeries}列までです");
    }

    private string[] Names(IEnumerable<(int Row, int Column)> places, Func<string, string> read, string what)
    {
        Dictionary<string, (int Row, int Column)> known = [];
        List<string> names = [];
        foreach (var (row, column) in places)
        {
            var name = read(grid[row, column]);
            if (name.Length == 0) Say(row, column, $"{what}を入力してください");
            else if (name.Length > StatisticValues.LongestName) Say(row, column, $"{what}は{StatisticValues.LongestName}字までです");
            else if (!known.TryAdd(name, (row, column))) Say(row, column, $"「{name}」が2つあります");
            names.Add(name);
        }
        return [.. names];
    }

    private decimal? NumberAt(int row, int column, string unit)
    {
        var plain = Reading.Normalize(grid[row, column]);
        if (unit == "%" && plain.EndsWith('%')) plain = plain[..^1];
        if (NoValue().IsMatch(plain)) return null;
        if (plain[0] is '▲' or '△') plain = $"-{plain[1..]}"; // as municipal tables print what is below zero
        try
        {
            var value = Reading.Number(plain, FigureField.Reading);
            if (value.Scale > MostDecimals) Say(row, column, $"小数点以下は{MostDecimals}桁までです");
            if (value < 0 && form != StatisticForm.Lines) Say(row, column, $"{form.ToWord()}の図には、0以上の数を入力してください");
            return value;
        }
        catch (PlanRuleException e)
        {
            Say(row, column, e.Message);
            return null;
        }
    }

    private string UnitOf(int series) => _unit.Split(StatisticValues.UnitSeparator) is { Length: > 1 } units ? units.ElementAtOrDefault(series) ?? "" : _unit;

    private void CheckText(int series)
    {
        var units = _unit.Split(StatisticValues.UnitSeparator);
        if (units.Length > 1)
        {
            if (form != StatisticForm.Lines) Say(null, null, $"{form.ToWord()}の図の単位は1つにしてください");
            else if (units.Length != series || units.Any(string.IsNullOrWhiteSpace)) Say(null, null, $"単位は、1つか、項目の数({series})と同じだけ「、」で区切って入力してください");
            else if (units.Distinct().Count() > StatisticValues.MostUnits) Say(null, null, $"1つの図に入れられる単位は{StatisticValues.MostUnits}種類までです");
        }
        if (_unit.Length == 0) Say(null, null, "単位を入力してください(人、件、% など)");
        if (_unit.Length > StatisticValues.LongestUnit) Say(null, null, $"単位は{StatisticValues.LongestUnit}字までです");
        if (_note.Length > StatisticValues.LongestNote) Say(null, null, $"注記は{StatisticValues.LongestNote}字までです");
    }

    // A share of a hundred with one part missing would draw the others too large.
    private void CheckForm(int[] rows, int[] columns, decimal?[][] cells)
    {
        if (cells.All(row => row.All(value => value is null))) Say(null, null, "数を1つ以上入力してください");
        if (form != StatisticForm.Shares) return;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].All(value => value is null)) continue;
            var missing = Array.IndexOf(cells[i], null);
            if (missing >= 0) Say(rows[i], columns[missing], "構成比の図では、1つの年のすべての項目に数を入れるか、すべて空けてください");
            else if (cells[i].Sum() == 0) Say(rows[i], columns[0], "構成比の図では、合計が0になる年は示せません");
        }
    }

    private StatisticValues Sorted(string[] labels, string[] names, decimal?[][] cells)
    {
        int[] order = [.. Enumerable.Range(0, labels.Length)];
        if (labels.All(label => YearLabel.TryRead(label, out _))) order = [.. order.OrderBy(i => YearOf(labels[i]))];
        return new StatisticValues
        {
            Labels = [.. order.Select(i => labels[i])],
            Series = [.. names.Select((name, c) => new StatisticSeries(name, [.. order.Select(i => cells[i][c])]))],
            Unit = _unit,
            Form = form,
            Note = _note.Length > 0 ? _note : null,
        };
    }

    private void Say(int? row, int? column, string sentence) =>
        _problems.Add(new StatisticProblem(row, column, row is null ? sentence : $"{PlaceOf(row.Value, column!.Value)}: {sentence}"));

    // 3行目(令和5年度)の2列目(男性): counted as on the screen, headings included.
    private string PlaceOf(int row, int column) => $"{row + 1}行目{Named(grid[row, 0])}の{column + 1}列目{Named(grid[0, column])}";

    private static string Named(string name) => Tidy(name) is { Length: > 0 and <= StatisticValues.LongestName } tidy ? $"({tidy})" : "";

    private static FiscalYear YearOf(string label) => YearLabel.TryRead(label, out var year) ? year : default;

    private static string LabelOf(string text) => YearLabel.TryRead(Tidy(text), out var year) ? year.ToString() : Tidy(text);

    private static bool HasText(string cell) => !string.IsNullOrWhiteSpace(cell);

    private static string Tidy(string? text) => Invisible().Replace(Spaces().Replace(text ?? "", " "), "").Trim();

    [GeneratedRegex(@"^([-‐–—―ー]+|…+|\.{3})?$")]
    private static partial Regex NoValue();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{Cc}\p{Cf}\p{Cs}]")]
    private static partial Regex Invisible();
}
