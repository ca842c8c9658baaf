using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>最近の動き: one saved entry, and whether it replaced one that stood.</summary>
public sealed record RecentEntry(Indicator Indicator, Figure Figure, bool IsCorrection)
{
    /// <summary>を入力 · に修正 · を取り消し, after the value.</summary>
    public string Done => Figure.Stage == FigureStage.Withdrawn ? "を取り消し"
        : (Figure.Origin is FigureOrigin.Undone or FigureOrigin.Restored ? "に戻す" : IsCorrection ? "に修正" : "を入力")
            + (Figure.Stage == FigureStage.Interim ? "(途中経過)" : "");

    public string Value => FigureFormat.Of(Indicator, Figure.Reading);
    public string Year => FigureFormat.Year(Indicator, Figure.Year);

    /// <summary>The newest entries of these indicators, newest first.</summary>
    public static ImmutableArray<RecentEntry> Of(IEnumerable<IndicatorCard> cards, int most) =>
        [.. cards.SelectMany(c => c.Indicator.Figures.Select(f => (c.Indicator, Figure: f))).OrderByDescending(e => e.Figure.Number).Take(most)
            .Select(e => new RecentEntry(e.Indicator, e.Figure, e.Indicator.Before(e.Figure)?.Stage == e.Figure.Stage))];
}
