using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>推移の値: what one count of an indicator shows from its start to its target; chart and table read the same record.</summary>
public sealed record TrendData(Indicator Indicator, int Count = 0)
{
    private readonly Dictionary<FiscalYear, Reading> _actuals = Indicator.Actuals.ToDictionary(f => f.Year, f => f.Reading);

    public FiscalYear First => Indicator.StartYear;
    public FiscalYear TargetYear => Indicator.Target.Year;
    public FiscalYear Last => Latest is { } latest && latest > TargetYear ? latest : TargetYear;
    public IEnumerable<FiscalYear> Years => Enumerable.Range(0, Last - First + 1).Select(First.Plus);
    public FiscalYear? Latest => Indicator.LatestActual?.Year;
    public IndicatorKind Kind => Indicator.KindOf(Count);
    public int Decimals => Indicator.DecimalsOf(Indicator.LatestActual?.Reading);

    /// <summary>The full name of a count of a composite indicator; null where the indicator is one number.</summary>
    public string? Name => Indicator.CountNames.IsEmpty ? null : Indicator.CountNames[Count].Label;

    public PrintedValue? Baseline => Indicator.Baseline?.Values[Count];
    public PrintedValue Target => Indicator.Target.Values[Count];

    /// <summary>The printed counts are more exact than the printed rate, and the pace is drawn between them.</summary>
    public static decimal ValueOf(PrintedValue printed) => printed.Counts is { } counts ? FigureFormat.PercentOf(counts) : printed.Number;

    public decimal? ValueOf(Reading reading) => reading switch
    {
        Reading.Amount amount => amount.Value,
        Reading.Ratio ratio => FigureFormat.PercentOf(ratio),
        Reading.Counts counts => counts.Items[Count].Value,
        _ => null,
    };

    public bool HasActual(FiscalYear year) => _actuals.ContainsKey(year);

    /// <summary>Null where there is no actual, and where it is 「－」: <see cref="HasActual"/> tells them apart.</summary>
    public decimal? ActualAt(FiscalYear year) => _actuals.TryGetValue(year, out var reading) ? ValueOf(reading) : null;

    public decimal? PaceAt(FiscalYear year) => Pace.At(Indicator, year, Count);

    /// <summary>Only for the years after the newest actual.</summary>
    public decimal? ForecastAt(FiscalYear year) => Latest is { } latest && year > latest && year <= TargetYear ? Forecast.At(Indicator, year, Count) : null;

    /// <summary>How far the forecast may be off, for the same years.</summary>
    public (decimal Low, decimal High)? RangeAt(FiscalYear year) => Latest is { } latest && year > latest && year <= TargetYear ? Forecast.RangeAt(Indicator, year, Count) : null;

    public string Text(decimal value) => FigureFormat.Number(value, Decimals);

    public static string Text(PrintedValue printed) => FigureFormat.Number(printed.Number, printed.Decimals);
}
