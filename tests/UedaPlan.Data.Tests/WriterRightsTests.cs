using System.Reflection;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>
/// Every call that can change the database × everybody who might make it, whatever the screens offer: a call nobody has decided on
/// fails the first test. y is let in, n is refused with a sentence and leaves every table as it was.
/// </summary>
public sealed class WriterRightsTests
{
    private static readonly Author[] Callers =
    [
        new("nobody", AuthorRole.Head, "shimin-sanka"),
        new("shimin-sanka-staff", AuthorRole.Head, "shimin-sanka"), // claims more than the account is
        Storage.StaffOf("shimin-sanka"),
        Storage.HeadOf("zaisei"),
        Storage.HeadOf("shimin-sanka"),
        Storage.Office,
    ];

    private static readonly Dictionary<string, (string Decided, Func<Storage, Author, Task> Call)> Decisions = new()
    {
        ["FigureWriter.SaveAsync"] = ("nnnnyn", async (s, author) => await s.Writer.SaveAsync(await ProposalAsync(s, author), Storage.Stop)),
        ["FigureWriter.SaveAllAsync"] = ("nnnnyn", async (s, author) => Told((await s.Writer.SaveAllAsync([await ProposalAsync(s, author)], Storage.Stop)).Refused.FirstOrDefault()?.ToString())),
        ["DraftDesk.KeepAsync"] = ("nnynyn", (s, author) => s.Drafts.KeepAsync(new KeepDraft(Indicator, Year.Plus(-1), "{}", author), Storage.Stop)),
        ["DraftDesk.ReadAllAsync"] = ("nnynyn", async (s, author) => Told((await s.Drafts.ReadAllAsync(author, Storage.Stop)).IsEmpty ? "sees none" : null)),
        ["DraftDesk.FindAsync"] = ("nnynyn", async (s, author) => Told(await s.Drafts.FindAsync(author, Indicator, Year, Storage.Stop) is null ? "sees none" : null)),
        ["DraftDesk.ReturnAsync"] = ("nnnnyn", async (s, author) => await s.Drafts.ReturnAsync(author, await StaffDraftAsync(s), "数え直してください", Storage.Stop)),
        ["DraftDesk.WithdrawAsync"] = ("nnynnn", async (s, author) => await s.Drafts.WithdrawAsync(author, await StaffDraftAsync(s), Storage.Stop)),
        ["StatisticWriter.SaveAsync"] = ("nnnnyy", (s, author) => s.StatisticWriter.SaveAsync(
            new RecordStatistic(StatisticCode.Parse("1-1-1-1"), new NewStatistic(StatisticGrid.Paste("\t値\n令和6年度\t1").Read(StatisticForm.Lines, "人", null).Values!, author, null, null)), Storage.Stop)),
        ["PlanWriter.ReviseAsync"] = ("nnnnny", (s, author) => s.PlanWriter.ReviseAsync(Revision(author), Storage.Stop)),
        ["PlanWriter.PreviewAsync"] = ("nnnnny", (s, author) => s.PlanWriter.PreviewAsync(Revision(author), Storage.Stop)),
        ["PlanWriter.LoadAsync"] = ("nnnnny", (s, author) => s.PlanWriter.LoadAsync(new LoadPlan(author, 1, "試験のため", OtherCity), Storage.Stop)),
        ["PlanPreviewer.OfAsync"] = ("nnnnny", (s, author) => s.Previewer.OfAsync(author, OtherCity, Storage.Stop)),
        ["PlanPreviewer.ReadFileAsync"] = ("nnnnny", (s, author) => s.Previewer.ReadFileAsync(author, Storage.Stop)),
        ["DisplayLinks.CreateAsync"] = ("nnnnny", (s, author) => s.Links.CreateAsync(author, "市長室", Storage.Stop)),
        ["DisplayLinks.ReadAllAsync"] = ("nnnnny", (s, author) => s.Links.ReadAllAsync(author, Storage.Stop)),
        ["DisplayLinks.RevokeAsync"] = ("nnnnny", async (s, author) => await s.Links.RevokeAsync(author, (await s.Links.ReadAllAsync(Storage.Office, Storage.Stop))[0].Id, Storage.Stop)),
    };

