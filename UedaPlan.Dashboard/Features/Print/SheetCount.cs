using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Print;

/// <summary>用紙の4つの数字: actual, pace or room, target and forecast of one count, as they are printed.</summary>
public sealed record SheetCount(IndicatorCard Card, int Index, FiscalYear Year)
{
    public static IReadOnlyList<SheetCount> Of(IndicatorCard card, FiscalYear year) => [.. card.Judgement.Counts.Select((_, i) => new SheetCount(card, i, year))];

    public TrendData Data { get; } = new(Card.Indicator, Index);
    public JudgedCount Judged => Card.Judgement.Counts[Index];
    public string Unit => Card.Indicator.Unit;
    public bool IsLimit => Data.Kind == IndicatorKind.Limit;

    /// <summary>Null while there is no actual.</summary>
    public string? Actual => Card.Latest is null ? null : Judged.Value is { } value ? Data.Text(value) : "－";
    public string ActualUnit => Judged.Value is null ? "" : Unit;

    public string? ActualNote => Card.Latest is null ? "まだ実績が入力されていません"
        : Judged.Value is null ? "負担がないと公表された値です"
        : Judged.Change is { } change ? $"前年 {FigureFormat.SignedDifference(change, Data.Decimals)}{DifferenceUnit}" : null;

    /// <summary>The pace of the judged year, else of the year of the sheet; for a limit the room that is left.</summary>
    public string Middle => (IsLimit ? Judged.Headroom is { } room ? Math.Abs(room) : null : Judged.Pace ?? Data.PaceAt(Year)) is { } value ? Data.Text(value) : "―";
    public string MiddleUnit => Middle == "―" ? "" : IsLimit ? DifferenceUnit : Unit;

    public string? MiddleNote => (IsLimit, Judged) switch
    {
        (true, { Headroom: < 0 }) => "上限を超えた幅です",
        (true, { Headroom: 0 }) => "上限に達しています",
        (true, { Status: Status.ActionNeeded }) => "四捨五入すると上限に達しています",
        (_, { Gap: { } gap }) => $"目安との差 {FigureFormat.SignedDifference(gap, Data.Decimals)}{DifferenceUnit}",
        _ => null,
    };

    public string? TargetNote => Judged.NeededPerYear is { } needed ? $"あと年{FigureFormat.Difference(needed, Data.Decimals)}{DifferenceUnit}" : Card.KindText;

    public string? Forecast => Judged.Forecast is { } forecast ? Data.Text(forecast) : null;

    public string ForecastNote => (Judged.ForecastMet, Data.Kind) switch
    {
        (true, IndicatorKind.Limit) => "目標の範囲に収まる見込み",
        (false, IndicatorKind.Limit) => "目標の範囲を超える見込み",
        (true, IndicatorKind.Floor) => "目標を保つ見込み",
        (false, IndicatorKind.Floor) => "目標を下回る見込み",
        (true, _) => "目標に届く見込み",
        (false, _) => "目標に届かない見込み",
        _ => Data.Latest >= Data.TargetYear ? "目標年度の実績が出ています" : "3年分の値がそろうと出せます",
    };

    private string DifferenceUnit => FigureFormat.DifferenceUnit(Card.Indicator);
}
