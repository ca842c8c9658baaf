namespace UedaPlan.Domain.Tests;

/// <summary>地域づくり講座・研修会: several counts, judged one by one, shown as the worst.</summary>
public sealed class CompositeTests
{
    [Theory]
    [InlineData("講演会1・研修会2", "達成")]
    [InlineData("講演会3・研修会2", "達成")]
    [InlineData("講演会0・研修会2", "要対応")]
    [InlineData("講演会5・研修会1", "要対応")]
    [InlineData("講演会0・研修会0", "要対応")]
    public void Counts_OfOneYear_ShowTheWorst(string reading, string word) => Assert.Equal(word, Judging.Word("1-1-1-1", 2026, reading));

    [Theory]
    [InlineData("講演会10・研修会30", "順調", "達成", "順調")]
    [InlineData("講演会9・研修会30", "注意", "注意", "順調")]
    [InlineData("講演会9・研修会26", "注意", "注意", "注意")]
    [InlineData("講演会8・研修会30", "要対応", "要対応", "順調")]
    [InlineData("講演会10・研修会25", "要対応", "達成", "要対応")]
    [InlineData("講演会10・研修会60", "達成", "達成", "達成")]
    public void Counts_OfDifferentKinds_AreEachJudgedByTheirOwn(string reading, string whole, string lectures, string workshops)
    {
        // Lectures keep 10; workshops rise from 18 to 60: their pace of 令和7年度 is 30.
        var judgement = Judging.Of(Row(lectures: (10, 10), workshops: (18, 60)).WithActual(2025, reading));

        Assert.Equal(whole, judgement.Status.ToWord());
        Assert.Equal([lectures, workshops], judgement.Counts.Select(c => c.Status.ToWord()));
    }

    [Fact]
    public void Counts_RisingFirstAndKeptSecond_AreEachJudgedByTheirOwn()
    {
        var judgement = Judging.Of(Row(lectures: (18, 60), workshops: (10, 10)).WithActual(2025, "講演会30・研修会9"));

        Assert.Equal(["順調", "注意"], judgement.Counts.Select(c => c.Status.ToWord()));
    }

    [Fact]
    public void Forecast_OfEachCount_IsItsOwn()
    {
        var judgement = Judging.Of("1-1-1-1", 2024, "講演会1・研修会2", "講演会2・研修会2");

        Assert.Equal([4.33m, 2m], judgement.Counts.Select(c => Judging.Rounded(c.Forecast, 2)));
    }

    [Fact]
    public void Nothing_Entered_IsNoDataForEachCount()
    {
        var judgement = Judging.Of(PlanRows.Row("1-1-1-1"));

        Assert.Equal(Status.NoData, judgement.Status);
        Assert.All(judgement.Counts, c => Assert.Equal(Status.NoData, c.Status));
    }

    // No row of Part 1 mixes kinds; the same row with other numbers does.
    private static Indicator Row((decimal From, decimal To) lectures, (decimal From, decimal To) workshops) => PlanRows.Row("1-1-1-1") with
    {
        Baseline = IndicatorBuilder.From(2023, "", lectures.From, workshops.From),
        Target = IndicatorBuilder.To("", lectures.To, workshops.To),
    };
}
