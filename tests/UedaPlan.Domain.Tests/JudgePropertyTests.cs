using System.Numerics;
using CsCheck;

namespace UedaPlan.Domain.Tests;

public sealed class JudgePropertyTests
{
    private const int Iterations = 1000;

    [Fact]
    public void BetterActual_OfReachOrKeep_NeverHasAWorseStatus() =>
        Gens.Row(r => r.CountNames.IsEmpty && r.Kind is (IndicatorKind.Reach or IndicatorKind.Keep))
            .SelectMany(row => Gen.Select(Gens.History(row), Gens.YearOf(row), Gens.ReadingOf(row), Gens.ReadingOf(row))
                .Select((history, year, one, other) => (Before: history.Aggregate(row, (r, f) => r.WithActual(f.Year, f.Reading)), Year: year, one, other)))
            .Sample(sample =>
            {
                var (worse, better) = AtMost(sample.other, sample.one) ? (sample.other, sample.one) : (sample.one, sample.other);
                var newest = Math.Max(sample.Year, sample.Before.LatestActual!.Year.StartYear);

                Assert.True(Judging.Of(sample.Before.WithActual(newest, better)).Status <= Judging.Of(sample.Before.WithActual(newest, worse)).Status);
            }, iter: Iterations);

    [Fact]
    public void LimitOrFloor_BeforeItsTargetYear_IsNeverAchieved() =>
        Gens.Judged(i => i.Kind is IndicatorKind.Limit or IndicatorKind.Floor).Sample(i =>
        {
            if (i.LatestActual!.Year < FiscalYear.Reiwa(12)) Assert.NotEqual(Status.Achieved, Judging.Of(i).Status);
        }, iter: Iterations);

    [Fact]
    public void ReachOrKeep_IsAchieved_ExactlyWhenThePrintedValueMeetsThePrintedTarget() =>
        Gens.Judged(i => i.CountNames.IsEmpty && i.Kind is (IndicatorKind.Reach or IndicatorKind.Keep)).Sample(i =>
        {
            var target = i.Target.Values[0];
            Assert.Equal(Printed(i.LatestActual!.Reading, target.Decimals) >= target.Number, Judging.Of(i).Status == Status.Achieved);
        }, iter: Iterations);

    [Fact]
    public void Limit_InsideItsLimit_IsNeverActionNeededAndOutsideAlways() =>
        Gens.Judged(i => i.Kind == IndicatorKind.Limit).Sample(i =>
        {
            var reading = i.LatestActual!.Reading;
            var met = reading is Reading.Dash || Printed(reading, i.Target.Decimals) < i.Target.Values[0].Number;
            Assert.Equal(!met, Judging.Of(i).Status == Status.ActionNeeded);
        }, iter: Iterations);

    [Fact]
    public void Composite_ShowsTheWorstOfItsCounts() =>
        Gens.Judged(i => !i.CountNames.IsEmpty).Sample(i =>
            Assert.Equal(Judging.Of(i).Counts.Max(c => c.Status), Judging.Of(i).Status), iter: 300);

    [Fact]
    public void Forecast_OfAnyHistory_StaysWithinItsRange() =>
        Gens.Judged().Sample(i => Assert.All(Judging.Of(i).Counts, count =>
        {
            if (i.LatestActual!.Year >= i.Target.Year) Assert.Null(count.Forecast);
            Assert.True(count.Forecast is null or >= 0);
            if (i.IsShare) Assert.True(count.Forecast is null or <= 100);
            Assert.Equal(count.Forecast is null, count.ForecastMet is null);
        }), iter: Iterations);

    [Fact]
    public void Anything_RecordAccepts_CanBeJudgedAndStored() =>
        Gens.Row().SelectMany(row => Gen.Select(Gens.History(row), Gen.Bool.Array[6]).Select((history, interim) => (row, history, interim)))
            .Sample(sample =>
            {
                var now = new DateTimeOffset(9500, 6, 1, 0, 0, 0, TimeSpan.Zero);
                var indicator = sample.row;
                foreach (var ((year, reading), interim) in sample.history.Zip(sample.interim))
                {
                    var proposal = indicator.ProposeActual(year, reading) with { Reason = "訂正" };
                    if (interim) proposal = proposal with { Stage = FigureStage.Interim, AsOf = new DateOnly(year, 12, 31) };
                    indicator = PublishIfAccepted(indicator, proposal, now);
                }

                Assert.NotEmpty(Judging.Of(indicator).Reason);
                Assert.All(indicator.Figures, f => Assert.Equal(f.Reading, Reading.Parse(f.Reading.ToText())));
                Assert.All(indicator.Figures, f => Assert.NotEmpty(FigureFormat.Of(indicator, f.Reading)));
                Assert.NotNull(Pace.At(indicator with { Target = indicator.Target with { Bound = Bound.None } }, new FiscalYear(9999)));
            }, iter: Iterations);

    private static Indicator PublishIfAccepted(Indicator indicator, NewFigure proposal, DateTimeOffset now)
    {
        try { return indicator.Publish(proposal, now); }
        catch (PlanRuleException) { return indicator; } // an unchanged value, an interim after its actual: nothing else may be thrown
    }

    private static bool AtMost(Reading one, Reading other) => Compare(one).CompareTo(Compare(other)) <= 0;

    // Two rates are compared at 40 digits, far finer than two different ratios of 12-digit counts can lie apart.
    private static BigInteger Compare(Reading reading) => Scaled(reading, BigInteger.Pow(10, 40));

    private static decimal Printed(Reading reading, int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        return (decimal)((Scaled(reading, power * 2) + 1) / 2) / (decimal)power; // half up: (2x + 1) / 2, rounded down
    }

    private static BigInteger Scaled(Reading reading, BigInteger scale) => reading switch
    {
        Reading.Ratio ratio => 100 * ratio.Numerator * scale / ratio.Denominator,
        Reading.Amount amount => new BigInteger(amount.Value * 10_000) * scale / 10_000,
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };
}
