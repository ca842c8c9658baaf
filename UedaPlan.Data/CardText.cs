using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>札の文字: the texts of one indicator, formatted once per save.</summary>
internal sealed record CardText(Indicator Indicator, Judgement Judgement, Reading? Reading)
{
    public string Value => ValueOf(Indicator, Reading);
    public string Number => Unit.Length > 0 ? Value[..^Unit.Length] : Value;
    public string Unit => Reading is Reading.Amount or Reading.Ratio ? Indicator.Unit : "";

    public string? Counts => Reading switch
    {
        Reading.Counts => string.Join('・', Indicator.CountNames.Select(c => c.Name)),
        Reading.Ratio => FigureFormat.CountsOf(Indicator, Reading),
        _ => null,
    };

    public string? Change => Difference(First?.Change) is { } change ? $"前年 {change}{FigureFormat.DifferenceUnit(Indicator)}" : null;
    public string? ChangeShort => Difference(First?.Change) is { } change ? $"前年 {change}" : null;
    public string? Gap => Difference(First?.Gap);
    public string? Pace => First?.Pace is { } pace ? FigureFormat.Value(Indicator, pace, Reading) : null;
    public string? Forecast => First?.Forecast is { } forecast ? FigureFormat.Value(Indicator, forecast, Reading) : null;

    public string? Headroom => Indicator.Kind == IndicatorKind.Limit && Judgement.Status != Status.ActionNeeded && First?.Headroom is { } room
        ? $"上限まで {FigureFormat.Number(room, Decimals)}{FigureFormat.DifferenceUnit(Indicator)}"
        : null;

    public string? Kind => Indicator.Kind switch
    {
        IndicatorKind.Floor => "下限を保つ指標",
        IndicatorKind.Limit => "小さいほどよい",
        IndicatorKind.Keep => "毎年度の水準を維持",
        _ => null,
    };

    private int Decimals => Indicator.DecimalsOf(Reading);

    // The numbers of a composite indicator stand beside each count, not in one line.
    private JudgedCount? First => Judgement.IsComposite ? null : Judgement.First;

    public static string ValueOf(Indicator indicator, Reading? reading) => reading is null ? Status.NoData.ToWord() : FigureFormat.Of(indicator, reading);

    public static string InterimOf(Indicator indicator, Figure interim) =>
        $"途中経過 {FigureFormat.Of(indicator, interim.Reading)}" + (interim.AsOf is { } day ? $" ({JapaneseCalendar.ToShortDay(day)}現在)" : "");

    private string? Difference(decimal? value) => value is { } difference ? FigureFormat.SignedDifference(difference, Decimals) : null;
}
