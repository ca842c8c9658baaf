using UedaPlan.Domain;

namespace UedaPlan.Tests;

/// <summary>公開しようとする値: a figure that breaks no rule, to be changed where a test wants it broken.</summary>
public static class Proposals
{
    /// <summary>24 March 2027, 14:31 in Ueda: near the end of the plan's first year.</summary>
    public static DateTimeOffset Now { get; } = new(2027, 3, 24, 14, 31, 0, TimeSpan.FromHours(9));

    /// <summary>An actual by the head of the right department who has seen what is there.</summary>
    public static NewFigure ProposeActual(this Indicator indicator, int year, string reading) =>
        indicator.ProposeActual(year, Reading.Parse(reading));

    public static NewFigure ProposeActual(this Indicator indicator, int year, Reading reading) => new(
        new FiscalYear(year), FigureStage.Actual, reading, Authors.HeadOf(indicator), indicator.EntryOf(new FiscalYear(year))?.Number);

    public static NewFigure ProposeInterim(this Indicator indicator, int year, string reading, DateOnly? asOf) =>
        indicator.ProposeActual(year, reading) with { Stage = FigureStage.Interim, AsOf = asOf };

    /// <summary>Records and keeps the figure, as a save does.</summary>
    public static Indicator Publish(this Indicator indicator, NewFigure figure, DateTimeOffset now) =>
        indicator.With(indicator.Record(figure, now) with { Number = indicator.Figures.Select(f => f.Number).DefaultIfEmpty().Max() + 1 });
}
