using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The plan office changes deadlines, departments and assumptions: by itself alone, one after the other, and never a figure.</summary>
public sealed class OfficeEditTests : IAsyncLifetime
{
    private static readonly IndicatorCode Membership = IndicatorCode.Parse("1-1-1-3");
    private static readonly IndicatorCode Survey = IndicatorCode.Parse("1-2-1-3");
    private static readonly DateOnly March = new(2027, 3, 31);
    private Storage _storage = null!;

    public async ValueTask InitializeAsync() => _storage = await Storage.ReadyAsync();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Revise_DeadlineOfOneYear_HoldsForThatYearAndIsNoAssumptionAnyMore()
    {
        await ReviseAsync(new SetYearDeadline(Membership, FiscalYear.Reiwa(8), March));

        var indicator = await IndicatorAsync(Membership);
        Assert.Equal(March, indicator.DeadlineOf(FiscalYear.Reiwa(8)));
        Assert.Equal(new DateOnly(2028, 5, 31), indicator.DeadlineOf(FiscalYear.Reiwa(9)));
        Assert.False(indicator.IsAssumed(Assumption.Deadline));
        Assert.True(indicator.IsAssumed(Assumption.Department));
    }

    [Fact]
    public async Task Preview_OfDeadlines_ReadsAsDaysAndYears()
    {
        await ReviseAsync(new SetYearDeadline(Membership, FiscalYear.Reiwa(8), March));

        var lines = await _storage.PlanWriter.PreviewAsync(new RevisePlan(Storage.Office, PlanChangeKind.Deadlines, 2, "議会日程に合わせて変更",
            [new SetYearDeadline(Membership, FiscalYear.Reiwa(8), March.AddDays(-12)), new SetYearlyDeadline(Membership, new YearlyDeadline(6, 15))]), Storage.Stop);

        Assert.Equal(["追加 指標 1-1-1-3 毎年度の期限: 6月15日", "変更 指標 1-1-1-3 令和8年度の期限: 令和9年3月31日 → 令和9年3月19日"], lines);
    }

    [Fact]
    public async Task Revise_DeadlineTakenBack_LeavesTheStandingDay()
    {
        await ReviseAsync(new SetYearDeadline(Membership, FiscalYear.Reiwa(8), March), new SetYearDeadline(Membership, FiscalYear.Reiwa(9), March.AddYears(1)));
        await ReviseAsync(new SetYearlyDeadline(Membership, new YearlyDeadline(6, 15)), new SetYearDeadline(Membership, FiscalYear.Reiwa(8), null));

        var indicator = await IndicatorAsync(Membership);
        Assert.Equal(new DateOnly(2027, 6, 15), indicator.DeadlineOf(FiscalYear.Reiwa(8)));
        Assert.Equal(March.AddYears(1), indicator.DeadlineOf(FiscalYear.Reiwa(9)));
    }

    [Fact]
    public async Task Revise_SurveyInAYear_IsHeldInThatYearAlone()
    {
        await ReviseAsync(new SetYearDeadline(Survey, FiscalYear.Reiwa(9), new DateOnly(2028, 5, 31)));

        var indicator = await IndicatorAsync(Survey);
        Assert.Null(indicator.DeadlineOf(FiscalYear.Reiwa(8)));
        Assert.Equal(new DateOnly(2028, 5, 31), indicator.DeadlineOf(FiscalYear.Reiwa(9)));
        await RefusedAsync("アンケート調査のため", new SetYearlyDeadline(Survey, YearlyDeadline.Usual));
    }

    [Theory]
    [InlineData("2026-04-01")]
    [InlineData("2030-01-01")]
    public Task Revise_DeadlineOutOfReach_IsRefused(string day) =>
        RefusedAsync("令和8年度の期限は、令和8年4月2日から令和11年4月1日まで", new SetYearDeadline(Membership, FiscalYear.Reiwa(8), DateOnly.Parse(day)));

    [Fact]
    public async Task Revise_AssumptionConfirmed_AllOthersStay()
    {
        await ReviseAsync(new ConfirmAssumption(Membership, Assumption.Bound));

        Assert.Equal([Assumption.Department, Assumption.Deadline], (await IndicatorAsync(Membership)).Assumed);
        await RefusedAsync("計画は変わっていません", new ConfirmAssumption(Membership, Assumption.Bound));
    }

