using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>取り消し: after it the board shows what it showed before the save; only the history has grown.</summary>
public sealed class UndoTests
{
    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会1")]
    [InlineData("1-1-1-2", "148/218")]
    [InlineData("1-1-1-3", "79.0")]
    [InlineData("1-1-1-5", "8")]
    [InlineData("1-2-2-1", "386/1000")]
    [InlineData("1-3-1-3", "－")]
    public async Task Undo_OfTheFirstFigure_ShowsTheBoardAsBefore(string code, string reading)
    {
        await using var storage = await Storage.ReadyAsync();
        var before = await storage.BoardAsync();
        var saved = await storage.SaveAsync(code, 2026, reading);
        Assert.NotEqual(Shown(before), Shown(await storage.BoardAsync()));

        await UndoAsync(storage, saved);

        var after = await storage.BoardAsync();
        Assert.Equal(Shown(before), Shown(after));
        Assert.Equal((before.Whole, before.Year, before.Revision + 2), (after.Whole, after.Year, after.Revision));
        Assert.Equal("未入力", after.Find(saved.Indicator)!.LastChange!.After);
    }

    [Fact]
    public async Task Undo_OfACorrection_ShowsTheBoardAsBeforeAndTellsBothValues()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2025, "82.9");
        await storage.SaveAsync("1-1-1-3", 2026, "82.3");
        var before = await storage.BoardAsync();
        var saved = await storage.SaveAsync("1-1-1-3", 2026, "79.0");

        var undone = await UndoAsync(storage, saved);

        var card = (await storage.BoardAsync()).Find(saved.Indicator)!;
        Assert.Equal(Shown(before), Shown(await storage.BoardAsync()));
        Assert.Equal(("79.0%", "82.3%", Status.ActionNeeded, Status.OnTrack), (card.LastChange!.Before, card.LastChange.After, card.LastChange.StatusBefore, card.LastChange.StatusAfter));
        Assert.Equal((4, undone.Number), (card.Indicator.Figures.Length, card.LastChange.Entry));
    }

    [Fact]
    public async Task Undo_OfAnInterim_TakesItFromTheScreens()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-3-2-1", 2025, "60000");
        var before = await storage.BoardAsync();
        var saved = await storage.SaveInterimAsync("1-3-2-1", 2026, "61000");
        Assert.Equal("途中経過 61,000人 (12月31日現在)", (await storage.CardAsync("1-3-2-1")).InterimText);

        await UndoAsync(storage, saved);

        Assert.Equal(Shown(before), Shown(await storage.BoardAsync()));
        Assert.Null((await storage.CardAsync("1-3-2-1")).Interim);
    }

    [Fact]
    public async Task Undo_OfTheOnlyActualOfItsYear_TakesTheYearFromTheComparison()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-3-2-1", 2025, "60000");

        await UndoAsync(storage, await storage.SaveAsync("1-3-2-1", 2026, "61000"));

        Assert.Equal([FiscalYear.Reiwa(7)], (await storage.BoardAsync()).YearsWithActuals());
    }

    private static async Task<Figure> UndoAsync(Storage storage, Figure saved)
    {
        var indicator = (await storage.BoardAsync()).Find(saved.Indicator)!.Indicator;
        return await storage.Writer.SaveAsync(new RecordFigure(saved.Indicator, indicator.GoingBack(saved, saved.Author, FigureOrigin.Undone)), Storage.Stop);
    }

    // Everything a screen shows of the figures, without the entries behind them.
    private static IEnumerable<string> Shown(Board board) => board.Cards.Select(c => string.Join('|', c.Indicator.Code, c.Status, c.Judgement.Year, c.Judgement.Reason, c.Value, c.Number,
        c.CountsText, c.ChangeText, c.PaceText, c.GapText, c.ForecastText, c.HeadroomText, c.YearText, c.InterimText, c.Latest?.Reading, string.Join(',', c.Indicator.Actuals.Select(f => f.Reading))));
}
