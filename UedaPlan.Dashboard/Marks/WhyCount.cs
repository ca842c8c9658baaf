using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>計算の内容: one judged count and how its numbers are written, with enough decimals to see what decided.</summary>
public sealed record WhyCount(Indicator Indicator, int Index, JudgedCount Judged, Thresholds Thresholds, FiscalYear Now)
{
    private const int MoreDecimals = 2;

    /// <summary>One per count; Now is the year a pace is said for while nothing is judged.</summary>
    public static IReadOnlyList<WhyCount> Of(IndicatorCard card, Thresholds thresholds, FiscalYear now) =>
        [.. card.Judgement.Counts.Select((judged, i) => new WhyCount(card.Indicator, i, judged, thresholds, now))];

    public Arithmetic Arithmetic => Judged.Arithmetic;
    public IndicatorKind Kind => Arithmetic.Kind;

    /// <summary>The full name of a count; null where the indicator is one number.</summary>
    public string? Name => Indicator.CountNames.IsEmpty ? null : Indicator.CountNames[Index].Label;
    public PrintedValue? Baseline => Indicator.Baseline?.Values[Index];
    public PrintedValue Target => Indicator.Target.Values[Index];
    public PaceStep? Pace => Kind == IndicatorKind.Limit ? null : Arithmetic.Pace ?? Domain.Pace.StepAt(Indicator, Now, Index);
    public string Start => Baseline is { } baseline ? Of(baseline) : "0";
    public string Unit => Indicator.Unit;
    public string DifferenceUnit => FigureFormat.DifferenceUnit(Indicator);

    private int Decimals => Indicator.DecimalsOf(Arithmetic.Reading);

    public string Year(FiscalYear year) => FigureFormat.Year(Indicator, year);

    /// <summary>As the plan prints it; the exact rate where the plan prints the counts behind it.</summary>
    public string Of(PrintedValue printed) => printed.Counts is { } counts ? Of(Exact.PercentOf(counts)) : FigureFormat.Number(printed.Number, printed.Decimals);

    /// <summary>82.057…, with more decimals where fewer would print something as nothing.</summary>
    public string Of(Exact value) => FigureFormat.Exactly(value, Decimals, FigureFormat.DecimalsApart(value, Exact.Zero, Decimals + MoreDecimals));

    /// <summary>As the screens show it: rounded half up.</summary>
    public string Shown(Exact value) => ShownNumber(value) + Unit;

    /// <summary>The shown number alone, for large type.</summary>
    public string ShownNumber(Exact value) => FigureFormat.Number(value.ToDecimal(), Decimals);

    /// <summary>+0.66ポイント, exact.</summary>
    public string SignedExactly(Exact value) => (value > Exact.Zero ? "+" : "") + Of(value) + DifferenceUnit;

    /// <summary>−0.457… → −0.5ポイント: a difference and how the screens show it; the one alone where they are the same.</summary>
    public string Outcome(Exact value) => value == value.Round(Decimals) ? WithSign(value) : $"{Of(value)} → {WithSign(value)}";

    public string WithSign(Exact value) => FigureFormat.SignedDifference(value.ToDecimal(), Decimals) + DifferenceUnit;

    /// <summary>53.03…%, in as many decimals as tell it from the share it is held against.</summary>
    public string Percent(Exact share)
    {
        var (percent, limit) = (share * Hundred, Exact.Of(Thresholds.WatchFrom) * Hundred);
        return FigureFormat.Exactly(percent, 0, FigureFormat.DecimalsApart(percent, limit, 2)) + "%";
    }

    /// <summary>In the decimals of the printed target: 70%.</summary>
    public string Printed(Exact value) => FigureFormat.Number(value.ToDecimal(), Target.Decimals) + Unit;

    /// <summary>What was held against what: 81.6% ＜ 82.057…%; null where no numbers were compared.</summary>
    public string? Comparison(Condition condition)
    {
        if (condition is not { Left: { } left, Right: { } right }) return null;
        var sign = left.CompareTo(right) switch { > 0 => '＞', < 0 => '＜', _ => '＝' };
        return condition.Kind switch
        {
            ConditionKind.TargetMet or ConditionKind.TargetMissed or ConditionKind.ForecastMet => $"{Printed(left)} {sign} {Printed(right)}",
            ConditionKind.ProgressEnough => $"{Percent(left)} {sign} {Percent(right)}",
            _ => $"{Apart(left, right)} {sign} {Apart(right, left)}",
        };
    }

    private static Exact Hundred => Exact.Of(100L);

    private string Apart(Exact value, Exact other) =>
        FigureFormat.Exactly(value, Decimals, FigureFormat.DecimalsApart(value, other, Decimals + MoreDecimals)) + Unit;
}
