using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>What saved values of a chart leave behind, who is refused, and what a revised plan makes of them.</summary>
public sealed class StatisticWriterTests
{
    private const string Code = "1-1-1-2";
    private const string Title = "自治会加入率の推移";

    [Fact]
    public async Task Save_OfAChart_IsReadBackAsEnteredAndMovesTheRevisionByOne()
    {
        await using var storage = await Storage.ReadyAsync();
        var values = Values("件、千円", "\t件数\t金額\n令4\t\t3265.50\n令5\t▲17\t0") with { Note = "𠮷・㈱・=1" };

        var saved = await storage.SaveStatisticAsync(Code, values);

        var board = await storage.BoardAsync();
        Assert.Equal((2, 1), (board.Revision, saved.Number));
        Assert.Equivalent(saved, board.Find(saved.Code)!.Entry, strict: true);
        Assert.Equal(("―", "3,265.50", "令和4年度から令和5年度まで、2項目"),
            (board.Find(saved.Code)!.Texts[0][0], board.Find(saved.Code)!.Texts[0][1], board.Find(saved.Code)!.Extent));
        Assert.All(board.Statistics.Where(s => s.Statistic.Code != saved.Code), s => Assert.Null(s.Entry));
    }

    [Fact]
    public async Task Save_OfACorrection_IsALaterEntryAndTheEarlierStays()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveStatisticAsync(Code, Values("%", "\t率\n令4\t82.9"));

        await storage.SaveStatisticAsync(Code, Values("%", "\t率\n令4\t82.3"));

        await using var db = storage.Open();
        var rows = await db.Statistics.OrderBy(s => s.Number).ToListAsync(Storage.Stop);
        Assert.Equal([(1, 2), (2, 3)], rows.Select(r => (r.Number, r.Revision)));
        Assert.Equal(82.3m, (await storage.BoardAsync()).Find(StatisticCode.Parse(Code))!.Values!.Series[0].Values[0]);
        Assert.Equal(82.9m, Assert.Single(await StatisticRow.NewestAsync(db, 2, Storage.Stop)).Values.Series[0].Values[0]);
    }

    [Fact]
    public async Task Save_OfAChart_SignalsAfterTheCommit()
    {
        await using var storage = await Storage.ReadyAsync();
        var heard = Task.Run(async () =>
        {
            await storage.Signal.WaitAsync(Storage.Stop);
            return await storage.Reader.ReadRevisionAsync(Storage.Stop);
        });

        await storage.SaveStatisticAsync(Code, Values("%", "\t率\n令4\t82.9"));

        Assert.Equal(2, await heard);
    }

    [Fact]
    public async Task Save_ThatIsRefused_LeavesTheDatabaseAsItWas()
    {
        await using var storage = await Storage.ReadyAsync();
        var values = Values("%", "\t率\n令4\t82.9");
        await DisableAsync(storage, "koho-head");
        (string Code, NewStatistic Entry, string Sentence)[] refused =
        [
            (Code, new NewStatistic(values, Storage.HeadOf("zaisei"), null), "この統計は、ほかの課が担当しています"),
            (Code, new NewStatistic(values, Storage.StaffOf("shimin-sanka"), null), "公開できるのは課長です。入力した内容を課長に伝えてください"),
            (Code, new NewStatistic(values, Storage.HeadOf("shimin-sanka"), 7), "画面を開き直してから、もう一度入力してください"),
            (Code, new NewStatistic(values, new Author("nobody", AuthorRole.PlanOffice, null), null), "利用者の情報が変わりました。サインインし直してください"),
            ("1-3-2-1", new NewStatistic(values, Storage.HeadOf("koho"), null), "利用者の情報が変わりました。サインインし直してください"),
            ("1-1-1-9", new NewStatistic(values, Storage.Office, null), "この統計は計画にありません。画面を開き直してください"),
        ];
        foreach (var (code, entry, sentence) in refused)
        {
            var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.StatisticWriter.SaveAsync(new RecordStatistic(StatisticCode.Parse(code), entry), Storage.Stop));
            Assert.Equal(sentence, refusal.Message);
        }

        var board = await storage.BoardAsync();
        Assert.Equal(1, board.Revision);
        Assert.All(board.Statistics, s => Assert.Null(s.Entry));
    }

    [Fact]
    public async Task TenSaves_OfOneChartSeenAlike_OneWinsAndTheOthersAreToldWhen()
    {
        await using var storage = await Storage.ReadyAsync();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var saves = Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await start.Task;
            var request = new RecordStatistic(StatisticCode.Parse(Code), new NewStatistic(Values("%", $"\t率\n令4\t{70 + i}"), Storage.HeadOf("shimin-sanka"), null));
            return await Record.ExceptionAsync(() => storage.StatisticWriter.SaveAsync(request, Storage.Stop));
        }, Storage.Stop)).ToList();
        start.SetResult();

        var outcomes = await Task.WhenAll(saves);

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<PlanRuleException>(), o => Assert.EndsWith("にこの統計を保存しました", o.Message, StringComparison.Ordinal));
        Assert.Equal((2, 9), ((await storage.BoardAsync()).Revision, outcomes.OfType<PlanRuleException>().Count()));
    }

    [Fact]
    public async Task LoadedPlan_ThatMovesAChart_TakesItsValuesAlongAndNeverToAnother()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveStatisticAsync(Code, Values("%", "\t率\n令4\t82.9"));
        var json = PlanFile.BuiltIn().Json;
        var inserted = PlanFile.Parse(json.Replace($"{{ \"title\": \"{Title}\"", $"{{ \"title\": \"あたらしい図\", \"department\": \"shimin-sanka\" }}, {{ \"title\": \"{Title}\"", StringComparison.Ordinal), "new.json");

        Assert.DoesNotContain(await storage.PlanWriter.CompareAsync(inserted, Storage.Stop), line => line.StartsWith("注意", StringComparison.Ordinal));
        await storage.PlanWriter.LoadAsync(inserted, Storage.Stop);

        var board = await storage.BoardAsync();
        Assert.Null(board.Find(StatisticCode.Parse("1-1-1-2"))!.Entry);
        Assert.Equal(82.9m, board.Find(StatisticCode.Parse("1-1-1-3"))!.Values!.Series[0].Values[0]);
    }

    [Fact]
    public async Task LoadedPlan_ThatPrintsAnotherChartThere_ShowsItEmptyAndWarnsBefore()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveStatisticAsync(Code, Values("%", "\t率\n令4\t82.9"));
        var other = PlanFile.Parse(PlanFile.BuiltIn().Json.Replace(Title, "べつの|図", StringComparison.Ordinal), "new.json");

        Assert.Contains("注意 1-1-1 図2「自治会加入率の推移」: 同じ題の図がなくなるため、入力済みの値は表示されません(保存は残ります)", await storage.PlanWriter.CompareAsync(other, Storage.Stop));
        await storage.PlanWriter.LoadAsync(other, Storage.Stop);
        Assert.Null((await storage.BoardAsync()).Find(StatisticCode.Parse(Code))!.Entry);

        await storage.PlanWriter.LoadAsync(PlanFile.BuiltIn(), Storage.Stop);
        Assert.Equal(82.9m, (await storage.BoardAsync()).Find(StatisticCode.Parse(Code))!.Values!.Series[0].Values[0]);
    }

    private static StatisticValues Values(string unit, string pasted) => StatisticGrid.Paste(pasted).Read(StatisticForm.Lines, unit, null).Values!;

    private static async Task DisableAsync(Storage storage, string account)
    {
        await using var db = storage.Open();
        await db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.Disabled, true), Storage.Stop);
    }
}
