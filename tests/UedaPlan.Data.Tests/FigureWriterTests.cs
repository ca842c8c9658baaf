using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>What a saved figure leaves behind, and what it never touches.</summary>
public sealed class FigureWriterTests
{
    [Fact]
    public async Task Save_OfAFigure_ReturnsItsNumberAndMovesTheRevisionByOne()
    {
        await using var storage = await Storage.ReadyAsync();

        var first = await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        var second = await storage.SaveAsync("1-3-2-1", 2026, "60000");

        Assert.Equal((1, 2), (first.Number, second.Number));
        var board = await storage.BoardAsync();
        Assert.Equal(3, board.Revision);
        Assert.Equal(second, board.Find(second.Indicator)!.Latest);
    }

    [Fact]
    public async Task Save_OfAFigure_SignalsAfterTheCommit()
    {
        await using var storage = await Storage.ReadyAsync();
        var heard = Task.Run(async () =>
        {
            await storage.Signal.WaitAsync(Storage.Stop);
            return await storage.Reader.ReadRevisionAsync(Storage.Stop); // another connection: sees only what is committed
        });

        await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        Assert.Equal(2, await heard);
    }

    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会2")]
    [InlineData("1-1-1-2", "148/218")]
    [InlineData("1-1-1-3", "82.9")]
    [InlineData("1-2-2-1", "36.3")]
    [InlineData("1-2-2-1", "12/33")]
    [InlineData("1-3-1-1", "46.18")]
    [InlineData("1-3-1-3", "－")]
    [InlineData("1-3-1-3", "99999999999.9")]
    [InlineData("1-3-1-4", "999999999998/999999999999")]
    [InlineData("1-2-1-4", "0")]
    public async Task Save_OfEveryKindOfReading_IsReadBackEqual(string code, string reading)
    {
        await using var storage = await Storage.ReadyAsync();

        await storage.SaveAsync(code, 2025, reading);

        Assert.Equal(Reading.Parse(reading), (await storage.CardAsync(code)).Latest!.Reading);
    }

    [Theory]
    [InlineData("転入者向けの案内を見直し、窓口で加入の声かけを始めました。")]
    [InlineData("𠮷野さん・髙橋さん・葛󠄀城 ～ − – — ‖ ① ㈱ ㌫ ｱ")]
    [InlineData("絵文字 👨‍👩‍👧‍👦 と\n改行と\tタブと'引用符\"と; DROP TABLE Figures; --")]
    public async Task Save_OfJapaneseText_IsReadBackAsItWas(string text)
    {
        await using var storage = await Storage.ReadyAsync();
        var request = await storage.ProposeAsync("1-1-1-3", 2026, "82.9");

        await storage.Writer.SaveAsync(request with { Figure = request.Figure with { Comment = text, Reason = text } }, Storage.Stop);

        var saved = (await storage.CardAsync("1-1-1-3")).Latest!;
        Assert.Equal((text, text), (saved.Comment, saved.Reason));
    }

    [Fact]
    public async Task Save_AtAnyTick_KeepsTheMoment()
    {
        await using var storage = await Storage.ReadyAsync();
        var moment = new DateTimeOffset(2027, 3, 24, 14, 31, 7, TimeSpan.FromHours(9)).AddTicks(1234567);
        storage.Time.SetUtcNow(moment);

        var saved = await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        Assert.Equal((moment, moment), (saved.SavedAt, (await storage.CardAsync("1-1-1-3")).Latest!.SavedAt));
    }

    [Fact]
    public async Task Save_OfAnInterim_KeepsItsDay()
    {
        await using var storage = await Storage.ReadyAsync();

        await storage.SaveInterimAsync("1-3-2-1", 2026, "61000");

        Assert.Equal(new DateOnly(2026, 12, 31), (await storage.CardAsync("1-3-2-1")).Interim!.AsOf);
    }

    [Fact]
    public async Task Save_AfterTheClockWentBack_StandsAsTheNewest()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        await using var corrected = Storage.At(storage.Directory);
        corrected.Time.AdjustTime(Proposals.Now.AddHours(-5));

        var saved = await corrected.SaveAsync("1-1-1-3", 2026, "81.6");

        var card = await storage.CardAsync("1-1-1-3");
        Assert.Equal(("81.6%", saved.Number), (card.Value, card.LastChange!.Entry));
        Assert.True(card.Indicator.Figures[1].SavedAt < card.Indicator.Figures[0].SavedAt);
    }

    [Fact]
    public async Task Saves_OfAWholeStory_OnlyEverAddFigures()
    {
        using var log = new CommandLog();
        await using var storage = await Storage.ReadyAsync(log);
        List<FigureRow> known = [];
        foreach (var reading in new[] { "82.9", "82.3", "81.6" })
        {
            await storage.SaveAsync("1-1-1-3", 2026, reading);
            var rows = await RowsAsync(storage);
            Assert.Equivalent(known, rows.Take(known.Count), strict: true);
            Assert.Equal(known.Count + 1, rows.Count);
            known = rows;
        }
        await storage.PlanWriter.LoadAsync(PlanFile.BuiltIn(), Storage.Stop);

        Assert.Equivalent(known, await RowsAsync(storage), strict: true);
        Assert.Contains(log.Commands, c => c.Contains("INSERT INTO \"Figures\"", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Commands, c => c.Contains("UPDATE \"Figures\"", StringComparison.Ordinal) || c.Contains("DELETE FROM", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_WithATokenAlreadyCancelled_WritesNothing()
    {
        await using var storage = await Storage.ReadyAsync();
        var request = await storage.ProposeAsync("1-1-1-3", 2026, "82.9");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => storage.Writer.SaveAsync(request, new CancellationToken(canceled: true)));

        Assert.Equal((1, 0), (await storage.Reader.ReadRevisionAsync(Storage.Stop), (await RowsAsync(storage)).Count));
    }

    [Fact]
    public async Task Save_CancelledAtEveryStep_IsEitherWholeOrNothing()
    {
        for (var step = 1; step <= 12; step++)
        {
            using var cancel = new CancellationTokenSource();
            using var log = new CommandLog(afterCommands: step, cancel.Cancel);
            await using var storage = await Storage.ReadyAsync(log);
            var request = await storage.ProposeAsync("1-1-1-3", 2026, "82.9");
            log.Start();

            var failure = await Record.ExceptionAsync(() => storage.Writer.SaveAsync(request, cancel.Token));

            Assert.True(failure is null or OperationCanceledException, $"Step {step}: {failure}");
            var saved = failure is null ? 1 : 0;
            Assert.Equal((1 + saved, saved), (await storage.Reader.ReadRevisionAsync(Storage.Stop), (await RowsAsync(storage)).Count));
        }
    }

    private static async Task<List<FigureRow>> RowsAsync(Storage storage)
    {
        await using var db = storage.Open();
        return await db.Figures.AsNoTracking().OrderBy(f => f.Number).ToListAsync(Storage.Stop);
    }
}
