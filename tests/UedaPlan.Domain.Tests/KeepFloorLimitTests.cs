namespace UedaPlan.Domain.Tests;

public sealed class KeepFloorLimitTests
{
    [Theory]
    [InlineData("1-2-1-1", "210", "達成")]
    [InlineData("1-2-1-1", "211", "達成")]
    [InlineData("1-2-1-1", "209", "注意")]
    [InlineData("1-2-1-1", "189", "注意")]
    [InlineData("1-2-1-1", "188", "要対応")]
    [InlineData("1-2-1-2", "6,400", "達成")]
    [InlineData("1-2-1-2", "5,760", "注意")]
    [InlineData("1-2-1-2", "5,759", "要対応")]
    [InlineData("1-2-3-3", "3", "達成")]
    [InlineData("1-2-3-3", "2", "要対応")]
    public void Keep_AgainstNineTenthsOfTheTarget_HasTheStatusOfTheTable(string code, string reading, string word)
    {
        Assert.Equal(word, Judging.Word(code, 2026, reading));
        Assert.Equal(word, Judging.Word(code, 2030, reading));
    }

    [Fact]
    public void Keep_WithAnotherThreshold_FollowsThePlan() =>
        Assert.Equal(Status.Watch, Judge.Of(PlanRows.Row("1-2-1-1").WithActual(2026, "168"), new Thresholds(0.6m, 0.8m)).Status);

    [Theory]
    [InlineData(2026, "82.1", "順調")]
    [InlineData(2026, "82.0", "注意")]
    [InlineData(2026, "80.0", "注意")]
    [InlineData(2026, "79.9", "要対応")]
    [InlineData(2029, "90.0", "順調")]
    [InlineData(2030, "80.0", "達成")]
    [InlineData(2031, "80.0", "達成")]
    [InlineData(2030, "79.9", "要対応")]
    public void Floor_AgainstTargetAndPace_HasTheStatusOfTheTable(int year, string reading, string word) =>
        Assert.Equal(word, Judging.Word("1-1-1-3", year, reading));

    [Fact]
    public void Floor_OnPaceButForecastBelowTheTarget_IsWatch()
    {
        var judgement = Judging.Of("1-1-1-3", 2024, "80.0", "80.0", "82.1");

        Assert.True(judgement.First.Gap > 0);
        Assert.False(judgement.First.ForecastMet);
        Assert.Equal(Status.Watch, judgement.Status);
    }

    [Fact]
    public void Floor_BehindPaceThoughTheForecastHolds_IsWatch()
    {
        var judgement = Judging.Of("1-1-1-3", 2024, "83.0", "83.0", "82.0");

        Assert.True(judgement.First.ForecastMet);
        Assert.Equal(Status.Watch, judgement.Status);
    }

    [Theory]
    [InlineData("1-3-1-2", 2025, "6.4", "順調")]
    [InlineData("1-3-1-2", 2025, "6.5", "要対応")]
    [InlineData("1-3-1-2", 2030, "6.4", "達成")]
    [InlineData("1-3-1-2", 2030, "6.5", "要対応")]
    [InlineData("1-3-1-3", 2025, "49.9", "順調")]
    [InlineData("1-3-1-3", 2025, "350.0", "要対応")]
    [InlineData("1-3-1-3", 2029, "－", "順調")]
    [InlineData("1-3-1-3", 2030, "－", "達成")]
    [InlineData("1-3-1-3", 2031, "－", "達成")]
    public void Limit_AgainstItsTarget_HasTheStatusOfTheTable(string code, int year, string reading, string word) =>
        Assert.Equal(word, Judging.Word(code, year, reading));

    [Fact]
    public void Limit_ForecastExactlyAtTheLimit_IsWatchBecauseItMustStayBelow()
    {
        // 5.6, 5.75, 5.9 rise by 0.15 a year: exactly 6.5 in 令和12年度.
        var row = PlanRows.Row("1-3-1-2").WithActual(2025, new Reading.Amount(5.75m)).WithActual(2026, "5.9");

        Assert.Equal(6.5m, Judging.Of(row).First.Forecast);
        Assert.Equal(Status.Watch, Judging.Of(row).Status);
    }

    [Fact]
    public void Limit_DashAfterRisingYears_IsMetButItsForecastIsNot()
    {
        var judgement = Judging.Of("1-3-1-3", 2025, "40.0", "48.0", "－");

        Assert.Null(judgement.First.Value);
        Assert.Equal(Status.Watch, judgement.Status);
    }

    [Theory]
    [InlineData("1-1-1-1", IndicatorKind.Keep)]
    [InlineData("1-1-1-2", IndicatorKind.Reach)]
    [InlineData("1-1-1-3", IndicatorKind.Floor)]
    [InlineData("1-1-1-4", IndicatorKind.Reach)]
    [InlineData("1-1-1-5", IndicatorKind.Reach)]
    [InlineData("1-2-1-1", IndicatorKind.Keep)]
    [InlineData("1-2-1-4", IndicatorKind.Reach)]
    [InlineData("1-2-2-1", IndicatorKind.Reach)]
    [InlineData("1-2-3-3", IndicatorKind.Keep)]
    [InlineData("1-3-1-2", IndicatorKind.Limit)]
    [InlineData("1-3-1-3", IndicatorKind.Limit)]
    [InlineData("1-3-1-4", IndicatorKind.Reach)]
    public void Kind_OfARow_FollowsFromItsNumbers(string code, IndicatorKind kind) => Assert.Equal(kind, PlanRows.Row(code).Kind);
}
