using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Filling an empty database and loading a revised plan into one with figures.</summary>
public sealed class PlanStoreTests
{
    [Fact]
    public async Task EmptyDatabase_WithoutASetting_IsFilledFromTheBuiltInPlan()
    {
        await using var storage = Storage.Empty();

        await storage.Services.PrepareAsync(Storage.Stop);

        var board = await storage.BoardAsync();
        Assert.Equal((1, false, 21), (board.Revision, board.Demo, board.Cards.Count()));
        Assert.Equal(PlanFile.BuiltIn().Json, await JsonAsync(storage));
    }

    [Fact]
    public async Task EmptyDatabase_WithPlanFile_IsFilledFromIt()
    {
        await using var storage = Storage.Empty(("Plan:File", "他市の計画.json"));
        await using var other = Storage.Empty(("Plan:File", await WriteAsync(storage, Revised(("\"上田市\"", "\"別の市\"")))));

        await other.Services.PrepareAsync(Storage.Stop);

        Assert.Equal("別の市", (await other.BoardAsync()).Plan.City);
    }

    [Fact]
    public async Task PreparedDatabase_PreparedAgain_StaysAsItIs()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        await storage.Services.PrepareAsync(Storage.Stop);

        Assert.Equal((2, "82.9%"), ((await storage.BoardAsync()).Revision, (await storage.CardAsync("1-1-1-3")).Value));
    }

    [Fact]
    public async Task EmptyDatabase_WithABrokenPlanFile_IsRefusedWholeAndNothingIsWritten()
    {
        await using var storage = Storage.Empty(("Plan:File", Path.Combine(Path.GetTempPath(), "無い計画.json")));

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.Services.PrepareAsync(Storage.Stop));

        Assert.Equal("計画ファイル 無い計画.json が見つかりません。場所を確かめてください。", refusal.Message);
        Assert.Empty(Directory.GetFiles(storage.Directory));
    }

    [Fact]
    public async Task Compare_WithTheSamePlan_FindsNothing()
    {
        await using var storage = await Storage.ReadyAsync();

        Assert.Empty(await storage.PlanWriter.CompareAsync(PlanFile.BuiltIn(), Storage.Stop));
    }

    [Fact]
    public async Task Compare_WithARevisedPlan_SaysEachChangeInALine()
    {
        await using var storage = await Storage.ReadyAsync();
        var file = Revised(
            ("\"value\": 39, \"decimals\": 0, \"printed\": \"39事業\"", "\"value\": 45, \"decimals\": 0, \"printed\": \"45事業\""),
            ("    { \"code\": \"koho\", \"name\": \"広報課\" }", "    { \"code\": \"koho\", \"name\": \"広報課\" },\n    { \"code\": \"kikaku\", \"name\": \"企画課\" }"),
            (",\n                \"公民連携の推進\"", ""));

        var lines = await storage.PlanWriter.CompareAsync(file, Storage.Stop);

        Assert.Contains("追加 課 kikaku › 名前: 企画課", lines);
        Assert.Contains("変更 指標 1-1-1-4 目標 › 数: 39 → 45", lines);
        Assert.Contains("変更 指標 1-1-1-4 目標 › 表記: 39事業 → 45事業", lines);
        Assert.Contains("削除 施策 1-3-1 主な事業: 公民連携の推進", lines);
    }

    [Fact]
    public async Task Compare_WithOnlyTheOrderChanged_SaysTheNewOrder()
    {
        await using var storage = await Storage.ReadyAsync();
        const string First = "    { \"code\": \"shimin-sanka\", \"name\": \"市民参加・協働推進課\" },\n";
        const string Second = "    { \"code\": \"shogai-gakushu\", \"name\": \"生涯学習・文化財課\" },\n";

        var lines = await storage.PlanWriter.CompareAsync(Revised((First + Second, Second + First)), Storage.Stop);

        Assert.Equal("変更 課: 並び順 → shogai-gakushu、shimin-sanka、jinken-kyosei、shimin、zaisei、shuno-kanri、koho", Assert.Single(lines));
    }

    [Fact]
    public async Task Load_OfARevisedPlan_KeepsEveryFigureMovesTheRevisionAndSignals()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-4", 2026, "40");
        await storage.Signal.WaitAsync(Storage.Stop);
        var before = await FiguresAsync(storage);

        await storage.PlanWriter.LoadAsync(Revised(("\"value\": 39, \"decimals\": 0, \"printed\": \"39事業\"", "\"value\": 45, \"decimals\": 0, \"printed\": \"45事業\"")), Storage.Stop);

        await storage.Signal.WaitAsync(Storage.Stop);
        var card = await storage.CardAsync("1-1-1-4");
        Assert.Equal((45m, "40事業", Status.OnTrack), (card.Indicator.Target.Values[0].Number, card.Value, card.Status));
        Assert.Equal(3, (await storage.BoardAsync()).Revision);
        Assert.Equal(before, await FiguresAsync(storage));
        await using var db = storage.Open();
        Assert.Equal([1, 2], await db.Documents.Select(d => d.Version).OrderBy(v => v).ToListAsync(Storage.Stop));
    }

    [Fact]
    public async Task Load_WithANewIndicator_TakesFiguresForItAtOnce()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.PlanWriter.LoadAsync(Revised(("\"code\": \"1-3-2-1\"", "\"code\": \"1-3-2-2\"")), Storage.Stop);

        await storage.SaveAsync("1-3-2-2", 2026, "60000");

        Assert.Equal("60,000人", (await storage.CardAsync("1-3-2-2")).Value);
        Assert.Null((await storage.BoardAsync()).Find(IndicatorCode.Parse("1-3-2-1")));
    }

    [Fact]
    public async Task Load_ThatDropsAnIndicatorAndBringsItBack_ShowsItsFiguresAgain()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-3-2-1", 2026, "60000");
        await storage.PlanWriter.LoadAsync(Revised(("\"code\": \"1-3-2-1\"", "\"code\": \"1-3-2-2\"")), Storage.Stop);

        await storage.PlanWriter.LoadAsync(PlanFile.BuiltIn(), Storage.Stop);

        Assert.Equal("60,000人", (await storage.CardAsync("1-3-2-1")).Value);
    }

    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会2", "\"name\": \"研修会\"", "\"name\": \"研修\"")]
    [InlineData("1-3-1-3", "－", "\"dash\": true,", "")]
    [InlineData("1-1-1-2", "148/218", "\"pair\": { \"numerator\": \"耐震化済みの施設\", \"denominator\": \"対象の施設\", \"unit\": \"棟\", \"required\": true },", "")]
    public async Task Load_ThatSavedFiguresWouldNotFit_IsRefusedAndNothingChanges(string code, string reading, string old, string now)
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync(code, 2025, reading);
        await storage.Signal.WaitAsync(Storage.Stop);
        var file = Revised((old, now));

        var compared = await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.CompareAsync(file, Storage.Stop));
        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.LoadAsync(file, Storage.Stop));

        Assert.Equal($"保存済みの実績と形が合わなくなるため、読み込めません: 指標 {code}(数え方や単位を確かめてください)", refusal.Message);
        Assert.Equal(refusal.Message, compared.Message);
        Assert.Equal((2, PlanFile.BuiltIn().Json), ((await storage.BoardAsync()).Revision, await JsonAsync(storage)));
        Assert.False(storage.Signal.WaitAsync(Storage.Stop).IsCompleted, "A refused plan must not be announced");
    }

    [Fact]
    public async Task Load_WhileFiguresAreSaved_LosesNeither()
    {
        await using var storage = await Storage.ReadyAsync();
        var files = Enumerable.Range(40, 6).Select(n => Revised(($"\"value\": 39, \"decimals\": 0", $"\"value\": {n}, \"decimals\": 0"))).ToList();

        var loading = Task.Run(async () => { foreach (var file in files) await storage.PlanWriter.LoadAsync(file, Storage.Stop); }, Storage.Stop);
        for (var i = 0; i < 40; i++) await storage.SaveAsync("1-3-2-1", 2026, $"{60_000 + i}");
        await loading;

        var board = await storage.BoardAsync();
        Assert.Equal((47, 40, 45m), (board.Revision, board.Find(IndicatorCode.Parse("1-3-2-1"))!.Indicator.Figures.Length,
            board.Find(IndicatorCode.Parse("1-1-1-4"))!.Indicator.Target.Values[0].Number));
    }

    private static PlanFile Revised(params (string Old, string Now)[] changes)
    {
        Assert.All(changes, c => Assert.Contains(c.Old, BrokenPlan.Whole));
        return PlanFile.Parse(changes.Aggregate(BrokenPlan.Whole, (json, c) => json.Replace(c.Old, c.Now)), "revised.json");
    }

    private static async Task<string> WriteAsync(Storage storage, PlanFile file)
    {
        var path = Path.Combine(storage.Directory, "他市の計画.json");
        await File.WriteAllTextAsync(path, file.Json);
        return path;
    }

    private static async Task<string> JsonAsync(Storage storage)
    {
        await using var db = storage.Open();
        return (await db.Documents.OrderBy(d => d.Version).LastAsync(Storage.Stop)).Json;
    }

    private static async Task<List<Figure>> FiguresAsync(Storage storage)
    {
        await using var db = storage.Open();
        return [.. (await db.Figures.OrderBy(f => f.Number).ToListAsync(Storage.Stop)).Select(f => f.ToFigure())];
    }
}
