using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>下書きの操作: keeping, opening, returning and publishing, and what happens when somebody else was quicker.</summary>
public sealed class DraftFormTests
{
    private const string Code = "1-1-1-2";
    private const string Keep = "下書きに残す";
    private static readonly FiscalYear _year = new(2026);

    [Fact]
    public async Task Keep_ByStaff_LeavesEvenUnreadableTextToTheHeadAndNoFigure()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var page = bench.OpenEntry(Code);
        Assert.True(page.Button(Keep).HasAttribute("disabled"));
        page.Type(bench, "numerator", "148くらい");

        page.Button(Keep).Click();

        page.WaitForAssertion(() => Assert.EndsWith("/entry", bench.Address, StringComparison.Ordinal));
        Assert.Contains("下書きに残しました。課長が確かめて公開します。", bench.Context.Services.GetRequiredService<ISnackbar>().ShownSnackbars.Single().Message);
        Assert.Equal("148くらい", (await FindAsync(bench))!.TextOf()[EntryText.Numerator]);
        Assert.Null((await bench.IndicatorAsync(Code)).EntryOf(_year));
    }

    [Fact]
    public async Task Publish_OfTheStaffsDraft_IsTheHeadsFigureAndTheDraftIsGone()
    {
        await using var bench = await EntryBench.StartAsync();
        await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);

        Assert.Contains("担当者の下書き(4月22日 10:00)", page.Read(".draft"));
        Assert.Equal("148", page.Typed("numerator"));
        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Contains("/entry?", bench.Address, StringComparison.Ordinal));
        Assert.Equal((new Reading.Ratio(148, 218), bench.Author), ((await bench.IndicatorAsync(Code)).ActualOf(_year)!.Reading, (await bench.IndicatorAsync(Code)).ActualOf(_year)!.Author));
        Assert.Null(await FindAsync(bench));
    }

    [Fact]
    public async Task Return_WithoutAWord_AsksForOneAndThenReachesTheStaff()
    {
        await using var bench = await EntryBench.StartAsync();
        await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);
        page.Button("返す").Click();

        page.Button("担当者に返す").Click();
        Assert.Contains("返すときのひとことを入力してください", page.Read(".error"));
        var state = page.Find("kept-input").GetAttribute("data-text");
        page.Find("#word").Input("数え直してください。");
        page.Button("担当者に返す").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/entry", bench.Address, StringComparison.Ordinal));
        var after = page.Find("kept-input").GetAttribute("data-text")!;
        Assert.NotEqual(state, after); // the browser looks only at a new one, and then keeps nothing
        Assert.EndsWith("settled", after, StringComparison.Ordinal);
        Assert.Equal("数え直してください。", (await FindAsync(bench))!.Word);
    }

    [Fact]
    public async Task Draft_TypedOverAFigureThatChangedSince_OpensAsAChoice()
    {
        await using var bench = await EntryBench.StartAsync();
        await KeepElsewhereAsync(bench, "148");
        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();

        var page = bench.OpenEntry(Code, 2026);

        Assert.Contains("耐震化済みの施設 148棟 147棟", page.Read(".conflict tbody"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
        Assert.True(page.Button(Keep).HasAttribute("disabled"));
    }

    [Fact]
    public async Task Draft_ChangedElsewhereWhileTyping_IsAChoiceAndMineCanBeKept()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var first = await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);
        page.Type(bench, "numerator", "149");

        await KeepElsewhereAsync(bench, "150", first.Mark, await bench.HeadAsync());

        page.WaitForAssertion(() => Assert.Contains("耐震化済みの施設 149棟 150棟", page.Read(".conflict tbody")));
        Assert.True(page.Button(Keep).HasAttribute("disabled"));
        page.Button("自分の入力を続ける").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        page.Button(Keep).Click();
        page.WaitForAssertion(() => Assert.EndsWith("/entry", bench.Address, StringComparison.Ordinal));
        Assert.Equal("149", (await FindAsync(bench))!.TextOf()[EntryText.Numerator]);
    }

    [Fact]
    public async Task Draft_KeptElsewhereWhileTyping_IsAChoiceBeforePublishingUnlessItSaysTheSame()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry(Code);
        page.Type(bench, "numerator", "148");
        page.Type(bench, "denominator", "218");

        var same = await KeepElsewhereAsync(bench, "148");
        page.WaitForAssertion(() => Assert.Contains("担当者の下書き", page.Read(".draft")));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.False(page.Button(EntryPages.Save).HasAttribute("disabled"));

        page.Type(bench, "numerator", "149");
        await KeepElsewhereAsync(bench, "150", same.Mark);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".conflict")));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
    }

    [Fact]
    public async Task Draft_EditedByTheHead_CanBeHadBackAsItWasAndReturned()
    {
        await using var bench = await EntryBench.StartAsync();
        await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);
        page.Type(bench, "numerator", "151");
        Assert.True(page.Button("返す").HasAttribute("disabled"));

        page.Button("下書きの内容に戻す").Click();

        Assert.Equal("148", page.Typed("numerator"));
        Assert.False(page.Button("返す").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Draft_WhoseValueWasPublishedWithoutIt_SaysSo()
    {
        await using var bench = await EntryBench.StartAsync();
        await KeepElsewhereAsync(bench, "148");
        await bench.SaveElsewhereAsync(Code, "148/218");
        await bench.RefreshAsync();

        var page = bench.OpenEntry(Code, 2026);

        Assert.Contains("この下書きと同じ値が、もう公開されています。返すと、担当者が消せます。", page.Read(".draft"));
        Assert.Empty(page.FindAll(".conflict"));
    }

    [Fact]
    public async Task Draft_ChangedElsewhere_NothingTyped_FormFollows()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var first = await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);

        await KeepElsewhereAsync(bench, "150", first.Mark, await bench.HeadAsync());

        page.WaitForAssertion(() => Assert.Equal("150", page.Typed("numerator")));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Contains("下書きが書き直されました", page.Read(".draft"));
    }

    [Fact]
    public async Task Draft_PublishedElsewhere_NothingTyped_FormShowsWhatIsPublished()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var draft = await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);

        var figure = new NewFigure(_year, FigureStage.Actual, Reading.Parse("147/218"), await bench.HeadAsync(), null);
        await bench.Context.Services.GetRequiredService<FigureWriter>().SaveAsync(new RecordFigure(IndicatorCode.Parse(Code), figure, draft.Mark));
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Equal("147", page.Typed("numerator")));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Empty(page.FindAll(".draft"));
    }

    [Fact]
    public async Task Withdraw_OwnDraft_IsGoneAndItsTextStaysInTheForm()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        await KeepElsewhereAsync(bench, "148");
        var page = bench.OpenEntry(Code);

        page.Button("下書きを消す").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".draft")));
        Assert.Null(await FindAsync(bench));
        Assert.Equal("148", page.Typed("numerator"));
        Assert.False(page.Button(Keep).HasAttribute("disabled"));
    }

    [Theory]
    [InlineData(AuthorRole.Head, "確認を待つ下書き 1件", "確かめる")]
    [InlineData(AuthorRole.Staff, "課長から返された下書き 1件", "直す")]
    public async Task Home_WithADraft_SaysWhatIsToBeDone(AuthorRole role, string title, string button)
    {
        await using var bench = await EntryBench.StartAsync(role);
        var page = bench.Context.Render<DepartmentHomePage>();
        Assert.Empty(page.FindAll(".drafts"));

        var draft = await KeepElsewhereAsync(bench, "148");
        if (role == AuthorRole.Staff) await DeskOf(bench).ReturnAsync(await bench.HeadAsync(), draft, "数え直してください。");

        page.WaitForAssertion(() => Assert.Contains(title, page.Find(".drafts h2").TextContent));
        Assert.Equal(("/entry/1-1-1-2/2026", button), (page.Find(".drafts a").GetAttribute("href"), page.Find(".drafts a").TextContent.Trim()));
        Assert.Contains("下書きあり(担当者 4月22日 10:00)", page.Find("table small.draft").TextContent);
    }

    private static async Task<Draft> KeepElsewhereAsync(EntryBench bench, string numerator, DraftMark? seen = null, Author? author = null)
    {
        var text = new EntryText { AsRatio = true }.With(EntryText.Numerator, numerator).With(EntryText.Denominator, "218");
        return await DeskOf(bench).KeepAsync(new KeepDraft(IndicatorCode.Parse(Code), _year, text.ToTyped(), author ?? await bench.StaffAsync(), null, seen));
    }

    private static async Task<Draft?> FindAsync(EntryBench bench) => await DeskOf(bench).FindAsync(await bench.HeadAsync(), IndicatorCode.Parse(Code), _year);

    private static DraftDesk DeskOf(EntryBench bench) => bench.Context.Services.GetRequiredService<DraftDesk>();
}
