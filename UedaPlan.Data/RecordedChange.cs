using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>記録された変化: what an entry changed on the board of its time, with the plan of its time.</summary>
internal static class RecordedChange
{
    /// <param name="plan">The plan that stood when the entry was saved.</param>
    /// <param name="figure">The entry.</param>
    /// <param name="all">The indicator's entries, oldest first; later ones are left out here.</param>
    public static Change? Of(Plan plan, Figure figure, IEnumerable<Figure> all) => plan.Indicators.FirstOrDefault(i => i.Code == figure.Indicator) is { } indicator
        ? IndicatorCard.Of(indicator with { Figures = [.. all.Where(f => f.Number <= figure.Number)] }, plan.Thresholds).LastChange
        : null;
}
