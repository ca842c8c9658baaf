using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Who may leave, read, return and publish a draft, and that it shows on no board.</summary>
public sealed class DraftDeskTests
{
    private const string Department = "shimin-sanka";
    private static readonly IndicatorCode _code = IndicatorCode.Parse("1-1-1-2");
    private static readonly FiscalYear _year = new(2026);
    private static readonly Author _staff = Storage.StaffOf(Department);
    private static readonly Author _head = Storage.HeadOf(Department);

    [Fact]
    public async Task Keep_ByStaff_IsReadByTheHeadAsTypedAndMovesNoRevision()
    {
        await using var storage = await Storage.ReadyAsync();

        await DeskOf(storage).KeepAsync(Typed("１４８ほど\n𠮷"), Storage.Stop);

        var draft = Assert.Single(await DeskOf(storage).ReadAllAsync(_head, Storage.Stop));
        Assert.Equal(("１４８ほど\n𠮷", _staff.Account, AuthorRole.Staff, true), (draft.Typed, draft.Account, draft.By, draft.IsWaiting));
        Assert.Equal(storage.Time.GetUtcNow(), draft.SavedAt);
        var board = await storage.BoardAsync();
        Assert.Equal((1, 0), (board.Revision, board.Cards.Sum(c => c.Indicator.Figures.Length)));
    }

    [Fact]
    public async Task Keep_OverTheSeenDraft_ReplacesItAndTellsTheDepartment()
    {
        await using var storage = await Storage.ReadyAsync();
        var told = new List<string>();
        DeskOf(storage).Changed += told.Add;
        var first = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);

        await DeskOf(storage).KeepAsync(Typed("149") with { Author = _head, Seen = first.Mark }, Storage.Stop);

