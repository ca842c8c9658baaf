namespace UedaPlan.Domain.Tests;

public sealed class ScorecardTests
{
    [Fact]
    public void Of_NothingJudged_IsZeroOfZero() => Assert.Equal(new Scorecard(0, 0, 0, 0, 0), Scorecard.Of([]));

    [Fact]
    public void Of_Section111_CountsAchievedAndOnTrackAsGood()
    {
        Indicator[] section =
        [
            PlanRows.Row("1-1-1-1").WithActual(2026, "講演会1・研修会2"),
            PlanRows.Row("1-1-1-2").WithActual(2026, "148/218"),
            PlanRows.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6"),
            PlanRows.Row("1-1-1-4").WithActuals(2024, "19", "21", "22"),
            PlanRows.Row("1-1-1-5"),
        ];

        var score = Scorecard.Of(section.Select(i => Judge.Of(i, Thresholds.Default).Status));

        Assert.Equal(new Scorecard(1, 1, 1, 1, 1), score);
        Assert.Equal((2, 5), (score.Good, score.Total));
    }

    [Fact]
    public void Of_OneStatus_GivesItsOwnCount()
    {
        var score = new Scorecard(1, 2, 3, 4, 5);

        Assert.Equal([1, 2, 3, 4, 5], Enum.GetValues<Status>().Select(score.Of));
        Assert.Equal((3, 15), (score.Good, score.Total));
    }

    [Fact]
    public void Words_OfTheStatuses_AreTheFiveOfThePlan() =>
        Assert.Equal(["達成", "順調", "注意", "要対応", "未入力"], Enum.GetValues<Status>().Select(s => s.ToWord()));
}