    // Asked by the server of itself, with no person behind: at the start, from its own machine, or with a secret that is the right.
    private static readonly string[] NotForPersons =
    [
        "ChangeSignal.WaitAsync", "PlanStore.PrepareAsync", "PlanWriter.CompareAsync", "PlanWriter.TakeEffectAsync", "DisplayLinks.FindAsync", "DisplayLinks.StandsAsync", "DisplayLinks.NoteUseAsync", "PlanFile.ReadAsync",
    ];

    [Fact]
    public void Calls_OfTheDataLayer_AreAllDecided()
    {
        var calls = typeof(PlanData).Assembly.GetExportedTypes().Where(t => !t.Name.EndsWith("Reader", StringComparison.Ordinal) && t != typeof(PlanData))
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType)).Select(m => $"{m.DeclaringType!.Name}.{m.Name}").ToHashSet();

        Assert.Equal(calls.Order(StringComparer.Ordinal), Decisions.Keys.Concat(NotForPersons).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Names => [.. Decisions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_ByEachCaller_IsAnsweredAsDecided(string name)
    {
        var (decided, call) = Decisions[name];
        var answers = "";
        foreach (var caller in Callers)
        {
            await using var storage = await Storage.ReadyAsync();
            await storage.Links.CreateAsync(Storage.Office, "玄関", Storage.Stop); // one that can be revoked
            await storage.Drafts.KeepAsync(new KeepDraft(Indicator, Year, "{}", Storage.StaffOf("shimin-sanka")), Storage.Stop); // and one that can be seen
            answers += await IsLetInAsync(storage, () => call(storage, caller)) ? 'y' : 'n';
        }

        Assert.Equal(decided, answers);
    }

    private static async Task<bool> IsLetInAsync(Storage storage, Func<Task> call)
    {
        var before = await RowsAsync(storage);
        try
        {
            await call();
            return true;
        }
        catch (PlanRuleException)
        {
            Assert.Equal(before, await RowsAsync(storage));
            return false;
        }
    }

    private static IndicatorCode Indicator => IndicatorCode.Parse("1-1-1-3");
    private static FiscalYear Year => new(2026);
    private static PlanFile OtherCity => PlanFile.Parse(PlanFile.BuiltIn().Json.Replace("\"上田市\"", "\"別の市\""), "別の市.json");

    private static async Task<Draft> StaffDraftAsync(Storage storage) => (await storage.Drafts.FindAsync(Storage.StaffOf("shimin-sanka"), Indicator, Year, Storage.Stop))!;

    // What is answered with less instead of a refusal counts as one.
    private static void Told(string? less)
    {
        if (less is not null) throw new PlanRuleException(less);
    }

    private static RevisePlan Revision(Author author) => new(author, PlanChangeKind.Thresholds, 1, "試験のため", [new Renaming()]);

    private static async Task<RecordFigure> ProposalAsync(Storage storage, Author author)
    {
        var proposal = await storage.ProposeAsync(Indicator.ToString(), Year.StartYear, "82.9");
        return proposal with { Figure = proposal.Figure with { Author = author } };
    }

    private static async Task<string> RowsAsync(Storage storage)
    {
        await using var db = storage.Open();
        var state = await db.States.AsNoTracking().SingleAsync(Storage.Stop);
        return $"{state.Revision} {state.PlanVersion} {await db.Figures.CountAsync(Storage.Stop)} {await db.Statistics.CountAsync(Storage.Stop)} {await db.Documents.CountAsync(Storage.Stop)} "
            + $"{await db.Drafts.CountAsync(Storage.Stop)} {await db.DisplayLinks.CountAsync(Storage.Stop)} {await db.Users.CountAsync(Storage.Stop)}";
    }

    private sealed record Renaming : PlanEdit
    {
        internal override void Apply(System.Text.Json.Nodes.JsonObject plan) => plan["city"] = "別の市";
    }
}
