using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Wall;

/// <summary>壁面の短い文: what a row says beside its number, in the few words that can be read from five metres.</summary>
public sealed record WallText
{
    /// <summary>令和8年度 下限を保つ指標 · 令和8年度 148 / 218棟 · 令和7年度の調査</summary>
    public required string About { get; init; }

    /// <summary>What deserves a second line: where it is heading, or a value inside the running year.</summary>
    public string? Remark { get; init; }

    /// <summary>For several counts: kept, or what is missing of which.</summary>
    public string? Composite { get; init; }

    /// <summary>The line of the national government that was reached, and the next one beyond.</summary>
    public string? National { get; init; }

    public static WallText Of(IndicatorCard card, FiscalYear year) => new()
    {
        About = AboutOf(card, year),
        Remark = ForecastOf(card) ?? card.InterimText,
        Composite = card.Judgement.IsComposite ? CompositeOf(card) : null,
        National = NationalOf(card),
    };

    private static string AboutOf(IndicatorCard card, FiscalYear year)
    {
        var indicator = card.Indicator;
        if (card.Latest is not { } latest) return indicator.Survey ? "市民アンケートの結果待ちです" : "実績はまだありません";
        if (indicator.Survey) return latest.Year < year ? $"{latest.Year}の調査({year.ToShort()}の値なし)" : $"{latest.Year}の調査";
        var counts = card.Judgement.IsComposite ? null : card.CountsText;
        return $"{card.YearText} {counts ?? card.KindText ?? (indicator.Created is { } created ? $"{created}創設" : "")}".TrimEnd();
    }

    // Inside today and leaving it: the status alone would not say why.
    private static string? ForecastOf(IndicatorCard card) =>
        card.Indicator.Kind is IndicatorKind.Floor or IndicatorKind.Limit && card.Judgement.First.ForecastMet == false && card.ForecastText is { } forecast
            ? $"このままの見込み {forecast}"
            : null;

    private static string CompositeOf(IndicatorCard card)
    {
        if (card.Latest is null) return $"基準値 {card.Indicator.BaselinePrinted}";
        var missing = card.Judgement.Counts.Select((count, i) => (count, Left: card.Indicator.Target.Values[i].Number - (count.Value ?? 0)))
            .Where(c => c.count.Status != Status.Achieved && c.Left > 0).Select(c => $"{c.count.Name}があと{FigureFormat.Number(c.Left, 0)}{card.Indicator.Unit}").ToList();
        return missing.Count == 0 ? "目標の水準を保っています" : $"{string.Join('、', missing)}です";
    }

    private static string? NationalOf(IndicatorCard card)
    {
        var lines = card.Indicator.NationalLines;
        if (lines.IsEmpty) return null;
        var value = card.Judgement.First.Value;
        var (reached, next) = (lines.Where(l => value >= l.Value).MaxBy(l => l.Value), lines.Where(l => value is null || value < l.Value).MinBy(l => l.Value));
        if (reached is null) return $"国の基準 {next!.Value:0.#}%({next.Name})";
        return $"国の{reached.Name}{reached.Value:0.#}%以上" + (next is null ? "" : $"・次は{next.Value:0.#}%");
    }
}
