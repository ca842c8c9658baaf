using UedaPlan.Domain;

namespace UedaPlan.Tests;

/// <summary>実績の積み重ね: adds published figures to an indicator, one entry number after the other.</summary>
public static class FigureSteps
{
    private static readonly DateTimeOffset FirstSave = new(2027, 3, 24, 14, 31, 0, TimeSpan.FromHours(9));

    /// <summary>Actuals of years that follow each other, as text: 82.9 · 148/218 · 講演会1・研修会2 · －.</summary>
    public static Indicator WithActuals(this Indicator indicator, int firstYear, params string[] readings) =>
        readings.Select((reading, i) => (Year: firstYear + i, reading)).Aggregate(indicator, (before, next) => before.WithActual(next.Year, next.reading));

    public static Indicator WithActual(this Indicator indicator, int year, string reading) =>
        indicator.WithActual(year, Reading.Parse(reading));

    public static Indicator WithActual(this Indicator indicator, int year, Reading reading) =>
        indicator.With(indicator.NextFigure(year, FigureStage.Actual, reading));

    public static Indicator WithInterim(this Indicator indicator, int year, string reading) =>
        indicator.With(indicator.NextFigure(year, FigureStage.Interim, Reading.Parse(reading)) with { AsOf = new DateOnly(year, 12, 31) });

    /// <summary>The figure that would be the next entry: saved a minute after the one before.</summary>
    public static Figure NextFigure(this Indicator indicator, int year, FigureStage stage, Reading reading)
    {
        var number = indicator.Figures.Select(f => f.Number).DefaultIfEmpty().Max() + 1;
        return new Figure
        {
            Number = number,
            Indicator = indicator.Code,
            Year = new FiscalYear(year),
            Stage = stage,
            Reading = reading,
            Author = Authors.HeadOf(indicator),
            SavedAt = FirstSave.AddMinutes(number - 1),
        };
    }
}
