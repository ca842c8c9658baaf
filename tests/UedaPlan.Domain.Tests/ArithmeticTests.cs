namespace UedaPlan.Domain.Tests;

/// <summary>計算のみちすじ: the worked examples of the judging rules, number by number as a person would work them out.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    [InlineData("1-1-1-2", 2026, "148/218", "順調", ConditionKind.PaceReached, "67.889…", "67.801…")]
    [InlineData("1-1-1-2", 2026, "147/218", "注意", ConditionKind.ProgressEnough, "0.743…", "0.600")]
    [InlineData("1-1-1-2", 2029, "152/218", "達成", ConditionKind.TargetMet, "70.000", "70.000")]
    [InlineData("1-1-1-3", 2024, "82.9 82.3 81.6", "注意", ConditionKind.TargetMet, "81.600", "80.000")]
    [InlineData("1-1-1-3", 2026, "79.9", "要対応", ConditionKind.TargetMissed, "79.900", "80.000")]
    [InlineData("1-1-1-5", 2025, "5 8", "順調", ConditionKind.PaceReached, "8.000", "4.000")]
    [InlineData("1-2-1-1", 2026, "189", "注意", ConditionKind.LevelKept, "189.000", "189.000")]
    [InlineData("1-2-3-2", 2029, "4", "順調", ConditionKind.PaceReached, "4.000", "4.000")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", "注意", ConditionKind.TargetMet, "6.200", "6.500")]
    [InlineData("1-3-1-3", 2025, "50.0", "要対応", ConditionKind.TargetMissed, "50.000", "50.000")]
    public void AppliedRule_OfAWorkedExample_HoldsByTheseNumbers(string code, int firstYear, string readings, string word, ConditionKind kind, string left, string right)
    {
        var applied = Of(code, firstYear, readings.Split(' ')).Applied!;

        Assert.Equal(word, applied.Status.ToWord());
        var condition = applied.Conditions.Single(c => c.Kind == kind);
        Assert.Equal((true, left, right), (condition.Holds, Text(condition.Left), Text(condition.Right)));
    }

    [Theory]
    [InlineData("1-1-1-2", 2026, "147/218", Status.OnTrack, ConditionKind.PaceReached, "67.431…", "67.801…")]
    [InlineData("1-1-1-3", 2024, "82.9 82.3 81.6", Status.OnTrack, ConditionKind.PaceReached, "81.600", "82.057…")]
    [InlineData("1-1-1-3", 2024, "82.9 82.3 81.6", Status.OnTrack, ConditionKind.ForecastMet, "79.000", "80.000")]
    [InlineData("1-1-1-4", 2024, "19 21 22", Status.OnTrack, ConditionKind.PaceReached, "22.000", "26.000")]
    [InlineData("1-1-1-4", 2024, "19 21 22", Status.Watch, ConditionKind.ProgressEnough, "0.530…", "0.600")]
    [InlineData("1-2-1-1", 2026, "188", Status.Watch, ConditionKind.LevelKept, "188.000", "189.000")]
    [InlineData("1-2-3-2", 2030, "4", Status.OnTrack, ConditionKind.PaceReached, "4.000", "5.000")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", Status.OnTrack, ConditionKind.ForecastMet, "7.400", "6.500")]
    public void BetterRule_OfAWorkedExample_FailsByTheseNumbers(string code, int firstYear, string readings, Status better, ConditionKind kind, string left, string right)
    {
        var condition = Of(code, firstYear, readings.Split(' ')).Rules.Single(r => r.Status == better).Conditions.Single(c => c.Kind == kind);

        Assert.Equal((false, left, right), (condition.Holds, Text(condition.Left), Text(condition.Right)));
    }

    [Theory]
    [InlineData("1-1-1-2", 2026, "148/218", "66.359…", "69.724…", 3, 7, "67.801…", "67.801…")]
    [InlineData("1-1-1-3", 2026, "81.6", "83.600", "80.000", 3, 7, "82.057…", "82.057…")]
    [InlineData("1-1-1-4", 2026, "22", "17.000", "39.000", 3, 7, "26.428…", "26.000")]
    [InlineData("1-1-1-5", 2026, "8", "0.000", "14.000", 2, 6, "4.666…", "4.000")]
    [InlineData("1-2-3-2", 2029, "4", "4.000", "5.000", 5, 6, "4.833…", "4.000")]
    [InlineData("1-2-3-2", 2031, "4", "4.000", "5.000", 7, 6, "5.000", "5.000")]
    [InlineData("1-2-2-3", 2026, "73.4", "69.900", "75.000", 6, 10, "72.960", "72.960")]
    public void Pace_OfARow_IsReadFromItsLine(string code, int year, string reading, string start, string target, int elapsed, int span, string read, string shown)
    {
        var steps = Of(code, year, reading);

        Assert.Equal((start, target), (Text(steps.Start), Text(steps.Target)));
        Assert.Equal((elapsed, span), (steps.Pace!.Elapsed, steps.Pace.Span));
        Assert.Equal((read, shown), (Text(steps.Pace.Read), Text(steps.Pace.Shown)));
    }

    [Fact]
    public void Forecast_OfRow1113_NamesItsPointsAndItsLine()
    {
        var line = Of("1-1-1-3", 2024, "82.9", "82.3", "81.6").Forecast!;

        Assert.Equal(["2023 83.600", "2024 82.900", "2025 82.300", "2026 81.600"], line.Points.Select(p => $"{p.Year.StartYear} {Text(p.Value)}"));
        Assert.Equal("−0.660", Text(line.Slope));
        Assert.Equal("78.970", Text(line.At(FiscalYear.Reiwa(12))));
        Assert.Equal(("78.935…", "79.033…"), (Text(line.RangeAt(FiscalYear.Reiwa(12)).Low), Text(line.RangeAt(FiscalYear.Reiwa(12)).High)));
    }

    [Fact]
    public void Forecast_BelowZero_IsReadAndThenSaidAsZero()
    {
        var line = Of("1-1-1-4", 2024, "12", "6", "0").Forecast!;

        Assert.Equal("−22.600", Text(line.ReadAt(FiscalYear.Reiwa(12))));
        Assert.Equal(Exact.Zero, line.At(FiscalYear.Reiwa(12)));
    }

    [Fact]
    public void Dash_OfALimit_HoldsWithoutANumber()
    {
        var steps = Of("1-3-1-3", 2025, "－");

        Assert.Null(steps.Value);
        Assert.All(steps.Applied!.Conditions, c => Assert.Equal((true, null), (c.Holds, c.Left)));
    }

    [Fact]
    public void Composite_HasTheArithmeticOfEachCount()
    {
        var counts = Judging.Of("1-1-1-1", 2026, "講演会1・研修会1").Counts;

        Assert.Equal([Status.Achieved, Status.ActionNeeded], counts.Select(c => c.Arithmetic.Applied!.Status));
        Assert.Equal(["0.900", "1.800"], counts.Select(c => Text(c.Arithmetic.KeepLevel)));
    }

    [Fact]
    public void Nothing_Entered_LeavesEveryRuleUnasked() => Assert.All(PlanRows.All.SelectMany(row => Judging.Of(row).Counts), count =>
    {
        Assert.Null(count.Arithmetic.Applied);
        Assert.All(count.Arithmetic.Rules.SelectMany(r => r.Conditions), c => Assert.Null(c.Holds));
    });

    [Theory]
    [InlineData("82.0571", 1, 3, "82.057…")]
    [InlineData("80", 1, 3, "80.0")]
    [InlineData("0.999999", 0, 2, "0.99…")]
    [InlineData("-0.4571", 1, 2, "−0.45…")]
    [InlineData("1234.5", 0, 3, "1,234.5")]
    public void ExactNumber_Written_IsCutAndNeverRounded(string number, int least, int most, string written) =>
        Assert.Equal(written, FigureFormat.Exactly(Exact.Of(decimal.Parse(number)), least, most));

    private static Arithmetic Of(string code, int firstYear, params string[] readings) => Judging.Of(code, firstYear, readings).First.Arithmetic;

    private static string? Text(Exact? value) => value is { } exact ? FigureFormat.Exactly(exact, 3, 3) : null;
}
