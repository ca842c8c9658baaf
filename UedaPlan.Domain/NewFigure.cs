namespace UedaPlan.Domain;

/// <summary>
/// 公開しようとする値: a figure on its way in. Seen is the number of the newest entry of that year the author was looking at,
/// null when the author saw none.
/// </summary>
public sealed record NewFigure(
    FiscalYear Year,
    FigureStage Stage,
    Reading Reading,
    Author Author,
    long? Seen,
    string? Comment = null,
    string? Reason = null,
    DateOnly? AsOf = null,
    FigureOrigin Origin = FigureOrigin.Typed);
