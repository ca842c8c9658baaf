using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>行の読み取り: a row of the file, read as far as it can be, with everything that cannot.</summary>
internal sealed class BulkLine
{
    private const string AnyReason = "―"; // stands in for a reason that is missing, so that the other rules are asked too; never saved
    private readonly BulkColumns _columns;
    private readonly List<BulkProblem> _problems = [];

    private BulkLine(SheetRow row, BulkColumns columns) => (Row, _columns) = (row, columns);

    public SheetRow Row { get; }

    /// <summary>As on the board; null where it is none of the author's department.</summary>
    public Indicator? Indicator { get; private set; }
    public FiscalYear? Year { get; private set; }

    public static BulkLine Of(SheetRow row, BulkColumns columns, Board board, Author author)
    {
        var line = new BulkLine(row, columns);
        line.ReadIndicator(board, author);
        line.ReadYear();
        return line;
    }

    /// <summary>Holds the row against the rules; known are the indicators as the earlier rows would leave them.</summary>
    public BulkRow Check(IReadOnlyDictionary<IndicatorCode, Indicator> known, int? twin, Author author, DateTimeOffset now)
    {
        if (twin is { } other) Say(BulkColumns.Code, $"{other}行目と同じ指標・年度です。どちらか一方を消してください");
        var checkedRow = new BulkRow { Number = Row.Number, Indicator = Indicator, Year = Year };
        if (Indicator is null) return checkedRow with { Problems = [.. _problems] };
        var standing = Year is { } year ? Indicator.StandingOf(year) : null;
        checkedRow = checkedRow with { Standing = standing };
        var reading = new BulkReading(Indicator, _columns, Row, Say);
        if (reading.IsBlank)
        {
            CheckNothingIsMeant(standing);
            return checkedRow with { Problems = [.. _problems] };
        }
        var proposal = Read(reading, standing, author);
        if (proposal is null || IsSame(standing, proposal)) return checkedRow with { Problems = [.. _problems] };
        var figure = Record(known[Indicator.Code], proposal, reading, now);
        return checkedRow with
        {
            Figure = figure,
            Request = figure is null || _problems.Count > 0 ? null : new RecordFigure(Indicator.Code, proposal with { Author = author }),
            Problems = [.. _problems],
        };
    }

    private void ReadIndicator(Board board, Author author)
    {
        var text = Text(BulkColumns.Code);
        if (text is null) return;
        if (!IndicatorCode.TryParse(BulkColumns.Tidy(text).Replace('‐', '-').Replace('−', '-').Replace('–', '-'), out var code) || board.Find(code) is not { } card)
        {
            Say(BulkColumns.Code, text.Length == 0 ? "指標の番号を入力してください(例 1-1-1-3)" : "この番号の指標は計画にありません");
            return;
        }
        if (card.Indicator.Department.Code != author.Department)
        {
            Say(BulkColumns.Code, $"ほかの課の指標です(担当は{card.Indicator.Department.Name})。この行を消してください");
            return;
        }
        Indicator = card.Indicator;
        // Rows whose columns were sorted apart would publish one indicator's value for another.
        var name = BulkColumns.Tidy(_columns.Cell(Row, BulkColumns.Name).Text);
        if (name.Length > 0 && name != BulkColumns.Tidy(card.Indicator.Name.Plain) && name != BulkColumns.Tidy(card.Indicator.ShortName))
        {
            Say(BulkColumns.Name, $"番号と名前が合いません。{code} は「{card.Indicator.Name.Plain}」です");
        }
    }

    private void ReadYear()
    {
        if (Text(BulkColumns.Year) is not { } text) return;
        var plain = text.Trim();
        if (plain.EndsWith("決算", StringComparison.Ordinal)) plain = plain[..^2];
        if (YearLabel.TryRead(plain, out var year)) Year = year;
        else Say(BulkColumns.Year, plain.Length == 0 ? "年度を入力してください(例 令和8年度)" : "年度を読み取れません。「令和8年度」「R8」「2026」のように入力してください");
    }

    private NewFigure? Read(BulkReading cells, Figure? standing, Author author)
    {
        var stage = ReadStage();
        var asOf = ReadAsOf(stage);
        var comment = _columns.Has(BulkColumns.Comment) ? Text(BulkColumns.Comment) : standing?.Comment; // a file without the column leaves comments alone
        var reason = Text(BulkColumns.Reason);
        var reading = cells.Read();
        if (reading is null || Year is not { } year) return null;
        return new NewFigure(year, stage ?? FigureStage.Actual, reading, author with { Role = AuthorRole.Head }, Indicator!.EntryOf(year)?.Number, comment, reason, asOf, FigureOrigin.Imported);
    }

    private FigureStage? ReadStage()
    {
        switch (BulkColumns.Tidy(Text(BulkColumns.Stage) ?? ""))
        {
            case "" or "実績":
                return FigureStage.Actual;
            case "途中経過":
                return FigureStage.Interim;
            default:
                Say(BulkColumns.Stage, "「実績」か「途中経過」を入力してください");
                return null;
        }
    }

    private DateOnly? ReadAsOf(FigureStage? stage)
    {
        var text = Text(BulkColumns.AsOf);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (stage == FigureStage.Actual) Say(BulkColumns.AsOf, "時点は途中経過のときだけ入力します。実績では空けてください");
        else if (BulkDay.Read(text, Year) is { } day) return day;
        else Say(BulkColumns.AsOf, "日付を読み取れません。「令和8年9月30日」か「2026/9/30」のように入力してください");
        return null;
    }

    // An empty row of the form stays as it is; one that says something else without a value is a slip.
    private void CheckNothingIsMeant(Figure? standing)
    {
        if (standing is not null) Say(BulkColumns.Value, "公開した値は、空けても消えません。値を入力するか、この行を消してください");
        else if (!string.IsNullOrWhiteSpace(Text(BulkColumns.Comment))) Say(BulkColumns.Value, "コメントだけでは取り込めません。値を入力してください");
    }

    private static bool IsSame(Figure? standing, NewFigure proposal) => standing is not null
        && (standing.Stage, standing.Reading, standing.AsOf) == (proposal.Stage, proposal.Reading, proposal.AsOf)
        && Plain(standing.Comment) == Plain(proposal.Comment);

    // The domain stops at the first rule; the answer to a file tells all it can.
    private Figure? Record(Indicator indicator, NewFigure proposal, BulkReading cells, DateTimeOffset now)
    {
        for (var asked = proposal; ;)
        {
            try
            {
                return indicator.Record(asked, now);
            }
            catch (PlanRuleException e)
            {
                Say(cells.ColumnOf(e.Field, proposal.Reading), e.Message);
                if (e.Field == FigureField.Reason && asked.Reason != AnyReason) asked = asked with { Reason = AnyReason };
                else if (e.Field == FigureField.Comment && asked.Comment is not null) asked = asked with { Comment = null };
                else return null;
            }
        }
    }

    private string? Text(string column)
    {
        var cell = _columns.Cell(Row, column);
        if (cell.Fault is not null) Say(column, cell.Fault);
        return cell.Fault is null ? cell.Text : null;
    }

    private void Say(string column, string message)
    {
        var problem = new BulkProblem(column.Length == 0 ? "" : _columns.Place(column), message);
        if (!_problems.Contains(problem)) _problems.Add(problem);
    }

    private static string Plain(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
