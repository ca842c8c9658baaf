using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Planning;
using UedaPlan.Dashboard.Tests.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Planning;

/// <summary>The plan office at its pages: what it sees before saving, and that nothing typed is lost.</summary>
public sealed class PlanningPagesTests
{
    private const string Code = "1-1-1-3"; // floor 80.0%
    private const string Reason = "中間見直しで改めたため";

    [Fact]
    public async Task TargetPage_WhileTyping_ShowsStatusAndCountsBeforeAndAfter()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = Open(bench);

        Type(bench, page, "value-0", "８２．０");

        page.WaitForAssertion(() => Assert.Contains("82.0%", Words(page, ".strong .change")));
        Assert.Contains("注意", Words(page, ".strong .change"));
        Assert.Contains("要対応", Words(page, ".strong .change"));
        Assert.Equal("82.0%", page.Find("#printed").GetAttribute("value"));
    }

    [Fact]
    public async Task TargetPage_SavedWithoutAReason_AsksForItAndKeepsWhatWasTyped()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = Open(bench);
        Type(bench, page, "value-0", "82.0");

        Press(page, "保存して切り替える");

        page.WaitForAssertion(() => Assert.Contains("変更の理由を入力してください", page.Markup));
        Assert.Equal("82.0", page.Find("#value-0").GetAttribute("value"));
        page.Find("#reason").Input(Reason);
        Press(page, "保存して切り替える");
        page.WaitForAssertion(() => Assert.EndsWith("/office/plan", bench.Address, StringComparison.Ordinal));
        var indicator = await bench.IndicatorAsync(Code);
        Assert.Equal(("82.0%", "80.0%", Reason), (indicator.Target.Printed, indicator.Revisions[0].Before, indicator.Revisions[0].Reason));
    }

    [Fact]
    public async Task TargetPage_ForADayToCome_SaysWhenAndWaits()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = Open(bench);
        Type(bench, page, "value-0", "82.0");
        Type(bench, page, "effective", "2028-04-01");
        page.WaitForAssertion(() => Assert.Contains("令和10年4月1日の0時に切り替わります", page.Markup));

        page.Find("#reason").Input(Reason);
        Press(page, "予定として保存する");

        page.WaitForAssertion(() => Assert.EndsWith("/office/plan", bench.Address, StringComparison.Ordinal));
        var indicator = await bench.IndicatorAsync(Code);
        Assert.Equal(("80.0%", "82.0%", new DateOnly(2028, 4, 1)), (indicator.Target.Printed, indicator.Upcoming[0].Target.Printed, indicator.Upcoming[0].Effective));
    }

    [Fact]
    public async Task TargetPage_WhenTheDayIsCleared_AsksForOneAndShowsNoPreview()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = Open(bench);
        Type(bench, page, "value-0", "82.0");
        Type(bench, page, "effective", "2028-04-01");
        page.WaitForAssertion(() => Assert.Contains("令和10年4月1日の0時に切り替わります", page.Markup));

        Type(bench, page, "effective", "");

        page.WaitForAssertion(() => Assert.Contains("日付を入力してください", page.Markup));
        Assert.DoesNotContain("0時に切り替わります", Words(page, ".strong"));
        Assert.Equal("82.0", page.Find("#value-0").GetAttribute("value"));
    }

    [Fact]
    public async Task TargetPage_WhenAnotherChangesTheTarget_SaysSoAndKeepsWhatWasTyped()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = Open(bench);
        Type(bench, page, "value-0", "82.0");

        await ReviseElsewhereAsync(bench, 81);
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Contains("ほかの人がこの指標の目標を「81.0%」に変えました", page.Markup));
        Assert.Equal("82.0", page.Find("#value-0").GetAttribute("value"));
        page.Find("#reason").Input(Reason);
        Press(page, "保存して切り替える");
        page.WaitForAssertion(() => Assert.EndsWith("/office/plan", bench.Address, StringComparison.Ordinal));
        Assert.Equal(["80.0% → 81.0%", "81.0% → 82.0%"], (await bench.IndicatorAsync(Code)).Revisions.Select(r => $"{r.Before} → {r.After}"));
    }

    [Fact]
    public async Task WordingPage_WhenAnotherWritesTheSameText_TellsItBesideTheFieldAndLosesNothing()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = bench.Context.Render<WordingPage>(p => p.Add(w => w.Code, "1-1-1"));
        page.Find("#text-Purpose-0-0").Input("参加と協働のまちをつくります。");
        Assert.Contains("1件の文言を変えます", page.Markup);
        page.Find("#text-Issue-0-0").Input("担い手が足りません。");
        var board = await bench.ReadAsync();
        var place = new PlanTextPlace(PlanTextKind.Purpose, 0, 0);
        await Writer(bench).ReviseAsync(new RevisePlan(bench.Author, PlanChangeKind.Wording, board.PlanVersion, Reason, [new WordingEdit(new SectionCode(1, 1, 1), new Dictionary<PlanTextPlace, string?> { [place] = "別の文言" })]));

        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Contains("ほかの人がこの文言を変えました: 「別の文言」", page.Markup));
        page.Find("#reason").Input(Reason);
        Press(page, "まとめて保存して反映する");
        page.WaitForAssertion(() => Assert.Contains("まだ変わっていません", page.Markup));
        var section = (await bench.ReadAsync()).Sections[0].Section;
        Assert.Equal(("参加と協働のまちをつくります。", "担い手が足りません。"), (section.Purpose.ToString(), section.Issues[0].Text.ToString()));
    }

    [Fact]
    public async Task ThresholdsPage_WhileTyping_ListsWhatTurns()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = bench.Context.Render<ThresholdsPage>();

        page.Find("#watch").Input("100");
        Assert.Contains("0より大きく、100より小さい数を入力してください", page.Markup);
        page.Find("#watch").Input("10");

        page.WaitForAssertion(() => Assert.Contains("の状態が変わります", Words(page, ".turns")));
    }

    [Theory]
    [InlineData("計画.json", "{ \"city\": ", "JSONとして読めません")]
    [InlineData("表.xlsx", "PK\u0003\u0004", "計画ファイルではありません")]
    public async Task FilePage_WithAFileThatIsNoPlan_SaysWhyAndOffersNoSaving(string name, string text, string sentence)
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        var page = bench.Context.Render<PlanFilePage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, name));

        page.WaitForAssertion(() => Assert.Contains(sentence, page.Find("[role=alert]").TextContent));
        Assert.Empty(page.FindAll("#reason"));
    }

    [Fact]
    public async Task FilePage_WithAnOlderFile_WarnsOfWhatItUndoes()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice);
        await ReviseElsewhereAsync(bench, 82);
        await bench.RefreshAsync();
        var page = bench.Context.Render<PlanFilePage>();

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(PlanFile.BuiltIn().Json, "古い計画.json"));

        page.WaitForAssertion(() => Assert.Contains("元に戻ります", Words(page, ".undone")));
        Assert.Contains($"指標 {Code} 目標 › 数", Words(page, ".undone"));
    }

    private static IRenderedComponent<TargetPage> Open(EntryBench bench) => bench.Context.Render<TargetPage>(p => p.Add(t => t.Code, Code));

    private static void Type(EntryBench bench, IRenderedComponent<TargetPage> page, string field, string text)
    {
        page.InvokeAsync(() => page.Find($"#{field}").Input(text)).GetAwaiter().GetResult(); // no drawing may come between finding and typing
        bench.Time.Advance(TimeSpan.FromMilliseconds(150));
    }

    private static void Press<T>(IRenderedComponent<T> page, string word) where T : IComponent =>
        page.InvokeAsync(() => page.FindAll("button").Single(b => b.TextContent.Trim() == word).Click()); // a preview may arrive in between

    private static string Words<T>(IRenderedComponent<T> page, string selector) where T : IComponent => page.Find(selector).TextContent;

    private static PlanWriter Writer(EntryBench bench) => bench.Context.Services.GetRequiredService<PlanWriter>();

    private static async Task ReviseElsewhereAsync(EntryBench bench, int value)
    {
        var (board, indicator) = (await bench.ReadAsync(), await bench.IndicatorAsync(Code));
        var target = indicator.Target with { Values = [new PrintedValue(value, 1)], Printed = $"{value}.0%" };
        await Writer(bench).ReviseAsync(new RevisePlan(bench.Author, PlanChangeKind.Target, board.PlanVersion, Reason, [new TargetEdit(indicator.Code, target, new DateOnly(2027, 4, 1), Reason)]));
    }
}