    [Fact]
    public async Task Revise_IndicatorAssignedElsewhere_OldHeadIsRefusedAndNewHeadSaves()
    {
        var before = await _storage.SaveAsync("1-1-1-3", 2025, "82.0");
        await ReviseAsync(new AssignIndicator(Membership, "koho"));

        await Assert.ThrowsAsync<PlanRuleException>(() => SaveAsync("shimin-sanka"));
        await SaveAsync("koho");
        var indicator = await IndicatorAsync(Membership);
        Assert.Equal(("koho", false), (indicator.Department.Code, indicator.IsAssumed(Assumption.Department)));
        Assert.Equal("shimin-sanka", indicator.ActualOf(before.Year)!.Author.Department);
    }

    [Fact]
    public async Task Revise_DepartmentAddedRenamedAndRetired_CodeStays()
    {
        await ReviseAsync(new AddDepartment("seisaku", "政策企画課"));
        await ReviseAsync(new RenameDepartment("seisaku", "政策課"));
        Assert.Equal("政策課", (await BoardAsync()).Plan.Departments.Single(d => d.Code == "seisaku").Name);

        await ReviseAsync(new RetireDepartment("seisaku"));
        Assert.DoesNotContain((await BoardAsync()).Plan.Departments, d => d.Code == "seisaku");
    }

    [Fact]
    public async Task Revise_RetiredWhileSomethingHangsOnIt_IsRefused()
    {
        await RefusedAsync("担当する指標が1件、図が1件あります", new RetireDepartment("koho"));
        await RefusedAsync("利用者のいる課はなくせません: koho(2人)",
            new AssignIndicator(IndicatorCode.Parse("1-3-2-1"), "shimin"), new AssignChart(StatisticCode.Parse("1-3-2-1"), "shimin"), new RetireDepartment("koho"));
    }

    [Theory]
    [InlineData("all", "何でも課")]
    [InlineData("Koho", "広聴課")]
    [InlineData("koho", "広聴課")]
    [InlineData("kocho", "広報課")]
    [InlineData("kocho", "  ")]
    [InlineData("kocho", "広聴|課")]
    public Task Revise_DepartmentThatCannotBe_IsRefused(string code, string name) => RefusedAsync("", new AddDepartment(code, name));

    [Fact]
    public Task Revise_UnknownDepartment_IsRefused() => RefusedAsync("departments にありません", new AssignIndicator(Membership, "nowhere"));

    [Fact]
    public async Task Revise_ByHeadOrStaff_IsRefused()
    {
        foreach (var author in new[] { Storage.HeadOf("koho"), Storage.StaffOf("koho"), Storage.HeadOf("koho") with { Role = AuthorRole.PlanOffice, Department = null } })
        {
            await Assert.ThrowsAsync<PlanRuleException>(async () => await ReviseAsync(author, (await BoardAsync()).PlanVersion, new ConfirmAssumption(Membership, Assumption.Bound)));
        }
        Assert.Equal(1, (await BoardAsync()).PlanVersion);
    }

    [Fact]
    public async Task Revise_TwoOfTheOfficeAtOnce_SecondIsRefusedAndTold()
    {
        var seen = (await BoardAsync()).PlanVersion;
        await ReviseAsync(Storage.Office, seen, new SetYearDeadline(Membership, FiscalYear.Reiwa(8), March));

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => ReviseAsync(Storage.Office, seen, new AssignIndicator(Membership, "koho")));
        Assert.Contains("ほかの人が計画を変えました", refusal.Message);
        Assert.Equal("shimin-sanka", (await IndicatorAsync(Membership)).Department.Code);
    }

    private Task<Board> BoardAsync() => _storage.Reader.ReadBoardAsync(Storage.Stop);

    private async Task<Indicator> IndicatorAsync(IndicatorCode code) => (await BoardAsync()).Find(code)!.Indicator;

    private async Task ReviseAsync(params PlanEdit[] edits) => await ReviseAsync(Storage.Office, (await BoardAsync()).PlanVersion, edits);

    private Task ReviseAsync(Author author, int seen, params PlanEdit[] edits) => _storage.Services.GetRequiredService<PlanWriter>()
        .ReviseAsync(new RevisePlan(author, PlanChangeKind.Deadlines, seen, "議会日程に合わせて変更", edits), Storage.Stop);

    private async Task RefusedAsync(string sentence, params PlanEdit[] edits)
    {
        var before = await BoardAsync();
        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => ReviseAsync(edits));
        Assert.Contains(sentence, refusal.Message);
        Assert.Equal(before.Revision, (await BoardAsync()).Revision);
    }

    private async Task SaveAsync(string department)
    {
        var seen = (await IndicatorAsync(Membership)).EntryOf(FiscalYear.Reiwa(8))?.Number;
        await _storage.Writer.SaveAsync(new RecordFigure(Membership, new NewFigure(FiscalYear.Reiwa(8), FigureStage.Actual, Reading.Parse("81.6"), Storage.HeadOf(department), seen)), Storage.Stop);
    }
}
