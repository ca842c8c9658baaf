using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The records: what each save was, what it changed on the board of its time, and who may see it.</summary>
public sealed class RecordReaderTests
{
    private const string Rate = "1-1-1-2";
    private const string Members = "1-1-1-3";

    [Fact]
    public async Task Records_OfEveryKindOfEntry_SayKindAndBothStatuses()
    {
        await using var storage = await StoryAsync();

        var records = await AllAsync(storage, Storage.Office, new RecordQuery());

        Assert.Equal(
            [
                "前の値に戻す 未入力 → 81.9% 未入力 → 注意",
                "取り消し 81.9% → 未入力 注意 → 未入力",
                "コメント 81.9% → 81.9% 注意 → 注意",
                "訂正 79.9% → 81.9% 要対応 → 注意",
                "入力 未入力 → 79.9% 未入力 → 要対応",
                "途中経過 未入力 → 140人 未入力 → 未入力",
                "計画ファイル",
            ],
            records.Select(r => r.Figures is [var f] ? $"{r.Kind.ToWord()} {f.ValueBefore} → {f.ValueAfter} {f.Change.StatusBefore.ToWord()} → {f.Change.StatusAfter.ToWord()}" : r.Kind.ToWord()));
    }

    [Fact]
    public async Task Records_AskedForByKind_AreThoseOfThatKindAndNoOthers()
    {
        await using var storage = await StoryAsync();
        var all = await AllAsync(storage, Storage.Office, new RecordQuery());

        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            var page = await storage.Records.ReadAsync(Storage.Office, new RecordQuery { Kind = kind }, 1, Storage.Stop);

            Assert.Equal(all.Where(r => r.Kind == kind).Select(r => r.Revision), page.Items.Select(r => r.Revision));
            Assert.Equal(page.Items.Length, page.Total);
        }
    }

    [Fact]
    public async Task Records_AfterATargetWasRevised_KeepTheStatusOfTheirTime()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync(Rate, 2026, "148/218");
        var harder = PlanFile.BuiltIn().Json.Replace("\"value\": 70, \"decimals\": 0, \"numerator\": 152, \"denominator\": 218, \"printed\": \"70% [152/218棟]\"",
            "\"value\": 90, \"decimals\": 0, \"numerator\": 196, \"denominator\": 218, \"printed\": \"90% [196/218棟]\"", StringComparison.Ordinal);
        await storage.PlanWriter.LoadAsync(PlanFile.Parse(harder, "試験"), Storage.Stop);

        var record = (await AllAsync(storage, Storage.Office, new RecordQuery()))[1];

        Assert.Equal(Status.OnTrack, record.Figures[0].Change.StatusAfter);
        Assert.Equal(Status.ActionNeeded, (await storage.CardAsync(Rate)).Status);
    }

    [Fact]
    public async Task Records_ForADepartment_AreThoseOfItsIndicatorsWhoeverSavedThem()
    {
        await using var storage = await StoryAsync();

        var own = await AllAsync(storage, Storage.StaffOf("jinken-kyosei"), new RecordQuery());
        var forged = await AllAsync(storage, Storage.StaffOf("jinken-kyosei"), new RecordQuery { Department = "shimin-sanka" });
        var asked = await AllAsync(storage, Storage.Office, new RecordQuery { Department = "jinken-kyosei" });

        Assert.Equal([RecordKind.Interim], own.Select(r => r.Kind));
        Assert.Equal(own.Select(r => r.Revision), forged.Select(r => r.Revision));
        Assert.Equal(own.Select(r => r.Revision), asked.Select(r => r.Revision));
        Assert.Equal(("人権共生課", AuthorRole.Head), (own[0].Department, own[0].Role));
    }

    [Theory]
    [InlineData("自治会 加入", 5)]
    [InlineData("ｼﾞﾁｶｲ", 5)]
    [InlineData("公園", 0)]
    [InlineData("1-1-1-3", 5)]
    [InlineData("平和の灯", 1)]
    public async Task Records_SearchedByName_AreThoseOfIndicatorsSoCalled(string typed, int expected)
    {
        await using var storage = await StoryAsync();

        Assert.Equal(expected, (await AllAsync(storage, Storage.Office, new RecordQuery { Search = SearchQuery.Parse(typed) })).Count);
    }

    [Fact]
    public async Task Records_OfAFiscalYear_EndWithItsLastEveningInJapan()
    {
        await using var storage = await Storage.ReadyAsync();
        storage.Time.AdjustTime(DateTimeOffset.Parse("2027-03-31T14:59:00Z", null));
        await storage.SaveAsync(Members, 2026, "81.9");
        storage.Time.AdjustTime(DateTimeOffset.Parse("2027-03-31T15:00:00Z", null));
        await storage.SaveAsync(Members, 2026, "81.8");

        Assert.Equal([2, 1], (await AllAsync(storage, Storage.Office, new RecordQuery { Year = FiscalYear.Reiwa(8) })).Select(r => r.Revision));
        Assert.Equal([3], (await AllAsync(storage, Storage.Office, new RecordQuery { Year = FiscalYear.Reiwa(9) })).Select(r => r.Revision));
    }

    [Fact]
    public async Task Records_OfFiguresImportedTogether_AreOneWithAllOfThem()
    {
        await using var storage = await Storage.ReadyAsync();
        await AddAsync(storage, Enumerable.Range(0, 3).Select(i => Entry(2, 60_000 + i, 2026 + (i / 3)) with { Origin = FigureOrigin.Imported, Reason = "年度末のまとめ入力" }));

        var page = await storage.Records.ReadAsync(Storage.Office, new RecordQuery(), 1, Storage.Stop);

        Assert.Equal((2, RecordKind.Imported, 3, "年度末のまとめ入力"), (page.Total, page.Items[0].Kind, page.Items[0].Figures.Length, page.Items[0].Reason));
        Assert.Equal(["60,000人", "60,001人", "60,002人"], page.Items[0].Figures.Select(f => f.Change.After));
    }

    [Fact]
    public async Task Records_OfFiguresImportedForSeveralReasons_GiveNoneForAll()
    {
        await using var storage = await Storage.ReadyAsync();
        await AddAsync(storage, Enumerable.Range(0, 3).Select(i => Entry(2, 60_000 + i, 2024 + i) with { Origin = FigureOrigin.Imported, Reason = i == 0 ? "転記の誤り" : null }));

        var record = (await storage.Records.ReadAsync(Storage.Office, new RecordQuery(), 1, Storage.Stop)).Items[0];

        Assert.Null(record.Reason);
        Assert.Equal(["転記の誤り", null, null], record.Figures.Select(f => f.Figure.Reason));
    }

    [Fact]
    public async Task Records_TenThousand_ComeAPageAtATimeAndAllInOrder()
    {
        await using var storage = await Storage.ReadyAsync();
        await AddAsync(storage, Enumerable.Range(2, 10_000).Select(i => Entry(i, 50_000 + (i % 9_973), 2024 + (i % 3))));

        var page = await storage.Records.ReadAsync(Storage.Office, new RecordQuery { Kind = RecordKind.Correction, Search = SearchQuery.Parse("ソーシャル") }, 2, Storage.Stop);
        var numbers = new List<long>();
        await foreach (var record in storage.Records.ReadAllAsync(Storage.Office, new RecordQuery { Kind = RecordKind.Correction, Department = "koho" }, Storage.Stop)) numbers.Add(record.Revision);

        Assert.Equal((2, RecordReader.PerPage), (page.Page, page.Items.Length));
        Assert.All(page.Items, r => Assert.Equal(r.Figures[0].Change.Before, FigureFormat.Of(r.Figures[0].Indicator, r.Figures[0].Before!.Reading)));
        Assert.Equal(numbers.OrderDescending(), numbers);
        Assert.Equal(9_997, numbers.Count);
    }

    // One indicator through every kind of entry, and another department's interim.
    private static async Task<Storage> StoryAsync()
    {
        var storage = await Storage.ReadyAsync();
        await storage.SaveInterimAsync("1-2-1-4", 2026, "140");
        await storage.SaveAsync(Members, 2026, "79.9");
        var corrected = await storage.SaveAsync(Members, 2026, "81.9");
        var comment = new NewFigure(corrected.Year, FigureStage.Actual, corrected.Reading, corrected.Author, corrected.Number, "窓口で声をかけました。", "説明を足すため");
        await storage.Writer.SaveAsync(new RecordFigure(corrected.Indicator, comment), Storage.Stop);
        await GoBackAsync(storage, FigureOrigin.Undone, FigureStage.Withdrawn);
        await GoBackAsync(storage, FigureOrigin.Restored, FigureStage.Actual);
        return storage;
    }

    // Written past the rules: only the reading of it is tested here.
    private static async Task GoBackAsync(Storage storage, FigureOrigin origin, FigureStage stage)
    {
        var newest = (await storage.CardAsync(Members)).Indicator.Figures[^1];
        await using var db = storage.Open();
        db.Figures.Add(FigureRow.Of(newest with { Number = 0, Revision = newest.Revision + 1, Stage = stage, Origin = origin, Reason = "けた違いのため" }));
        await db.States.ExecuteUpdateAsync(s => s.SetProperty(state => state.Revision, state => state.Revision + 1), Storage.Stop);
        await db.SaveChangesAsync(Storage.Stop);
    }

    private static Figure Entry(int revision, int value, int year) => new()
    {
        Number = 0, Revision = revision, Indicator = IndicatorCode.Parse("1-3-2-1"), Year = new FiscalYear(year), Stage = FigureStage.Actual,
        Reading = new Reading.Amount(value), Author = Storage.HeadOf("koho"), SavedAt = Proposals.Now.AddSeconds(revision),
    };

    private static async Task AddAsync(Storage storage, IEnumerable<Figure> figures)
    {
        await using var db = storage.Open();
        db.Figures.AddRange(figures.Select(FigureRow.Of));
        await db.SaveChangesAsync(Storage.Stop);
    }

    private static async Task<List<PlanRecord>> AllAsync(Storage storage, Author viewer, RecordQuery query)
    {
        List<PlanRecord> records = [];
        await foreach (var record in storage.Records.ReadAllAsync(viewer, query, Storage.Stop)) records.Add(record);
        var page = await storage.Records.ReadAsync(viewer, query, 1, Storage.Stop);
        Assert.Equal(records.Select(r => r.Revision), page.Items.Select(r => r.Revision)); // both ways of reading agree
        return records;
    }
}
