using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>What the board says has changed, and what it would be if a figure were saved.</summary>
public sealed class BoardChangeTests
{
    [Fact]
    public async Task Change_OfAFirstFigure_ComesFromNoData()
    {
        await using var storage = await Storage.ReadyAsync();

        var saved = await storage.SaveAsync("1-1-1-2", 2026, "148/218");

        var change = (await storage.BoardAsync()).LastChange!;
        Assert.Equal(new Change(saved.Indicator, "集会施設の耐震化率", 1, saved.SavedAt, "未入力", "67.9%", Status.NoData, Status.OnTrack), change);
    }

    [Fact]
    public async Task Change_OfANewYear_ComesFromTheYearBefore()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-2", 2025, "146/218");

        await storage.SaveAsync("1-1-1-2", 2026, "148/218");

        var change = (await storage.CardAsync("1-1-1-2")).LastChange!;
        Assert.Equal(("67.0%", "67.9%", Status.Watch, Status.OnTrack), (change.Before, change.After, change.StatusBefore, change.StatusAfter));
    }

    [Fact]
    public async Task Change_OfACorrection_ComesFromTheCorrectedValue()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        await storage.SaveAsync("1-1-1-3", 2026, "79.9");

        var change = (await storage.CardAsync("1-1-1-3")).LastChange!;
        Assert.Equal(("82.9%", "79.9%", Status.OnTrack, Status.ActionNeeded), (change.Before, change.After, change.StatusBefore, change.StatusAfter));
    }

    [Fact]
    public async Task Change_OfAnOlderYear_ShowsThatYearAndLeavesTheCardAtTheNewest()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2025, "82.3");
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        var corrected = await storage.SaveAsync("1-1-1-3", 2025, "82.5");

        var card = await storage.CardAsync("1-1-1-3");
        Assert.Equal(("82.9%", "前年 +0.4ポイント"), (card.Value, card.ChangeText));
        Assert.Equal((corrected.Number, "82.3%", "82.5%"), (card.LastChange!.Entry, card.LastChange.Before, card.LastChange.After));
    }

    [Fact]
    public async Task Change_OfAnInterim_ShowsItWithoutTouchingTheStatus()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-3-2-1", 2025, "60000");

        await storage.SaveInterimAsync("1-3-2-1", 2026, "61000");

        var change = (await storage.CardAsync("1-3-2-1")).LastChange!;
        Assert.Equal(("未入力", "61,000人"), (change.Before, change.After));
        Assert.Equal(change.StatusBefore, change.StatusAfter);
    }

    [Fact]
    public async Task Changes_OfTheBoard_AreTheNewestOfEachIndicatorNewestFirst()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        await storage.SaveAsync("1-3-2-1", 2026, "60000");
        await storage.SaveAsync("1-1-1-3", 2026, "81.6");

        var board = await storage.BoardAsync();

        Assert.Equal([3, 2], board.Changes.Select(c => c.Entry));
        Assert.Equal(3, board.Find(SectionCode.Parse("1-1-1"))!.LastChange!.Entry);
        Assert.Null(board.Find(SectionCode.Parse("1-2-1"))!.LastChange);
    }

    [Fact]
    public async Task Preview_OfAFigure_CountsItWithoutSavingIt()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-1", 2026, "講演会1・研修会2");
        await storage.SaveAsync("1-1-1-5", 2026, "8");
        await storage.SaveAsync("1-1-1-4", 2026, "22");
        var board = await storage.BoardAsync();
        var request = await storage.ProposeAsync("1-1-1-2", 2026, "148/218");
        var figure = board.Find(request.Indicator)!.Indicator.Record(request.Figure, Proposals.Now);

        var preview = board.With(figure);

        Assert.Equal(("2/5", "3/5"), (GoodOf(board), GoodOf(preview)));
        Assert.Equal(("未入力", "67.9%"), (preview.Find(request.Indicator)!.LastChange!.Before, preview.Find(request.Indicator)!.Value));
        Assert.Equal((board.Revision, 4), (preview.Revision, preview.Cards.Sum(c => c.Indicator.Figures.Length)));
        Assert.Equal("2/5", GoodOf(await storage.BoardAsync()));
    }

    [Fact]
    public async Task Preview_OfACorrection_StandsAboveTheSavedValue()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        var request = await storage.ProposeAsync("1-1-1-3", 2026, "79.9");
        var board = await storage.BoardAsync();

        var preview = board.With(board.Find(request.Indicator)!.Indicator.Record(request.Figure, Proposals.Now));

        Assert.Equal(("79.9%", Status.ActionNeeded), (preview.Find(request.Indicator)!.Value, preview.Find(request.Indicator)!.Status));
    }

    private static string GoodOf(Board board)
    {
        var score = board.Find(SectionCode.Parse("1-1-1"))!.Score;
        return $"{score.Good}/{score.Total}";
    }
}
