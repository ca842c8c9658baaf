namespace UedaPlan.Domain;

/// <summary>理由の文の部品: the numbers of a verdict as they are printed, never contradicting each other after rounding.</summary>
internal sealed record Wording(Indicator Indicator, Reading Reading, Verdict Verdict, Thresholds Thresholds)
{
    private const int MostDecimals = 20; // two values made of 12-digit counts may differ this late

    public string TargetYear => Indicator.Target.Year.ToString();
    public string Value => Verdict.Value is { } value ? Text(value, ValueDecimals) : $"「{Reading.ToText()}」(負担なし)";
    public string Pace => Text(Verdict.Pace ?? Exact.Zero, ApartDecimals);
    public string Start => Text(Verdict.Line.Start, ApartDecimals);
    public string ForecastText => Verdict.Forecast is { } forecast ? Text(forecast, Decimals) + NoteOf(forecast, Decimals) : "";
    public string ProgressPercent => $"{((Verdict.Progress ?? Exact.Zero) * Exact.Of(100L)).Floor().ToDecimal():0}%";
    public string KeepPercent => FigureFormat.Tenths(Thresholds.KeepFrom);
    public bool IsBehindStart => Indicator.Baseline is not null && Verdict.Value < Verdict.Line.Start;
    public string HeadroomText => Difference(Verdict.Headroom() ?? Exact.Zero);

    public string Target => Verdict.Line.Name is null
        ? Number(Exact.Of(Verdict.Line.Printed.Number), Verdict.Line.Printed.Decimals) + Indicator.Unit + BoundWord
        : Number(Exact.Of(Verdict.Line.Printed.Number), 0) + Indicator.Unit;

    public string RoundedNote => Verdict.Value is { } value ? NoteOf(value, ValueDecimals) : "";
    public string Needed => Verdict.NeededPerYear() is { } needed ? $"目標に届くには、毎年度あと{Difference(needed)}ずつの上積みが必要です。" : "";
    public string Outlook => Verdict.Forecast is null ? "" : $"{However}このままの見込みは{ForecastText}で、目標に{(Verdict.ForecastMet == true ? "届きます" : "届きません")}。";
    public string PlainOutlook => Verdict.Forecast is null ? "" : $"このままの見込みは{ForecastText}です。";

    public string FloorWorry => (Verdict.Value < Verdict.Pace, Verdict.ForecastMet) switch
    {
        (true, false) => $"下がり方が目安({Pace})より早く、このままでは{TargetYear}に{ForecastText}となり、目標を下回る見込みです。",
        (false, _) => $"このままでは{TargetYear}に{ForecastText}となり、目標を下回る見込みです。",
        _ => $"下がり方が目安({Pace})より早くなっています。",
    };

    private int Decimals => Indicator.DecimalsOf(Reading);

    // Half an event cannot be held; where its pace needs decimals to be told apart, the figure itself still has none.
    private int ValueDecimals => Indicator.IsWhole ? Decimals : ApartDecimals;

    private string However => Verdict is { Status: Status.OnTrack, ForecastMet: false } ? "ただし、" : "";

    // An assumed bound is not printed in the plan, so it is not said as if it were.
    private string BoundWord => Indicator.IsAssumed(Assumption.Bound) ? "" : Indicator.Target.Bound switch
    {
        Bound.AtLeast => "以上",
        Bound.Below => "未満",
        _ => "",
    };

    private bool SaysPace => Verdict.Line.Kind switch
    {
        IndicatorKind.Reach => Verdict.Status != Status.Achieved,
        IndicatorKind.Floor => Verdict.Status is Status.OnTrack or Status.Watch,
        _ => false,
    };

    // A figure just below its pace, or its baseline, must not be printed as equal to it.
    private int ApartDecimals
    {
        get
        {
            var decimals = Decimals;
            while (decimals < MostDecimals && (Merges(SaysPace ? Verdict.Pace : null, decimals)
                || Merges(IsBehindStart ? Verdict.Line.Start : null, decimals))) decimals++;
            return decimals;
        }
    }

    private bool Merges(Exact? other, int decimals) => Verdict.Value is { } value && other is { } near
        && value.CompareTo(near) != 0 && value.Round(decimals).CompareTo(near.Round(decimals)) == 0;

    // Said where the printed number alone would look as if it told the opposite: 69.7% meets 70%.
    private string NoteOf(Exact value, int decimals)
    {
        var printed = Verdict.Line.Printed;
        var (shown, target) = (value.Round(decimals), Exact.Of(printed.Number));
        var looksMet = Indicator.Target.Bound == Bound.Below ? shown < target : shown >= target;
        return looksMet == Verdict.Line.Meets(value)
            ? ""
            : $"(計画の表記に合わせて四捨五入すると{Number(value, printed.Decimals)}{Indicator.Unit})";
    }

    private string Text(Exact value, int decimals) => Number(value, decimals) + Indicator.Unit;

    // What is still missing must not be printed as nothing: 0.04 points a year are not 0.0.
    private string Difference(Exact value)
    {
        var decimals = Decimals;
        while (decimals < MostDecimals && value.CompareTo(Exact.Zero) != 0 && value.Round(decimals).CompareTo(Exact.Zero) == 0) decimals++;
        return Number(value, decimals) + FigureFormat.DifferenceUnit(Indicator);
    }

    private static string Number(Exact value, int decimals) => FigureFormat.Number(value.Round(decimals).ToDecimal(), decimals);
}
