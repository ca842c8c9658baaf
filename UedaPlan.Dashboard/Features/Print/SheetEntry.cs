using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Print;

/// <summary>用紙の経過: one published entry in words, with who saved it.</summary>
public sealed record SheetEntry(Indicator Indicator, Figure Figure, string What, string Department)
{
    /// <summary>Every entry of an indicator, newest first.</summary>
    public static IReadOnlyList<SheetEntry> Of(Board board, Indicator indicator) => [.. indicator.Figures.OrderByDescending(f => f.Number)
        .Select(f => new SheetEntry(indicator, f, WhatOf(indicator, f), NameOf(board, indicator, f.Author)))];

    /// <summary>The newest entry that says something in words; null where none does.</summary>
    public static SheetEntry? Comment(Board board, Indicator indicator) => Of(board, indicator).FirstOrDefault(e => e.Figure.Comment is not null);

    private static string WhatOf(Indicator indicator, Figure figure)
    {
        var year = FigureFormat.Year(indicator, figure.Year);
        var value = FigureFormat.Of(indicator, figure.Reading) + (FigureFormat.CountsOf(indicator, figure.Reading) is { } counts ? $" ({counts})" : "");
        if (figure.Stage == FigureStage.Interim) return $"{year}の途中経過 {value}{(figure.AsOf is { } day ? $" ({JapaneseCalendar.EraDay(day)}現在)" : "")}";
        var before = indicator.Figures.Where(f => f.Year == figure.Year && f.Number < figure.Number).MaxBy(f => f.Number);
        if (before is not { Stage: FigureStage.Actual }) return $"{year}の実績 {value}";
        return before.Reading == figure.Reading ? $"{year}の実績 {value} (コメントの変更)" : $"{year}の実績を {FigureFormat.Of(indicator, before.Reading)} から {value} に訂正";
    }

    private static string NameOf(Board board, Indicator indicator, Author author) =>
        board.Plan.Departments.FirstOrDefault(d => d.Code == author.Department)?.Name ?? indicator.Department.Name;
}
