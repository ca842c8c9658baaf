namespace UedaPlan.Domain.Tests;

/// <summary>Met: half up to the decimals the plan prints for the target, then held against the printed target.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData("1-1-1-2", "152/218", true)] // 69.72 meets 70%
    [InlineData("1-1-1-2", "139/200", true)] // 69.5
    [InlineData("1-1-1-2", "151/218", false)] // 69.27
    [InlineData("1-1-1-2", "694999999999/1000000000000", false)]
    [InlineData("1-3-1-1", "59.95", true)] // 59.95 meets 60.0%
    [InlineData("1-3-1-1", "59.94", false)]
    [InlineData("1-3-1-1", "599499999999/1000000000000", false)]
    [InlineData("1-2-2-1", "799/2000", true)] // 39.95 meets 40.0%以上
    [InlineData("1-2-2-1", "39.9", false)]
    [InlineData("1-3-1-4", "9945/10000", true)] // 99.45 meets 99.5%
    [InlineData("1-3-1-4", "9944/10000", false)]
    public void Rate_NearItsTarget_IsMetWhenItsPrintedValueIs(string code, string reading, bool met)
    {
        var parts = reading.Split('/');
        Reading value = parts.Length == 2 ? new Reading.Ratio(long.Parse(parts[0]), long.Parse(parts[1])) : Reading.Parse(reading);

        var judgement = Judging.Of(PlanRows.Row(code).WithActual(2026, value));

        Assert.Equal(met, judgement.Status == Status.Achieved);
    }

    [Theory]
    [InlineData("6.44", "順調")]
    [InlineData("6.45", "要対応")] // rounds to 6.5, which is not below 6.5
    [InlineData("6.5", "要対応")]
    public void Limit_NearItsTarget_IsMetOnlyBelowIt(string reading, string word) =>
        Assert.Equal(word, Judging.Word("1-3-1-2", 2026, reading));

    [Theory]
    [InlineData("79.95", "注意")]
    [InlineData("79.94", "要対応")]
    public void Floor_NearItsTarget_IsMetWhenItsPrintedValueIs(string reading, string word) =>
        Assert.Equal(word, Judging.Word("1-1-1-3", 2026, reading));

    [Fact]
    public void Rate_OfThirds_StaysUnroundedUntilItIsJudged() =>
        Assert.Equal(33.33333333333333333333m, FigureFormat.PercentOf(new Reading.Ratio(1, 3)));
}