        var draft = await DeskOf(storage).FindAsync(_staff, _code, _year, Storage.Stop);
        Assert.Equal(("149", AuthorRole.Head, false), (draft!.Typed, draft.By, draft.IsWaiting));
        Assert.Equal([Department, Department], told);
    }

    [Fact]
    public async Task Keep_OverADraftNobodySaw_IsRefusedAndLosesNothing()
    {
        await using var storage = await Storage.ReadyAsync();
        var first = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        var second = await DeskOf(storage).KeepAsync(Typed("149") with { Seen = first.Mark }, Storage.Stop);

        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed("150"), Storage.Stop), "ほかの人が同じ時に、この下書きを変えました");
        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed("150") with { Seen = first.Mark }, Storage.Stop), "ほかの人が同じ時に、この下書きを変えました");
        await AssertRefusedAsync(() => DeskOf(storage).ReturnAsync(_head, first, "対象の棟数を確かめてください", Storage.Stop), "ほかの人が同じ時に、この下書きを変えました");

        Assert.Equal(second, await DeskOf(storage).FindAsync(_head, _code, _year, Storage.Stop));
    }

    [Fact]
    public async Task Keep_TenAtOnce_OneIsKeptAndTheOthersAreTold()
    {
        await using var storage = await Storage.ReadyAsync();
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
        {
            await start.Task;
            return await Record.ExceptionAsync(() => DeskOf(storage).KeepAsync(Typed($"{i}"), Storage.Stop));
        }, Storage.Stop)).ToList();
        start.SetResult();

        var outcomes = await Task.WhenAll(all);

        Assert.Single(outcomes, o => o is null);
        Assert.All(outcomes.OfType<Exception>(), o => Assert.Equal("ほかの人が同じ時に、この下書きを変えました", Assert.IsType<PlanRuleException>(o).Message));
    }

    [Fact]
    public async Task Desk_ForAnybodyElse_ShowsAndTakesNothing()
    {
        await using var storage = await Storage.ReadyAsync();
        var draft = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        var stranger = Storage.HeadOf("zaisei");
        await DisableAsync(storage, "koho-staff");

        Assert.Empty(await DeskOf(storage).ReadAllAsync(stranger, Storage.Stop));
        Assert.Empty(await DeskOf(storage).ReadAllAsync(Storage.Office, Storage.Stop));
        await AssertRefusedAsync(() => DeskOf(storage).ReadAllAsync(Storage.StaffOf("koho"), Storage.Stop), "利用者の情報が変わりました。サインインし直してください");
        await AssertRefusedAsync(() => DeskOf(storage).ReadAllAsync(stranger with { Department = Department }, Storage.Stop), "利用者の情報が変わりました。サインインし直してください");
        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed("1") with { Author = stranger, Seen = draft.Mark }, Storage.Stop), "この指標は、ほかの課が担当しています");
        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed("1") with { Author = Storage.Office, Seen = draft.Mark }, Storage.Stop), "下書きは担当課の担当者と課長のものです");
        await AssertRefusedAsync(() => DeskOf(storage).ReturnAsync(stranger, draft, "直してください", Storage.Stop), "この指標は、ほかの課が担当しています");
        await AssertRefusedAsync(() => DeskOf(storage).ReturnAsync(_staff, draft, "直してください", Storage.Stop), "下書きを返せるのは課長です");
        await AssertRefusedAsync(() => DeskOf(storage).WithdrawAsync(_head, draft, Storage.Stop), "ほかの人の下書きは消せません");
        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed("1") with { Year = new FiscalYear(2023) }, Storage.Stop), "令和5年度の実績は入力できません");
        await AssertRefusedAsync(() => DeskOf(storage).KeepAsync(Typed(new string('長', DraftDesk.LongestTyped + 1)) with { Seen = draft.Mark }, Storage.Stop),
            "入力が長すぎて、下書きに残せません。コメントと変更の理由を200字までにしてください");
        Assert.Equal(draft, await DeskOf(storage).FindAsync(_head, _code, _year, Storage.Stop));
    }

    [Fact]
    public async Task Return_ByTheHead_ReachesTheStaffWithTheWordUntilTheyKeepItAgain()
    {
        await using var storage = await Storage.ReadyAsync();
        var draft = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        await AssertRefusedAsync(() => DeskOf(storage).ReturnAsync(_head, draft, " ", Storage.Stop), "返すときのひとことを入力してください");
        await AssertRefusedAsync(() => DeskOf(storage).ReturnAsync(_head, draft, new string('長', 201), Storage.Stop), "ひとことは200字までです");

        await DeskOf(storage).ReturnAsync(_head, draft, " 対象の棟数を確かめてください ", Storage.Stop);

        var returned = (await DeskOf(storage).FindAsync(_staff, _code, _year, Storage.Stop))!;
        Assert.Equal(("148", "対象の棟数を確かめてください", true, false), (returned.Typed, returned.Word, returned.IsReturned, returned.IsWaiting));
        var again = await DeskOf(storage).KeepAsync(Typed("149") with { Seen = returned.Mark }, Storage.Stop);
        Assert.Equal((DraftState.Handed, null), (again.State, again.Word));
    }

    [Fact]
    public async Task Withdraw_OwnDraft_LeavesNothingAndTwiceIsNoHarm()
    {
        await using var storage = await Storage.ReadyAsync();
        var draft = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);

        await DeskOf(storage).WithdrawAsync(_staff, draft, Storage.Stop);
        await DeskOf(storage).WithdrawAsync(_staff, draft, Storage.Stop);

        Assert.Empty(await DeskOf(storage).ReadAllAsync(_head, Storage.Stop));
    }

    [Fact]
    public async Task Publish_OfADraft_TakesItAwayInTheSameTransaction()
    {
        await using var storage = await Storage.ReadyAsync();
        var draft = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        var request = await storage.ProposeAsync("1-1-1-2", 2026, "148/218");

        await AssertRefusedAsync(() => storage.Writer.SaveAsync(request with { Figure = request.Figure with { Author = _staff }, Draft = draft.Mark }, Storage.Stop), "公開できるのは課長です。入力した内容を課長に伝えてください");
        Assert.Single(await DeskOf(storage).ReadAllAsync(_head, Storage.Stop));
        await storage.Writer.SaveAsync(request with { Draft = draft.Mark }, Storage.Stop);

        Assert.Empty(await DeskOf(storage).ReadAllAsync(_head, Storage.Stop));
    }

    [Fact]
    public async Task Publish_OfADraftThatChangedSince_LeavesTheNewerOne()
    {
        await using var storage = await Storage.ReadyAsync();
        var seen = await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        var newer = await DeskOf(storage).KeepAsync(Typed("149") with { Seen = seen.Mark }, Storage.Stop);

        var request = await storage.ProposeAsync("1-1-1-2", 2026, "148/218");
        await storage.Writer.SaveAsync(request with { Draft = seen.Mark }, Storage.Stop);

        Assert.Equal(newer, Assert.Single(await DeskOf(storage).ReadAllAsync(_staff, Storage.Stop)));
    }

    [Fact]
    public async Task Drafts_OfAnIndicatorThatMoved_FollowItToItsNewDepartment()
    {
        await using var storage = await Storage.ReadyAsync();
        await DeskOf(storage).KeepAsync(Typed("148"), Storage.Stop);
        var moved = PlanFile.Parse(PlanFile.BuiltIn().Json.Replace($"\"department\": \"{Department}\"", "\"department\": \"koho\"", StringComparison.Ordinal), "new.json");

        await storage.PlanWriter.LoadAsync(moved, Storage.Stop);

        Assert.Empty(await DeskOf(storage).ReadAllAsync(_head, Storage.Stop));
        Assert.Single(await DeskOf(storage).ReadAllAsync(Storage.HeadOf("koho"), Storage.Stop));
    }

    private static DraftDesk DeskOf(Storage storage) => storage.Services.GetRequiredService<DraftDesk>();

    private static KeepDraft Typed(string text) => new(_code, _year, text, _staff);

    private static async Task AssertRefusedAsync(Func<Task> act, string sentence) =>
        Assert.Equal(sentence, (await Assert.ThrowsAsync<PlanRuleException>(act)).Message);

    private static async Task DisableAsync(Storage storage, string account)
    {
        await using var db = storage.Open();
        await db.Users.Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.Disabled, true), Storage.Stop);
    }
}
