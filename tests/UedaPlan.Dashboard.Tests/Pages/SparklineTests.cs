using System.Text.RegularExpressions;
using Bunit;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

public sealed partial class SparklineTests : BunitContext
{
    public static TheoryData<string> AllCodes => [.. Codes];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Sparkline_OfEveryRowWithoutFigures_DrawsOnlyWhatThePlanPrints(string code)
    {
        var shape = new SparklineGeometry(Empty.Card(code), SparklineFrame.Small);

        Assert.Empty(shape.Actuals);
        Assert.Empty(shape.Line);
        Assert.Null(shape.Forecast);
    }

    [Fact]
    public void Sparkline_OfAFallToAFloor_StaysInItsFrameAndHatchesBelowTheTarget()
    {
        var shape = new SparklineGeometry(Mixed.Card("1-1-1-3"), SparklineFrame.Small);

        Assert.Equal(3, shape.Actuals.Count);
        Assert.All([.. shape.Actuals, shape.Start!.Value, shape.Forecast!.Value, shape.TargetPoint], point =>
        {
            Assert.InRange(point.X, 6, 112);
            Assert.InRange(point.Y, 9, 46);
        });
        Assert.Equal(shape.TargetY, shape.Hatch!.Value.Y);
        Assert.True(shape.Forecast.Value.Y > shape.TargetY, "the forecast ends below the floor");
    }

    [Fact]
    public void Sparkline_OfTwoPoints_HasNoForecast() => Assert.Null(new SparklineGeometry(Mixed.Card("1-1-1-2"), SparklineFrame.Small).Forecast);

    [Fact]
    public void Sparkline_OfALevelKeptExactly_IsFlatInTheMiddle()
    {
        var shape = new SparklineGeometry(CardOf(Row("1-2-1-1").WithActuals(2025, "210", "210")), SparklineFrame.Small);

        Assert.All(shape.Actuals, point => Assert.Equal(shape.TargetY, point.Y));
        Assert.Null(shape.PaceStart);
    }

    [Fact]
    public void Sparkline_OfABaselineOf2020_StartsItsYearsThere() =>
        Assert.Equal(6, new SparklineGeometry(Empty.Card("1-2-2-3"), SparklineFrame.Small).Start!.Value.X);

    [Fact]
    public void Sparkline_OfADash_LeavesTheYearOut() =>
        Assert.Single(new SparklineGeometry(CardOf(Row("1-3-1-3").WithActuals(2025, "20.0", "－")), SparklineFrame.Small).Actuals);

    [Fact]
    public void Sparkline_IsDecoration_HiddenAndWrittenWithPlainNumbers()
    {
        var sparkline = Render<Sparkline>(p => p.Add(s => s.Card, Mixed.Card("1-1-1-4")));

        Assert.Equal("true", sparkline.Find("svg").GetAttribute("aria-hidden"));
        Assert.All(sparkline.FindAll("path"), path => Assert.Matches(PathForm(), path.GetAttribute("d")));
    }

    [GeneratedRegex(@"^[MLHV0-9. -]+$")]
    private static partial Regex PathForm();
}
