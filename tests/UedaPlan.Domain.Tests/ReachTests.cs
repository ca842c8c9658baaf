namespace UedaPlan.Domain.Tests;

/// <summary>A target above the baseline: 達成 when met, 順調 on pace, 注意 from 60% of the expected progress, else 要対応.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData("1-1-1-4", 2026, "39", "達成")]
    [InlineData("1-1-1-4", 2026, "26", "順調")]
    [InlineData("1-1-1-4", 2026, "25", "注意")]
    [InlineData("1-1-1-4", 2026, "23", "注意")]
    [InlineData("1-1-1-4", 2026, "22", "要対応")]
    [InlineData("1-1-1-4", 2026, "0", "要対応")]
    [InlineData("1-2-1-4", 2025, "83", "順調")]
    [InlineData("1-2-1-4", 2025, "82", "注意")]
    [InlineData("1-2-1-4", 2025, "50", "注意")]
    [InlineData("1-2-1-4", 2025, "49", "要対応")]
    [InlineData("1-2-3-1", 2030, "600", "達成")]
    [InlineData("1-2-3-1", 2030, "599", "注意")]
    [InlineData("1-2-3-1", 2030, "585", "注意")]
    [InlineData("1-2-3-1", 2030, "584", "要対応")]
    [InlineData("1-3-2-1", 2026, "61145", "順調")]
    [InlineData("1-3-2-1", 2026, "61144", "注意")]
    public void Count_AgainstItsPace_HasTheStatusOfTheTable(string code, int year, string reading, string word) =>
        Assert.Equal(word, Judging.Word(code, year, reading));

    [Theory]
    [InlineData("1-2-1-3", 2027, "28.5", "順調")]
    [InlineData("1-2-1-3", 2027, "28.4", "注意")]
    [InlineData("1-2-1-3", 2027, "27.9", "注意")]
    [InlineData("1-2-1-3", 2027, "27.8", "要対応")]
    [InlineData("1-2-2-2", 2026, "18.8", "順調")]
    [InlineData("1-2-2-3", 2025, "72.5", "順調")]
    [InlineData("1-2-2-3", 2025, "72.4", "注意")]
    [InlineData("1-3-1-4", 2025, "99.4", "順調")]
    [InlineData("1-3-1-4", 2025, "99.3", "要対応")]
    public void Rate_AgainstItsPace_HasTheStatusOfTheTable(string code, int year, string reading, string word) =>
        Assert.Equal(word, Judging.Word(code, year, reading));

    [Theory]
    [InlineData("1-2-2-1", 2025, "36.6", "要対応")]
    [InlineData("1-2-2-1", 2025, "3667/10000", "注意")]
    [InlineData("1-2-2-1", 2025, "36669999/100000000", "要対応")]
    [InlineData("1-2-2-1", 2026, "3704/10000", "注意")]
    [InlineData("1-2-2-1", 2026, "370399999999/1000000000000", "要対応")]
    [InlineData("1-3-1-1", 2024, "22864/70000", "注意")]
    [InlineData("1-3-1-1", 2024, "228639999/700000000", "要対応")]
    [InlineData("1-3-1-1", 2030, "48.04", "注意")]
    [InlineData("1-3-1-1", 2030, "48.03", "要対応")]
    public void Progress_ExactlySixTenths_IsWatchAndAnythingLessIsNot(string code, int year, string reading, string word) =>
        Assert.Equal(word, Judge.Of(PlanRows.Row(code).WithActual(year, RatioOf(reading)), Thresholds.Default).Status.ToWord());

    [Fact]
    public void Progress_Of3667In2025_IsExactlySixTenthsOfTheWay() =>
        Assert.Equal("注意", Judge.Of(PlanRows.Row("1-2-2-1").WithActual(2025, new Reading.Amount(36.67m)), Thresholds.Default).Status.ToWord());

    [Theory]
    [InlineData("1-2-2-1", 2025, 2215, 6000)] // sixths
    [InlineData("1-2-2-1", 2026, 1126, 3000)] // thirds
    [InlineData("1-3-1-1", 2024, 2406, 7000)] // sevenths
    [InlineData("1-1-1-2", 2026, 224520, 331142)] // sevenths between 144/217 and 152/218
    public void Rate_ExactlyOnPace_IsOnTrackAndOneCountLessIsNot(string code, int year, long numerator, long denominator)
    {
        var row = PlanRows.Row(code);

        Assert.Equal(0m, Judging.Of(row.WithActual(year, new Reading.Ratio(numerator, denominator))).First.Gap);
        Assert.Equal(Status.OnTrack, Judging.Of(row.WithActual(year, new Reading.Ratio(numerator, denominator))).Status);
        Assert.Equal(Status.Watch, Judging.Of(row.WithActual(year, new Reading.Ratio((numerator * 1_000_000) - 1, denominator * 1_000_000))).Status);
    }

    [Fact]
    public void Progress_IsMeasuredAgainstThePaceBeforeItIsRoundedDown()
    {
        // 令和8年度 of 1-1-1-5: the pace 4.67 is shown as 4; 2 of 4.67 is 43%, and even 3 of 4.67 is only 64%.
        Assert.Equal("要対応", Judging.Word("1-1-1-5", 2026, "2"));
        Assert.Contains("見込んだ伸びの64%", Judging.Of("1-1-1-5", 2026, "3").Reason);
    }

    [Theory]
    [InlineData("0.84", "注意")]
    [InlineData("0.85", "要対応")]
    public void Threshold_IsASettingOfThePlan(string watchFrom, string word) => // 25 of 1-1-1-4 is 84.8% of the way
        Assert.Equal(word, Judge.Of(PlanRows.Row("1-1-1-4").WithActual(2026, "25"), new Thresholds(decimal.Parse(watchFrom), 0.9m)).Status.ToWord());

    [Fact]
    public void Target_MetAndLostAgain_IsJudgedByTheNewestYear() => Assert.Equal("要対応", Judging.Word("1-1-1-4", 2026, "40", "20"));

    [Fact]
    public void Line_FromZeroToZero_IsSimplyMet() // no row of Part 1, but another plan's file may hold one
    {
        var row = PlanRows.Row("1-1-1-5");
        row = row with { Target = row.Target with { Values = [new PrintedValue(0, 0)] } };

        Assert.Equal(Status.Achieved, Judging.Of(row.WithActual(2026, "0")).Status);
    }

    private static Reading RatioOf(string text) => text.Contains('/')
        ? new Reading.Ratio(long.Parse(text.Split('/')[0]), long.Parse(text.Split('/')[1]))
        : Reading.Parse(text);
}
