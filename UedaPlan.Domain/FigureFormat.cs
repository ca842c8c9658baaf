namespace UedaPlan.Domain;

/// <summary>数の書き方: half up, thousands commas, a real minus sign; the one place that turns values into text.</summary>
public static class FigureFormat
{
    /// <summary>6,480 · 67.9</summary>
    public static string Number(decimal value, int decimals) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}").Replace('-', '−');

    /// <summary>+0.9 · −0.5 · ±0</summary>
    public static string WithSign(decimal value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "±0" : (rounded > 0 ? "+" : "") + Number(rounded, decimals);
    }

    /// <summary>A difference that is there is never printed as none: −0.03 stays −0.03 where 「±0」 would deny what decided a status.</summary>
    public static string SignedDifference(decimal value, int decimals) => WithSign(value, DecimalsToSee(value, decimals));

    /// <summary>As <see cref="SignedDifference"/>, without a sign: 0.02.</summary>
    public static string Difference(decimal value, int decimals) => Number(value, DecimalsToSee(value, decimals));

    /// <summary>A share in tenths, as thresholds are spoken: 6割.</summary>
    public static string Tenths(decimal share) => $"{share * 10:0.##}割";

    /// <summary>An exact number with at least and at most so many decimals, cut, never rounded: in 82.057… the dots say that more follow.</summary>
    public static string Exactly(Exact value, int least, int most)
    {
        var cut = value.Cut(most);
        if (cut != value) return Number(cut.ToDecimal(), most) + "…";
        var decimals = most;
        while (decimals > least && value.Cut(decimals - 1) == value) decimals--;
        return Number(value.ToDecimal(), decimals);
    }

    /// <summary>How many decimals two numbers need, at least so many, to be told apart when both are cut.</summary>
    public static int DecimalsApart(Exact one, Exact other, int least)
    {
        const int Most = 20; // two rates made of 12-digit counts may differ this late
        while (least < Most && one != other && one.Cut(least) == other.Cut(least)) least++;
        return least;
    }

    private static int DecimalsToSee(decimal value, int decimals)
    {
        const int Most = 6;
        while (value != 0 && decimals < Most && Math.Round(value, decimals, MidpointRounding.AwayFromZero) == 0) decimals++;
        return decimals;
    }

    /// <summary>The number of a difference and its unit: rates differ by ポイント.</summary>
    public static string DifferenceUnit(Indicator indicator) => indicator.Unit == "%" ? "ポイント" : indicator.Unit;

    /// <summary>A value with its unit, in the decimals of the indicator: 67.9%, 22事業.</summary>
    public static string Value(Indicator indicator, decimal value, Reading? reading = null) =>
        Number(value, indicator.DecimalsOf(reading)) + indicator.Unit;

    /// <summary>The whole reading with its unit: 67.9% · 1回・2回 · －.</summary>
    public static string Of(Indicator indicator, Reading reading) => reading switch
    {
        Reading.Amount amount => Value(indicator, amount.Value, reading),
        Reading.Ratio ratio => Value(indicator, PercentOf(ratio), reading),
        Reading.Counts counts => string.Join('・', counts.Items.Select(i => Number(i.Value, 0) + indicator.Unit)),
        _ => reading.ToText(),
    };

    /// <summary>The counts behind a rate: 148 / 218棟; null for other readings.</summary>
    public static string? CountsOf(Indicator indicator, Reading reading) => reading is Reading.Ratio ratio && indicator.Pair is { } pair
        ? $"{ratio.Numerator:N0} / {ratio.Denominator:N0}{pair.Unit}"
        : null;

    /// <summary>The rate of two counts in percent, to 20 digits.</summary>
    public static decimal PercentOf(Reading.Ratio ratio) => Exact.PercentOf(ratio).ToDecimal();

    /// <summary>令和8年度, for settlement indicators 令和7年度決算.</summary>
    public static string Year(Indicator indicator, FiscalYear year) => indicator.Settlement ? $"{year}決算" : year.ToString();
}
