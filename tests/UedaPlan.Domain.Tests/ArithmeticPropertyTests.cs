using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>Whatever is reported, the arithmetic leads to the status and to the numbers shown beside it.</summary>
public sealed class ArithmeticPropertyTests
{
    private const int Iterations = 1500;

    [Fact]
    public void AppliedRule_IsTheFirstThatHolds_AndIsTheStatus() => Sample((_, count) =>
    {
        var rules = count.Arithmetic.Rules;
        Assert.Equal(count.Status, rules.Single(r => r.Applies).Status);
        Assert.All(rules.Single(r => r.Applies).Conditions, c => Assert.True(c.Holds));
        Assert.All(rules.TakeWhile(r => !r.Applies), r => Assert.Contains(r.Conditions, c => c.Holds == false));
    });

    [Fact]
    public void Condition_WithTwoNumbers_HoldsExactlyWhenTheyCompareSo() => Sample((indicator, count) =>
    {
        foreach (var condition in count.Arithmetic.Rules.SelectMany(r => r.Conditions).Where(c => c.Left is not null))
        {
            var (left, right) = (condition.Left!.Value, condition.Right!.Value);
            var inside = indicator.Target.Bound == Bound.Below ? left < right : left >= right;
            var expected = condition.Kind switch
            {
                ConditionKind.TargetMet or ConditionKind.ForecastMet => inside,
                ConditionKind.TargetMissed => !inside,
                _ => left >= right,
            };
            Assert.Equal(expected, condition.Holds);
        }
    });

    [Fact]
    public void Numbers_OfTheArithmetic_AreTheJudgedNumbers() => Sample((_, count) =>
    {
        var steps = count.Arithmetic;
        Assert.Equal(count.Value, steps.Value?.ToDecimal());
        Assert.Equal(count.Pace, steps.Pace?.Shown.ToDecimal());
        Assert.Equal(count.Gap, (steps.Value - steps.Pace?.Shown)?.ToDecimal());
        Assert.Equal(count.Forecast, steps.Forecast?.At(steps.TargetYear).ToDecimal());
        Assert.Equal(count.NeededPerYear, steps.Needed?.Shown.ToDecimal());
        Assert.Equal(count.Headroom, steps.Headroom?.ToDecimal());
        Assert.Equal(count.Change, (steps.Value - steps.Before)?.ToDecimal());
    });

    [Fact]
    public void Formulas_WorkedOutAgain_GiveTheirResults() => Sample((_, count) =>
    {
        var steps = count.Arithmetic;
        if (steps.Pace is { } pace && pace.Elapsed < pace.Span)
        {
            Assert.Equal(steps.Start + ((steps.Target - steps.Start) * Exact.Of((long)pace.Elapsed) / Exact.Of((long)pace.Span)), pace.Read);
        }
        if (steps.Progress is { } progress) Assert.Equal(progress.Gained, progress.Share * (steps.Pace!.Read - steps.Start));
        if (steps.Needed is { } needed) Assert.Equal(steps.Target, steps.Value!.Value + (needed.Each * Exact.Of((long)needed.Years)));
    });

    [Fact]
    public void Forecast_LiesBetweenTheLinesThatMissOneOfItsPoints() => Sample((_, count) =>
    {
        if (count.Arithmetic.Forecast is not { } line) return;
        var (low, high) = line.RangeAt(count.Arithmetic.TargetYear);
        Assert.True(low <= line.At(count.Arithmetic.TargetYear) && line.At(count.Arithmetic.TargetYear) <= high);
    });

    private static void Sample(Action<Indicator, JudgedCount> assert) =>
        Gens.Judged().Sample(indicator => Assert.All(Judging.Of(indicator).Counts, count => assert(indicator, count)), iter: Iterations);
}
