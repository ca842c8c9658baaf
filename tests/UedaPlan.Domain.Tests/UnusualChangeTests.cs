using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>A figure far from the one before asks for a reason, and for nothing more.</summary>
public sealed class UnusualChangeTests
{
    [Theory]
    [InlineData("1-1-1-3", "82.0", "72.0", "−10.0ポイント")] // rates: ten points
    [InlineData("1-1-1-3", "82.0", "72.1", null)]
    [InlineData("1-1-1-2", "146/218", "168/218", "+10.1ポイント")]
    [InlineData("1-3-1-2", "5.6", "11.2", "+5.6ポイント")] // a small rate that doubles
    [InlineData("1-3-1-2", "5.6", "10.0", null)]
    [InlineData("1-2-1-2", "6400", "3200", "−3,200人")] // any number: doubled or halved
    [InlineData("1-2-1-2", "6400", "3201", null)]
    [InlineData("1-3-2-1", "60000", "600000", "+540,000人")] // one digit too many
    [InlineData("1-2-3-2", "4", "8", null)] // and at least five apart
    [InlineData("1-2-3-2", "4", "9", "+5回")]
    [InlineData("1-2-3-2", "5", "0", "−5回")]
    [InlineData("1-2-3-2", "0", "0", null)]
    [InlineData("1-1-1-1", "講演会1・研修会2", "講演会1・研修会12", "研修会+10回")] // each count for itself
    [InlineData("1-1-1-1", "講演会1・研修会2", "講演会11・研修会12", "講演会+10回・研修会+10回")]
    [InlineData("1-1-1-1", "講演会1・研修会2", "講演会2・研修会1", null)]
    [InlineData("1-3-1-3", "24.8", "－", "24.8%から「－」")]
    [InlineData("1-3-1-3", "－", "24.8", "「－」から24.8%")]
    [InlineData("1-3-1-3", "－", "－", null)]
    public void Change_FromTheYearBefore_IsUnusualFromItsThreshold(string code, string before, string now, string? difference)
    {
        var row = PlanRows.Row(code).WithActual(2025, before);

        Assert.Equal(difference, UnusualChange.Of(row, FiscalYear.Reiwa(8), Reading.Parse(now))?.Difference);
    }

    [Fact]
    public void Actual_FarFromTheYearBefore_IsRefusedUntilAReasonIsGiven()
    {
        var row = PlanRows.Row("1-1-1-3").WithActual(2025, "70.0");
        var far = row.ProposeActual(2026, "82.4");

        var refusal = Assert.Throws<PlanRuleException>(() => row.Record(far, Proposals.Now));

        Assert.Equal("前年度から大きく変わっています(+12.4ポイント)。このままでよければ理由を書いて保存してください。", refusal.Message);
        Assert.Equal(FigureField.Reason, refusal.Field);
        Assert.Equal("集計の基準を変えたため", row.Record(far with { Reason = "集計の基準を変えたため" }, Proposals.Now).Reason);
    }

    [Theory]
    [InlineData(2024, "令和6年度")]
    [InlineData(null, "基準値(令和5年度)")]
    public void Since_WithoutTheYearBefore_NamesWhatIsComparedWith(int? year, string since)
    {
        var row = year is { } known ? PlanRows.Row("1-1-1-3").WithActual(known, "82.9") : PlanRows.Row("1-1-1-3");

        Assert.Equal(since, UnusualChange.Of(row, FiscalYear.Reiwa(8), Reading.Parse("8.3"))!.Since);
    }

    [Fact]
    public void FirstFigure_WithoutABaseline_HasNothingToCompareWith() =>
        Assert.Null(UnusualChange.Of(PlanRows.Row("1-1-1-5"), FiscalYear.Reiwa(7), Reading.Parse("500")));

    [Fact]
    public void Interim_HoweverFar_NeedsNoReason()
    {
        var row = PlanRows.Row("1-1-1-4").WithActual(2025, "21");

        Assert.Equal(FigureStage.Interim, row.Record(row.ProposeInterim(2026, "1", new DateOnly(2026, 4, 30)), Proposals.Now).Stage);
    }

    [Fact]
    public void Interim_AsItIsPublishedAlready_ChangesNothing()
    {
        var row = PlanRows.Row("1-1-1-4").WithInterim(2026, "12");

        Assert.Equal("保存されている値から変わっていません",
            Assert.Throws<PlanRuleException>(() => row.Record(row.ProposeInterim(2026, "12", new DateOnly(2026, 12, 31)), Proposals.Now)).Message);
        Assert.Equal(new DateOnly(2027, 1, 31), row.Record(row.ProposeInterim(2026, "12", new DateOnly(2027, 1, 31)), Proposals.Now).AsOf);
    }

    [Fact]
    public void CorrectionOfTheCommentAlone_OfAnUnusualFigure_AsksForTheReasonOfTheChange()
    {
        var row = PlanRows.Row("1-1-1-3").WithActuals(2025, "82.9", "40.0");

        Assert.Equal("変更の理由を入力してください",
            Assert.Throws<PlanRuleException>(() => row.Record(row.ProposeActual(2026, "40.0") with { Comment = "注記" }, Proposals.Now)).Message);
    }

    [Fact]
    public void Anything_WithAReason_IsNeverRefusedForBeingUnusual() => Gens.Judged().SelectMany(row => Gens.ReadingOf(row).Select(reading => (row, reading))).Sample(sample =>
    {
        var (row, year) = (sample.row with { Figures = [.. sample.row.Figures.Where(f => f.Year < FiscalYear.Reiwa(8))] }, 2026);
        var unusual = UnusualChange.Of(row, new FiscalYear(year), sample.reading);

        Assert.Null(Record.Exception(() => row.Record(row.ProposeActual(year, sample.reading) with { Reason = "理由" }, Proposals.Now)));
        Assert.Equal(unusual?.Sentence, Record.Exception(() => row.Record(row.ProposeActual(year, sample.reading), Proposals.Now))?.Message);
    }, iter: 1000);
}
