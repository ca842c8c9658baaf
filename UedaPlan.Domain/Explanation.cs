namespace UedaPlan.Domain;

/// <summary>理由の文: the plain sentence beside a status, made from the numbers that decided it.</summary>
internal static class Explanation
{
    public static string Of(Indicator indicator, Figure? latest, IReadOnlyList<Verdict> verdicts, Thresholds thresholds)
    {
        if (latest is null) return NoFigure(indicator);
        var year = FigureFormat.Year(indicator, latest.Year);
        var sentences = verdicts.Select(v => Sentence(new Wording(indicator, latest.Reading, v, thresholds)));
        return indicator.CountNames.IsEmpty
            ? $"{year}の実績{string.Concat(sentences)}"
            : $"{year}の実績では、{string.Concat(verdicts.Zip(sentences, (v, s) => v.Line.Name + s))}";
    }

    private static string NoFigure(Indicator indicator) => indicator.Baseline is { } baseline
        ? $"基準値({baseline.Year})より後の実績は、まだ入力されていません。"
        : $"{indicator.Created}に創設された指標です。実績はまだ入力されていません。";

    private static string Sentence(Wording w) => w.Verdict.Line.Kind switch
    {
        IndicatorKind.Reach => Reach(w),
        IndicatorKind.Keep => Keep(w),
        IndicatorKind.Floor => Floor(w),
        _ => Limit(w),
    };

    private static string Reach(Wording w) => w.Verdict.Status switch
    {
        Status.Achieved => $"{w.Value}は、目標{w.Target}に届いています{w.RoundedNote}。",
        Status.OnTrack => $"{w.Value}は、いまの目安{w.Pace}に達していて、目標{w.Target}に向けて順調です。{w.Outlook}",
        Status.Watch => $"{w.Value}は、いまの目安{w.Pace}を少し下回っています(見込んだ伸びの{w.ProgressPercent})。{w.Needed}{w.Outlook}",
        _ when w.IsBehindStart => $"{w.Value}は、基準値{w.Start}を下回っています。いまの目安は{w.Pace}です。{w.Needed}{w.Outlook}",
        _ => $"{w.Value}は、いまの目安{w.Pace}を下回り、見込んだ伸びの{w.ProgressPercent}にとどまっています。{w.Needed}{w.Outlook}",
    };

    private static string Keep(Wording w) => w.Verdict.Status switch
    {
        Status.Achieved => $"{w.Value}は、目標{w.Target}の水準を保っています{w.RoundedNote}。",
        Status.Watch => $"{w.Value}は、目標{w.Target}を下回っていますが、その{w.KeepPercent}以上を保っています。",
        _ => $"{w.Value}は、目標{w.Target}の{w.KeepPercent}を下回っています。",
    };

    private static string Floor(Wording w) => w.Verdict.Status switch
    {
        Status.Achieved => $"{w.Value}は、目標{w.Target}を保って終えました{w.RoundedNote}。",
        Status.OnTrack => $"{w.Value}は、目標{w.Target}を上回り、いまの目安{w.Pace}以上を保っています{w.RoundedNote}。{w.PlainOutlook}",
        Status.Watch => $"{w.Value}は、いまは目標{w.Target}を下回っていませんが{w.RoundedNote}、{w.FloorWorry}",
        _ => $"{w.Value}は、目標{w.Target}を下回っています。",
    };

    private static string Limit(Wording w) => w.Verdict.Status switch
    {
        Status.ActionNeeded => $"{w.Value}は、目標{w.Target}の範囲を超えています{w.RoundedNote}。",
        Status.Achieved => $"{w.Value}は、目標{w.Target}の範囲内で終えました。",
        Status.Watch => $"{w.Value}は、いまは目標{w.Target}の範囲内ですが、このままでは{w.TargetYear}に{w.ForecastText}となり、範囲を超える見込みです。",
        _ when w.Verdict.Value is null => $"は{w.Value}で、目標{w.Target}の範囲内です。",
        _ => $"{w.Value}は、目標{w.Target}の範囲内で、上限まで{w.HeadroomText}あります。{w.PlainOutlook}",
    };
}
