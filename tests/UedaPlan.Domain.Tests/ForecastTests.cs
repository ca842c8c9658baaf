namespace UedaPlan.Domain.Tests;

/// <summary>このままの見込み: least squares through the baseline and the newest three actuals, read at 令和12年度.</summary>
public sealed class ForecastTests
{
    [Theory]
    [InlineData("1-1-1-3", 2024, "82.9 82.3 81.6", "78.97")]
    [InlineData("1-1-1-4", 2024, "19 21 22", "29.1")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", "7.40")]
    [InlineData("1-2-1-3", 2025, "27.5 28.0", "30.0")]
    public void Points_OfThePlan_GiveTheLine(string code, int firstYear, string readings, string expected) =>
        Assert.Equal(decimal.Parse(expected), Judging.Rounded(Judging.Of(code, firstYear, readings.Split(' ')).First.Forecast, decimal.Parse(expected).Scale));

    [Fact]
    public void TwoPoints_AreTooFew() => Assert.Null(Judging.Of("1-2-1-3", 2025, "27.5").First.Forecast);

    [Fact]
    public void NoBaseline_TwoActuals_AreTooFew() => Assert.Null(Judging.Of("1-1-1-5", 2025, "5", "8").First.Forecast);

    [Fact]
    public void NoBaseline_ThreeActuals_AreEnough() => Assert.Equal(20m, Judging.Of("1-1-1-5", 2025, "5", "8", "11").First.Forecast);

    [Fact]
    public void OlderActuals_ThanTheNewestThree_DoNotCount() =>
        Assert.Equal(
            Judging.Of(PlanRows.Row("1-1-1-3").WithActuals(2025, "82.9", "82.3", "81.6")).First.Forecast,
            Judging.Of(PlanRows.Row("1-1-1-3").WithActuals(2024, "99.9", "82.9", "82.3", "81.6")).First.Forecast);

    [Fact]
    public void Correction_ReplacesItsYear() =>
        Assert.Equal(78.97m, Judging.Of(PlanRows.Row("1-1-1-3").WithActuals(2024, "90.0", "82.3", "81.6").WithActual(2024, "82.9")).First.Forecast);

    [Fact]
    public void Interim_IsLeftOut() =>
        Assert.Equal(78.97m, Judging.Of(PlanRows.Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "81.6").WithInterim(2027, "70.0")).First.Forecast);

    [Fact]
    public void SurveyYears_MayLieApart() // 69.9 (令和2), 72.0 (令和6), 73.0 (令和8): 0.52 a year
    {
        var row = PlanRows.Row("1-2-2-3").WithActual(2024, "72.0").WithActual(2026, "73.0");

        Assert.Equal(75.09m, Judging.Rounded(Judging.Of(row).First.Forecast, 2));
    }

    [Fact]
    public void Dash_IsLeftOut() =>
        Assert.Equal(
            Judging.Of(PlanRows.Row("1-3-1-3").WithActual(2025, "30.0").WithActual(2027, "35.0")).First.Forecast,
            Judging.Of(PlanRows.Row("1-3-1-3").WithActuals(2025, "30.0", "－", "35.0")).First.Forecast);

    [Fact]
    public void Dash_LeavesTooFewPoints() => Assert.Null(Judging.Of("1-3-1-3", 2025, "－", "30.0").First.Forecast);

    [Theory]
    [InlineData("82.9 82.3 81.6 81.0 80.5", true)] // up to 令和10年度
    [InlineData("82.9 82.3 81.6 81.0 80.5 80.3", true)]
    [InlineData("82.9 82.3 81.6 81.0 80.5 80.3 80.1", false)] // 令和12年度 is here
    public void TargetYear_OnceReached_HasNoForecast(string readings, bool forecast) =>
        Assert.Equal(forecast, Judging.Of("1-1-1-3", 2024, readings.Split(' ')).First.Forecast is not null);

    [Fact]
    public void Line_FallingBelowZero_StopsAtZero()
    {
        Assert.Equal(0m, Judging.Of("1-1-1-4", 2024, "12", "7", "2").First.Forecast);
        Assert.Equal(0m, Judging.Of("1-3-1-3", 2025, "10.0", "1.0").First.Forecast);
    }

    [Fact]
    public void Line_OfAShare_StopsAtOneHundred() => Assert.Equal(100m, Judging.Of("1-3-1-1", 2024, "40", "55", "70").First.Forecast);

    [Fact]
    public void Line_OfARatioThatIsNoShare_MayPassOneHundred() =>
        Assert.Equal(107.12m, Judging.Rounded(Judging.Of("1-3-1-3", 2025, "40.0", "50.0").First.Forecast, 2));

    [Fact]
    public void At_AnotherYear_ReadsTheSameLine()
    {
        var row = PlanRows.Row("1-3-1-2").WithActuals(2025, "5.9", "6.2");

        Assert.Equal(6.5m, Forecast.At(row, new FiscalYear(2027)));
        Assert.Null(Forecast.At(PlanRows.Row("1-3-1-2"), new FiscalYear(2027)));
    }

    [Theory]
    [InlineData("145/217 146/217 148/218", true)]
    [InlineData("144/217 145/217 146/217", false)]
    public void Met_IsHeldAgainstThePrintedTarget(string readings, bool met) =>
        Assert.Equal(met, Judging.Of("1-1-1-2", 2024, readings.Split(' ')).First.ForecastMet);
}
