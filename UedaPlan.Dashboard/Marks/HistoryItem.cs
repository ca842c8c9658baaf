using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>経過の1件: an entry with who saved it, and the entry of the same year that stood before it.</summary>
public sealed record HistoryItem(Indicator Indicator, Figure Figure, Figure? Before, string Department)
{
    public RecordKind Kind => RecordKinds.Of(Figure, Before);
    public string Year => FigureFormat.Year(Indicator, Figure.Year);
    public string Value => FigureFormat.Of(Indicator, Figure.Reading);

    /// <summary>148 / 218棟 · 令和8年12月31日現在; null where the value says it all, or there is none.</summary>
    public string? Note => Figure switch
    {
        { Stage: FigureStage.Withdrawn } => null,
        { Stage: FigureStage.Interim, AsOf: { } day } => $"{JapaneseCalendar.EraDay(day)}現在",
        _ => FigureFormat.CountsOf(Indicator, Figure.Reading),
    };

    /// <summary>What the department said with it; what was only put back is not said anew.</summary>
    public string? Comment => Kind is RecordKind.Undone or RecordKind.Restored ? null : Figure.Comment;

    /// <summary>What it did, with its values apart: 令和8年度の実績を | 81.9% | から | 81.6% | に訂正</summary>
    public IReadOnlyList<HistoryPiece> Pieces
    {
        get
        {
            var what = $"{Year}の{WordOf(Figure.Stage)}";
            return (Kind, Before) switch
            {
                _ when Figure.Stage == FigureStage.Withdrawn => [new($"{Year}の{WordOf(Before?.Stage)} "), new(Value, true), new(" を取り消し(未入力に戻しました)")],
                (RecordKind.Undone or RecordKind.Restored, { } before) => GoingBack(what, before),
                (RecordKind.Correction, { } before) => From(what, before, "に訂正"),
                (RecordKind.Comment, _) => [new($"{what} "), new(Value, true), new(" のコメントを変更")],
                (RecordKind.Imported, { Stage: FigureStage.Actual } before) when before.Reading != Figure.Reading => From(what, before, "に訂正(まとめて入力)"),
                (RecordKind.Imported, _) => [new($"{what} "), new(Value, true), new("(まとめて入力)")],
                _ => [new($"{what} "), new(Value, true)],
            };
        }
    }

    /// <summary>The same in one line: 令和8年度の実績 67.9% (148 / 218棟)</summary>
    public string Sentence => string.Concat(Pieces.Select(p => p.Text)) + (Note is { } note ? $" ({note})" : "");

    /// <summary>Every entry of an indicator, newest first.</summary>
    public static IReadOnlyList<HistoryItem> Of(Plan plan, Indicator indicator) => [.. indicator.Figures.OrderByDescending(f => f.Number).Select(f => new HistoryItem(
        indicator, f, indicator.Before(f), plan.Departments.FirstOrDefault(d => d.Code == f.Author.Department)?.Name ?? indicator.Department.Name))];

    private IReadOnlyList<HistoryPiece> GoingBack(string what, Figure before)
    {
        if (before.Stage == FigureStage.Withdrawn) return [new($"{what}を 未入力から "), new(Value, true), new(" に戻しました")];
        if ((before.Stage, before.Reading) == (Figure.Stage, Figure.Reading)) return [new($"{what} "), new(Value, true), new(" のコメントを前のものに戻しました")];
        return before.Stage == Figure.Stage
            ? From(what, before, "に戻しました")
            : [new($"{Year}の{WordOf(before.Stage)} "), new(FigureFormat.Of(Indicator, before.Reading), true), new($" を取り消し、{WordOf(Figure.Stage)} "), new(Value, true), new(" に戻しました")];
    }

    private IReadOnlyList<HistoryPiece> From(string what, Figure before, string done) =>
        [new($"{what}を "), new(FigureFormat.Of(Indicator, before.Reading), true), new(" から "), new(Value, true), new($" {done}")];

    private static string WordOf(FigureStage? stage) => stage == FigureStage.Interim ? "途中経過" : "実績";
}

/// <summary>経過の文の部品: words, or a value that a screen marks where it is a demo.</summary>
public sealed record HistoryPiece(string Text, bool IsValue = false);
