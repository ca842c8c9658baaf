namespace UedaPlan.Domain;

/// <summary>理由の文の部品: the numbers of a verdict as they are printed, never contradicting each other after rounding.</summary>
internal sealed record Wording(Indicator Indicator, Reading Reading, Verdict Verdict, Thresholds Thresholds)
{
    private const int MostDecimals = 6;

    public string TargetYear => Indicator.Target.Year.ToString();
    public string Value => Verdict.Value is { } value ? Text(value, ApartFromPace) : "";
    public string Pace => Text(Verdict.Pace ?? Exact.Zero, ApartFromPace);
    public string ForecastText => Verdict.Forecast is { } forecast ? Text(forecast, Decimals) : "";
    public string ProgressPercent => $"{((Verdict.Progress ?? Exact.Zero) * Exact.Of(100L)).Floor().ToDecimal():0}%";
    public string KeepPercent => $"{Thresholds.KeepFrom * 10:0.##}割";
    public bool IsBehindStart => Indicator.Baseline is not null && Verdict.Value < Verdict.Line.Start;
    public string HeadroomText => Difference(Verdict.Headroom() ?? Exact.Zero);

    public string Target => Verdict.Line.Name is null
        ? Number(Exact.Of(Verdict.Line.Printed.Number), Verdict.Line.Printed.Decimals) + Indicator.Unit + BoundWord
        : Number(Exact.Of(Verdict.Line.Printed.Number), 0) + Indicator.Unit;

    /// <summary>Said where the printed figure alone would look as if it told the opposite: 69.7% meets 70%.</summary>
    public string RoundedNote
    {
        get
        {
            if (Verdict.Value is not { } value || Decimals <= Verdict.Line.Printed.Decimals) return "";
            var shown = value.Round(Decimals);
            var target = Exact.Of(Verdict.Line.Printed.Number);
            var looksMet = Indicator.Target.Bound == Bound.Below ? shown < target : shown >= target;
            return looksMet == Verdict.Line.Meets(value)
                ? ""
                : $"(計画の表記に合わせて四捨五入すると{Number(value.Round(Verdict.Line.Printed.Decimals), Verdict.Line.Printed.Decimals)}{Indicator.Unit})";
        }
    }

    public string Needed => Verdict.NeededPerYear() is { } needed ? $"目標に届くには、あと年{Difference(needed)}が必要です。" : "";
    public string Outlook => Verdict.Forecast is null ? "" : $"このままの見込みは{ForecastText}で、目標に{(Verdict.ForecastMet == true ? "届きます" : "届きません")}。";
    public string FloorOutlook => Verdict.Forecast is null ? "" : $"このままの見込みは{ForecastText}です。";
    public string LimitOutlook => Verdict.Forecast is null ? "" : $"このままの見込みは{ForecastText}です。";

    public string FloorWorry => (Verdict.Value < Verdict.Pace, Verdict.ForecastMet) switch
    {
        (true, false) => $"下がり方が目安({Pace})より早く、このままでは{TargetYear}に{ForecastText}となり、目標を下回る見込みです。",
        (false, _) => $"このままでは{TargetYear}に{ForecastText}となり、目標を下回る見込みです。",
        _ => $"下がり方が目安({Pace})より早くなっています。",
    };

    private int Decimals => Indicator.DecimalsOf(Reading);

    // An assumed bound is not printed in the plan, so it is not said as if it were.
    private string BoundWord => Indicator.IsAssumed(Assumption.Bound) ? "" : Indicator.Target.Bound switch
    {
        Bound.AtLeast => "以上",
        Bound.Below => "未満",
        _ => "",
    };


    // A figure just below its pace must not be printed as equal to it.
    private int ApartFromPace
    {
        get
        {
            if (Verdict.Value is not { } value || Verdict.Pace is not { } pace || value.CompareTo(pace) == 0) return Decimals;
            var decimals = Decimals;
            while (decimals < MostDecimals && value.Round(decimals).CompareTo(pace.Round(decimals)) == 0) decimals++;
            return decimals;
        }
    }

    private string Text(Exact value, int decimals) => Number(value, decimals) + Indicator.Unit;

    private string Difference(Exact value)
    {
        var rounded = value.Round(Decimals);
        return Number(rounded, Decimals) + FigureFormat.DifferenceUnit(Indicator);
    }

    private static string Number(Exact value, int decimals) => FigureFormat.Number(value.ToDecimal(), decimals);
}
