using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Who may change the plan, and what becomes of two who do it at once.</summary>
public sealed class PlanOfficeTests
{
    private const string Reason = "市議会で決まったため";
    private static readonly PlanEdit Thresholds = new ThresholdsEdit(new Thresholds(0.7m, 0.95m));

    [Theory]
    [InlineData(AuthorRole.Head)]
    [InlineData(AuthorRole.Staff)]
    public async Task Plan_ChangedByADepartment_IsRefusedEverywhere(AuthorRole role)
    {
        await using var storage = await Storage.ReadyAsync();
        var author = role == AuthorRole.Head ? Storage.HeadOf("zaisei") : Storage.StaffOf("zaisei");
        var file = PlanFile.Parse(BrokenPlan.Whole.Replace("上田市\"", "別の市\""), "new.json");

        Func<Task>[] attempts =
        [
            () => storage.PlanWriter.ReviseAsync(new RevisePlan(author, PlanChangeKind.Thresholds, 1, Reason, [Thresholds]), Storage.Stop),
            () => storage.PlanWriter.LoadAsync(new LoadPlan(author, 1, Reason, file), Storage.Stop),
            () => storage.Previewer.OfAsync(author, [Thresholds], new DateOnly(2027, 3, 24), Storage.Stop),
            () => storage.Previewer.OfAsync(author, file, Storage.Stop),
            () => storage.Previewer.ReadFileAsync(author, Storage.Stop),
        ];

        foreach (var attempt in attempts) Assert.Equal("計画を変えられるのは計画事務局です", (await Assert.ThrowsAsync<PlanRuleException>(attempt)).Message);
        Assert.Equal(1, (await storage.BoardAsync()).Revision);
    }

    [Fact]
    public async Task Plan_ChangedByAHeadWhoSaysToBeTheOffice_IsRefused()
    {
        await using var storage = await Storage.ReadyAsync();
        var forged = new Author(Storage.HeadOf("zaisei").Account, AuthorRole.PlanOffice, null);

        await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.ReviseAsync(new RevisePlan(forged, PlanChangeKind.Thresholds, 1, Reason, [Thresholds]), Storage.Stop));

        Assert.Equal(1, (await storage.BoardAsync()).Revision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public async Task Plan_ChangedWithoutAReason_IsRefused(string reason)
    {
        await using var storage = await Storage.ReadyAsync();

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.ReviseAsync(new RevisePlan(Storage.Office, PlanChangeKind.Thresholds, 1, reason, [Thresholds]), Storage.Stop));

        Assert.Equal(FigureField.Reason, refusal.Field);
    }

    [Fact]
    public async Task Plan_ChangedByTwoAtOnce_KeepsTheFirstAndTellsTheSecond()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.PlanWriter.ReviseAsync(new RevisePlan(Storage.Office, PlanChangeKind.Thresholds, 1, Reason, [Thresholds]), Storage.Stop);

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.ReviseAsync(
            new RevisePlan(Storage.Office, PlanChangeKind.Thresholds, 1, Reason, [new ThresholdsEdit(new Thresholds(0.5m, 0.8m))]), Storage.Stop));

        Assert.Equal("ほかの人が計画を変えました。変更を確かめて、もう一度保存してください", refusal.Message);
        Assert.Equal(new Thresholds(0.7m, 0.95m), (await storage.BoardAsync()).Plan.Thresholds);
    }

    [Fact]
    public async Task Wording_SavedForASection_StandsInsteadOfTheSummaryUntilItIsTakenAway()
    {
        await using var storage = await Storage.ReadyAsync();
        var (purpose, step) = (new PlanTextPlace(PlanTextKind.Purpose, 0, 0), new PlanTextPlace(PlanTextKind.Step, 1, 0));

        await ReviseAsync(storage, 1, new() { [purpose] = "市民と市が\n  力を合わせます。", [step] = "協働を進めます。" });
        var section = (await storage.BoardAsync()).Sections[0].Section;
        Assert.Equal(("市民と市が力を合わせます。", "協働を進めます。", true), (section.Purpose.ToString(), section.Measures[1].Steps[0].Text.ToString(), section.Measures[0].Steps[0].Text.IsSummary));

        await ReviseAsync(storage, 2, new() { [purpose] = " " });
        Assert.True((await storage.BoardAsync()).Sections[0].Section.Purpose.IsSummary);
    }

    [Fact]
    public async Task Wording_TooLongOrBroken_IsRefusedWhole()
    {
        await using var storage = await Storage.ReadyAsync();
        var place = new PlanTextPlace(PlanTextKind.Purpose, 0, 0);

        Assert.Contains("600字まで", (await Assert.ThrowsAsync<PlanRuleException>(() => ReviseAsync(storage, 1, new() { [place] = new string('あ', 601) }))).Message);
        Assert.Contains("読み取れない文字", (await Assert.ThrowsAsync<PlanRuleException>(() => ReviseAsync(storage, 1, new() { [place] = "協\uD800働" }))).Message);
        Assert.Equal(1, (await storage.BoardAsync()).Revision);
    }

    [Fact]
    public async Task UploadedFile_OlderThanWhatTheOfficeDid_SaysWhatItWouldUndo()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.PlanWriter.ReviseAsync(new RevisePlan(Storage.Office, PlanChangeKind.Thresholds, 1, Reason, [Thresholds]), Storage.Stop);
        var older = PlanFile.Parse(BrokenPlan.Whole.Replace("\"printed\": \"39事業\"", "\"printed\": \"39 事業\""), "older.json");

        var lines = (await storage.Previewer.OfAsync(Storage.Office, older, Storage.Stop)).Lines;

        Assert.Equal([("「注意」の境目(目安までの伸び)", true), ("「注意」の境目(水準を維持する指標)", true), ("目標 › 表記", false)],
            lines.Select(l => (l.What, l.UndoesOffice)).OrderBy(l => l.What.Length + (l.UndoesOffice ? 0 : 100)).ToList());
    }

    [Fact]
    public async Task UploadedFile_LoadedByTheOffice_IsTheNextVersionWithItsReason()
    {
        await using var storage = await Storage.ReadyAsync();
        var (version, json) = await storage.Previewer.ReadFileAsync(Storage.Office, Storage.Stop);

        await storage.PlanWriter.LoadAsync(new LoadPlan(Storage.Office, version, Reason, PlanFile.Parse(json.Replace("上田市\"", "新しい市\""), "new.json")), Storage.Stop);

        Assert.Equal((2, "新しい市"), ((await storage.BoardAsync()).PlanVersion, (await storage.BoardAsync()).Plan.City));
    }

    private static Task ReviseAsync(Storage storage, int seen, Dictionary<PlanTextPlace, string?> texts) => storage.PlanWriter.ReviseAsync(
        new RevisePlan(Storage.Office, PlanChangeKind.Wording, seen, Reason, [new WordingEdit(new SectionCode(1, 1, 1), texts)]), Storage.Stop);
}
