using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>経過の1件: an entry with who saved it, and the entry of the same year that stood before it.</summary>
public sealed record HistoryItem(Indicator Indicator, Figure Figure, Figure? Before, string Department)
{
    public bool IsCorrection => Figure.Stage == FigureStage.Actual && Before is { Stage: FigureStage.Actual } && Before.Reading != Figure.Reading;
    public bool IsOnlyWords => Before is not null && Before.Stage == Figure.Stage && Before.Reading == Figure.Reading;
    public string Year => FigureFormat.Year(Indicator, Figure.Year);
    public string Value => FigureFormat.Of(Indicator, Figure.Reading);
    public string ValueBefore => Before is null ? "" : FigureFormat.Of(Indicator, Before.Reading);
    public string? Counts => FigureFormat.CountsOf(Indicator, Figure.Reading);

    /// <summary>Every entry of an indicator, newest first.</summary>
    public static IReadOnlyList<HistoryItem> Of(Plan plan, Indicator indicator) => [.. indicator.Figures.OrderByDescending(f => f.Number).Select(f => new HistoryItem(
        indicator, f, indicator.Figures.Where(b => b.Year == f.Year && b.Number < f.Number).MaxBy(b => b.Number),
        plan.Departments.FirstOrDefault(d => d.Code == f.Author.Department)?.Name ?? indicator.Department.Name))];
}
