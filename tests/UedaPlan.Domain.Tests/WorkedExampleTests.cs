namespace UedaPlan.Domain.Tests;

/// <summary>The worked examples of the judging rules, row by row.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData("1-1-1-2", 2026, "148/218", "67.80", null, "順調")]
    [InlineData("1-1-1-2", 2026, "147/218", "67.80", null, "注意")]
    [InlineData("1-1-1-2", 2029, "152/218", "69.24", null, "達成")]
    [InlineData("1-1-1-3", 2024, "82.9 82.3 81.6", "82.06", "78.97", "注意")]
    [InlineData("1-1-1-3", 2026, "79.9", "82.06", null, "要対応")]
    [InlineData("1-1-1-4", 2024, "19 21 22", "26", "29.1", "要対応")]
    [InlineData("1-1-1-5", 2025, "5 8", "4", null, "順調")]
    [InlineData("1-2-1-1", 2026, "189", "210", null, "注意")]
    [InlineData("1-2-1-1", 2026, "188", "210", null, "要対応")]
    [InlineData("1-2-3-2", 2029, "4", "4", null, "順調")]
    [InlineData("1-2-3-2", 2030, "4", "5", null, "要対応")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", null, "7.40", "注意")]
    [InlineData("1-3-1-3", 2025, "－", null, null, "順調")]
    [InlineData("1-3-1-3", 2025, "50.0", null, null, "要対応")]
    public void Row_WithItsActuals_IsJudgedAsTheRulesShow(string code, int firstYear, string readings, string? pace, string? forecast, string word)
    {
        var judgement = Judging.Of(code, firstYear, readings.Split(' '));

        Assert.Equal(word, judgement.Status.ToWord());
        AssertPrinted(pace, judgement.First.Pace);
        AssertPrinted(forecast, judgement.First.Forecast);
    }

    [Fact]
    public void Row1111_OneOfTwoWorkshops_ShowsTheWorseCount()
    {
        var judgement = Judging.Of("1-1-1-1", 2026, "講演会1・研修会1");

        Assert.Equal("要対応", judgement.Status.ToWord());
        Assert.True(judgement.IsComposite);
        Assert.Equal([1m, 2m], judgement.Counts.Select(c => c.Pace));
        Assert.Equal(["達成", "要対応"], judgement.Counts.Select(c => c.Status.ToWord()));
        Assert.Equal(["講演会", "研修会"], judgement.Counts.Select(c => c.Name));
    }

    private static void AssertPrinted(string? printed, decimal? value)
    {
        if (printed is null) Assert.Null(value);
        else Assert.Equal(decimal.Parse(printed), Judging.Rounded(value, decimal.Parse(printed).Scale));
    }
}
