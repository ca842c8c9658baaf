namespace UedaPlan.Domain.Tests;

/// <summary>What an entry did, seen beside the one before it.</summary>
public sealed class RecordKindTests
{
    [Theory]
    [InlineData(null, FigureStage.Actual, FigureOrigin.Typed, "81.6", "入力")]
    [InlineData(FigureStage.Interim, FigureStage.Actual, FigureOrigin.Typed, "81.6", "入力")]
    [InlineData(FigureStage.Withdrawn, FigureStage.Actual, FigureOrigin.Typed, "81.9", "入力")]
    [InlineData(FigureStage.Actual, FigureStage.Actual, FigureOrigin.Typed, "81.6", "訂正")]
    [InlineData(FigureStage.Actual, FigureStage.Actual, FigureOrigin.Typed, "81.9", "コメント")]
    [InlineData(FigureStage.Interim, FigureStage.Interim, FigureOrigin.Typed, "81.6", "途中経過")]
    [InlineData(FigureStage.Actual, FigureStage.Actual, FigureOrigin.Imported, "81.6", "取り込み")]
    [InlineData(FigureStage.Actual, FigureStage.Withdrawn, FigureOrigin.Undone, "81.9", "取り消し")]
    [InlineData(FigureStage.Actual, FigureStage.Actual, FigureOrigin.Restored, "81.6", "前の値に戻す")]
    public void Kind_OfAnEntry_FollowsFromItsWayInAndTheOneBefore(FigureStage? before, FigureStage stage, FigureOrigin origin, string reading, string expected)
    {
        var indicator = PlanRows.Row("1-1-1-3");
        var earlier = before is { } was ? indicator.NextFigure(2026, was, new Reading.Amount(81.9m)) : null;
        var entry = indicator.NextFigure(2026, stage, Reading.Parse(reading)) with { Origin = origin };

        Assert.Equal(expected, RecordKinds.Of(entry, earlier).ToWord());
    }
}
