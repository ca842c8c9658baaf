using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Many saves at once, within one server and between two.</summary>
public sealed class SimultaneousSaveTests
{
    private const int Saves = 20;

    [Fact]
    public async Task TwentySaves_OfOneIndicatorSeenAlike_OneWinsAndTheOthersAreShownItsEntry()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = new List<RecordFigure>();
        for (var i = 0; i < Saves; i++) requests.Add(await storage.ProposeAsync("1-3-2-1", 2026, $"{60_000 + i}"));

        var outcomes = await AtOnceAsync(requests, _ => storage);

        var winner = Assert.Single(outcomes, o => o.Saved is not null).Saved!;
        Assert.All(outcomes.Where(o => o.Saved is null), o => Assert.Equal(winner, o.Refusal!.Newer));
        var board = await storage.BoardAsync();
        Assert.Equal((2, winner.Reading), (board.Revision, Assert.Single(board.Find(winner.Indicator)!.Indicator.Figures).Reading));
    }

    [Fact]
    public async Task TwentySaves_OfDifferentIndicators_AllSucceed()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await OneForEachIndicatorAsync(storage);

        var outcomes = await AtOnceAsync(requests, _ => storage);

        Assert.All(outcomes, o => Assert.NotNull(o.Saved));
        Assert.Equal(Enumerable.Range(1, requests.Count).Select(n => (long)n), outcomes.Select(o => o.Saved!.Number).Order());
        Assert.Equal(1 + requests.Count, (await storage.BoardAsync()).Revision);
    }

    [Fact]
    public async Task TwoServers_OnOneDatabase_BothSaveAndBothReadEverything()
    {
        await using var one = await Storage.ReadyAsync();
        await using var two = Storage.At(one.Directory);
        await two.Services.PrepareAsync(Storage.Stop);
        var requests = await OneForEachIndicatorAsync(one);

        await AtOnceAsync(requests, i => i % 2 == 0 ? one : two);

        var (here, there) = (await one.BoardAsync(), await two.BoardAsync());
        Assert.Equal(1 + requests.Count, here.Revision);
        Assert.Equal(here.Revision, there.Revision);
        Assert.Equal(here.Cards.Select(c => c.Value), there.Cards.Select(c => c.Value));
        Assert.All(here.Cards, c => Assert.Single(c.Indicator.Figures));
    }

    [Fact]
    public async Task TwoServers_SavingOneIndicatorSeenAlike_LetOneWin()
    {
        await using var one = await Storage.ReadyAsync();
        await using var two = Storage.At(one.Directory);
        for (var round = 0; round < 10; round++)
        {
            RecordFigure[] requests = [await one.ProposeAsync("1-3-2-1", 2026, $"{60_000 + round}"), await two.ProposeAsync("1-3-2-1", 2026, $"{70_000 + round}")];

            var outcomes = await AtOnceAsync(requests, i => i == 0 ? one : two);

            var winner = Assert.Single(outcomes, o => o.Saved is not null).Saved;
            Assert.Equal(winner, Assert.Single(outcomes, o => o.Saved is null).Refusal!.Newer);
        }
    }

    [Fact]
    public async Task TwoServers_WhenOneLoadsAPlan_TheOtherJudgesByItAtItsNextReading()
    {
        await using var one = await Storage.ReadyAsync();
        await using var two = Storage.At(one.Directory);
        await two.BoardAsync();

        await one.PlanWriter.LoadAsync(PlanFile.Parse(BrokenPlan.Whole.Replace("上田市\"", "新しい市\""), "new.json"), Storage.Stop);

        Assert.Equal("新しい市", (await two.BoardAsync()).Plan.City);
    }

    private static async Task<List<RecordFigure>> OneForEachIndicatorAsync(Storage storage)
    {
        List<RecordFigure> requests = [];
        foreach (var card in (await storage.BoardAsync()).Cards)
        {
            var reading = card.Indicator switch { { CountNames.IsEmpty: false } => "講演会1・研修会2", { Pair.Required: true } => "148/218", _ => "42" };
            requests.Add(await storage.ProposeAsync(card.Indicator.Code.ToString(), 2026, reading));
        }
        return requests;
    }

    private static async Task<IReadOnlyList<(Figure? Saved, PlanRuleException? Refusal)>> AtOnceAsync(IReadOnlyList<RecordFigure> requests, Func<int, Storage> storageOf)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var saves = requests.Select((request, i) => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                return ((Figure?)await storageOf(i).Writer.SaveAsync(request, Storage.Stop), (PlanRuleException?)null);
            }
            catch (PlanRuleException e)
            {
                return (null, e);
            }
        }, Storage.Stop)).ToList();
        start.SetResult();
        return await Task.WhenAll(saves);
    }
}
