using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Days and milestones: which revision stood when, what each save was, and databases from before revisions were kept.</summary>
public sealed class MilestoneTests
{
    private static readonly DateOnly Today = new(2027, 3, 24); // as the tests' clock starts

    [Fact]
    public async Task EndOfADay_InJapan_TakesTheLastSaveBeforeMidnightThere()
    {
        await using var storage = await Storage.ReadyAsync();
        await SaveAtAsync(storage, "2027-03-25T14:59:59Z", "82.9"); // 23:59:59 in Ueda
        await SaveAtAsync(storage, "2027-03-25T15:00:00Z", "82.8"); // the next day there

        Assert.Equal([1, 2, 3], await RevisionsAsync(storage, Today, Today.AddDays(1), Today.AddDays(2)));
        Assert.Null(await storage.Reader.ReadRevisionAtEndOfAsync(Today.AddDays(-1), Storage.Stop));
    }

    [Fact]
    public async Task EndOfADay_WhoseClockSteppedBack_HoldsWhatWasSavedBefore()
    {
        await using var storage = await Storage.ReadyAsync();
        await SaveAtAsync(storage, "2027-03-27T01:00:00Z", "82.9");
        await SaveAtAsync(storage, "2027-03-25T01:00:00Z", "82.8");

        Assert.Equal([1, 3, 3], await RevisionsAsync(storage, Today, new DateOnly(2027, 3, 25), new DateOnly(2027, 3, 28)));
    }

    [Fact]
    public async Task EndOfADay_AfterANewPlanFile_IsTheRevisionOfThatFile()
    {
        await using var storage = await Storage.ReadyAsync();
        await SaveAtAsync(storage, "2027-03-25T01:00:00Z", "82.9");
        await storage.PlanWriter.LoadAsync(PlanFile.BuiltIn(), Storage.Stop);

        Assert.Equal([3], await RevisionsAsync(storage, new DateOnly(2027, 3, 25)));
    }

    [Fact]
    public async Task Milestones_OfSavesAndPlanFiles_SayWhatEachChangedNewestFirst()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-2", 2025, "146/218");
        await storage.SaveAsync("1-1-1-2", 2026, "148/218");
        await storage.PlanWriter.LoadAsync(PlanFile.BuiltIn(), Storage.Stop);

        var page = await storage.Reader.ReadMilestonesAsync(1, Storage.Stop);

        Assert.Equal([4, 3, 2, 1], page.Items.Select(m => m.Revision));
        Assert.Equal([2, null, null, 1], page.Items.Select(m => m.PlanVersion));
        Assert.Equal(("67.0%", "67.9%", Status.Watch, Status.OnTrack), page.Items[1].Change is { } c ? (c.Before, c.After, c.StatusBefore, c.StatusAfter) : default);
        Assert.Equal((1, 1, Today), (page.Page, page.Pages, page.FirstDay));
    }

    [Theory]
    [InlineData(1, 1, 102, 53)]
    [InlineData(3, 3, 2, 1)]
    [InlineData(99, 3, 2, 1)]
    public async Task Milestones_MoreThanAPageHolds_ArePaged(int asked, int shown, int newest, int oldest)
    {
        await using var storage = await Storage.ReadyAsync();
        await using (var db = storage.Open())
        {
            db.Figures.AddRange(Enumerable.Range(2, 101).Select(revision => FigureRow.Of(new Figure
            {
                Number = 0, Revision = revision, Indicator = IndicatorCode.Parse("1-3-2-1"), Year = FiscalYear.Reiwa(8), Stage = FigureStage.Actual,
                Reading = new Reading.Amount(60_000 + revision), Author = Storage.HeadOf("koho"), SavedAt = Proposals.Now.AddMinutes(revision),
            })));
            await db.SaveChangesAsync(Storage.Stop);
        }

        var page = await storage.Reader.ReadMilestonesAsync(asked, Storage.Stop);

        Assert.Equal((shown, 3, newest, oldest), (page.Page, page.Pages, page.Items[0].Revision, page.Items[^1].Revision));
        Assert.Equal([(FiscalYear.Reiwa(8), 1)], page.Years);
    }

    [Fact]
    public async Task Database_FromBeforeRevisionsWereKept_GetsThemInTheOrderOfSaving()
    {
        await using var storage = Storage.Empty();
        await MakeOldAsync(storage, "10:00, 12:00, 12:30", "11:00, 11:30, 12:00, 12:10, 13:00"); // the second file came after the figure of the same instant

        await storage.Services.PrepareAsync(Storage.Stop);

        var (documents, figures) = await RevisionsOfAsync(storage);
        Assert.Equal([1, 5, 7], documents);
        Assert.Equal([2, 3, 4, 6, 8], figures);
    }

    [Fact]
    public async Task Database_FromBeforeRevisionsWereKeptWhoseClockSteppedBack_KeepsTheOrderOfNumbers()
    {
        await using var storage = Storage.Empty();
        await MakeOldAsync(storage, "18:00, 12:00, 11:00", "11:30, 10:00, 14:00, 09:00, 15:00");

        await storage.Services.PrepareAsync(Storage.Stop);

        var (documents, figures) = await RevisionsOfAsync(storage);
        Assert.Equal(figures.Order(), figures);
        Assert.Equal(documents.Order(), documents);
        Assert.Equal(Enumerable.Range(1, 8).Select(r => (long)r), documents.Concat(figures).Order());
    }

    private static async Task SaveAtAsync(Storage storage, string moment, string reading)
    {
        storage.Time.AdjustTime(DateTimeOffset.Parse(moment, null));
        await storage.SaveAsync("1-1-1-3", 2026, reading);
    }

    private static async Task<List<long?>> RevisionsAsync(Storage storage, params DateOnly[] days)
    {
        List<long?> revisions = [];
        foreach (var day in days) revisions.Add(await storage.Reader.ReadRevisionAtEndOfAsync(day, Storage.Stop));
        return revisions;
    }

    // As the version before wrote them: without revisions.
    private static async Task MakeOldAsync(Storage storage, string documents, string figures)
    {
        await using var db = storage.Open();
        await db.GetService<IMigrator>().MigrateAsync("DisplayLinks", Storage.Stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO PlanState (Id, Revision, PlanVersion, Demo) VALUES (1, 8, 3, 0)", Storage.Stop);
        await db.Database.ExecuteSqlAsync($"INSERT INTO Indicators (Code, Version) VALUES ('1-1-1-3', 5)", Storage.Stop);
        foreach (var (time, i) in documents.Split(", ").Select((t, i) => (t, i)))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO PlanDocuments (Version, LoadedAt, Json) VALUES ({i + 1}, {$"2027-03-24 {time}:00"}, '{{}}')", Storage.Stop);
        }
        foreach (var time in figures.Split(", "))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO Figures (Indicator, Year, Stage, Reading, SavedAt, Account, Role) VALUES ('1-1-1-3', 2026, 0, '82.9', {$"2027-03-24 {time}:00"}, 'a', 1)", Storage.Stop);
        }
    }

    private static async Task<(List<long> Documents, List<long> Figures)> RevisionsOfAsync(Storage storage)
    {
        await using var db = storage.Open();
        return (await db.Documents.OrderBy(d => d.Version).Select(d => d.Revision).ToListAsync(Storage.Stop),
            await db.Figures.OrderBy(f => f.Number).Select(f => f.Revision).ToListAsync(Storage.Stop));
    }
}
