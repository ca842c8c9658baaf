using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>Taking back what was just saved: a new entry after which everything stands as before.</summary>
public sealed class GoingBackTests
{
    private static readonly Indicator Rate = PlanRows.Row("1-1-1-3");

    [Fact]
    public void Undone_WhateverWasSaved_LeavesEveryYearAndTheJudgementAsBefore() => Gens.Judged()
        .SelectMany(row => Gen.Select(Gens.YearOf(row), Gens.ReadingOf(row), Gen.Bool).Select((year, reading, interim) => (row, year, reading, interim)))
        .Sample(sample =>
        {
            var now = new DateTimeOffset(9500, 6, 1, 0, 0, 0, TimeSpan.Zero);
            var (before, year) = (sample.row, sample.year);
            var proposal = before.ProposeActual(year, sample.reading) with { Reason = "訂正", Comment = "ひとこと" };
            if (sample.interim) proposal = proposal with { Stage = FigureStage.Interim, AsOf = new DateOnly(year, 12, 31) };
            if (Record.Exception(() => before.Record(proposal, now)) is not null) return; // an interim after its actual, or nothing changed
            var saved = before.Publish(proposal, now);

            var undone = saved.Publish(saved.GoingBack(saved.Figures[^1], proposal.Author, FigureOrigin.Undone), now);

            Assert.Equal(before.Figures.Length + 2, undone.Figures.Length);
            Assert.Equal(before.Actuals.Select(Shown), undone.Actuals.Select(Shown));
            Assert.Equal(Shown(before.StandingOf(new FiscalYear(year))), Shown(undone.StandingOf(new FiscalYear(year))));
            Assert.Equal(Judging.Of(before).Reason, Judging.Of(undone).Reason);
            Assert.Equal(Judging.Of(before).Counts, Judging.Of(undone).Counts, (one, other) => (one.Status, one.Value, one.Pace, one.Forecast) == (other.Status, other.Value, other.Pace, other.Forecast));
        }, iter: 1000);

    [Fact]
    public void Undone_OfTheFirstFigure_LeavesTheYearWithoutOne()
    {
        var row = Rate.WithActual(2026, "82.9");

        var undone = row.Publish(Undo(row), SoonAfter(row));

        Assert.Null(undone.StandingOf(FiscalYear.Reiwa(8)));
        Assert.Equal((FigureStage.Withdrawn, FigureOrigin.Undone), (undone.Figures[^1].Stage, undone.Figures[^1].Origin));
        Assert.Equal(Status.NoData, Judging.Of(undone).Status);
        Assert.Equal(2, undone.Publish(undone.ProposeActual(2026, "82.8"), SoonAfter(row)).LatestActual!.Number - 1); // entered anew without a reason for a correction
    }

    [Fact]
    public void Undone_OfAnActualAfterAnInterim_BringsTheInterimBackWithItsDay()
    {
        var row = Rate.WithInterim(2026, "82.9").WithActual(2026, "82.7");

        var undone = row.Publish(Undo(row), SoonAfter(row)).StandingOf(FiscalYear.Reiwa(8))!;

        Assert.Equal((FigureStage.Interim, "82.9", new DateOnly(2026, 12, 31)), (undone.Stage, undone.Reading.ToText(), undone.AsOf));
    }

    [Fact]
    public void Undo_AfterAMinute_IsRefused()
    {
        var row = Rate.WithActual(2026, "82.9");

        Assert.StartsWith("取り消せる時間を過ぎました。", Refusal(row, Undo(row), row.Figures[^1].SavedAt.AddSeconds(61)).Message);
        Assert.NotNull(row.Record(Undo(row), row.Figures[^1].SavedAt.AddSeconds(60)));
    }

    [Fact]
    public void Undo_ByAnotherHead_IsRefused()
    {
        var row = Rate.WithActual(2026, "82.9");

        Assert.StartsWith("取り消せる時間を過ぎました。", Refusal(row, Undo(row) with { Author = Authors.HeadOf(row) with { Account = "another" } }, SoonAfter(row)).Message);
        Assert.Equal("公開できるのは課長です。入力した内容を課長に伝えてください", Refusal(row, Undo(row) with { Author = Authors.StaffOf(row) }, SoonAfter(row)).Message);
    }

    [Fact]
    public void Undo_WhenSomebodySavedMeanwhile_IsRefusedWithWhatTheySaved()
    {
        var row = Rate.WithActual(2026, "82.9");
        var meanwhile = row.WithActual(2026, "82.8");

        Assert.Same(meanwhile.Figures[^1], Refusal(meanwhile, Undo(row), SoonAfter(meanwhile)).Newer);
    }

    [Fact]
    public void Undo_WithAnotherValueThanTheOneBefore_IsRefused()
    {
        var row = Rate.WithActual(2026, "82.9").WithActual(2026, "82.8");

        Assert.Equal("前の値が変わっています。画面を開き直してください", Refusal(row, Undo(row) with { Reading = new Reading.Amount(1m) }, SoonAfter(row)).Message);
        Assert.Equal("前の値が変わっています。画面を開き直してください", Refusal(row, Undo(row) with { Stage = FigureStage.Withdrawn }, SoonAfter(row)).Message);
    }

    private static DateTimeOffset SoonAfter(Indicator row) => row.Figures[^1].SavedAt.AddSeconds(10);

    private static NewFigure Undo(Indicator row) => row.GoingBack(row.Figures[^1], row.Figures[^1].Author, FigureOrigin.Undone);

    private static (FigureStage, string, string?, DateOnly?)? Shown(Figure? figure) => figure is null ? null : (figure.Stage, figure.Reading.ToText(), figure.Comment, figure.AsOf);

    private static PlanRuleException Refusal(Indicator row, NewFigure figure, DateTimeOffset now) => Assert.Throws<PlanRuleException>(() => row.Record(figure, now));
}
