using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>統計の入力: pasting, correcting, saving, and what happens when somebody else was quicker.</summary>
public sealed class StatisticEntryTests
{
    private const string Code = "1-1-1-2";
    private const string Table = "\t加入率\nR4\t84.2\n令5\t83.6";

    [Fact]
    public async Task Home_OfADepartment_ListsItsOwnChartsAndTheirState()
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.Context.Render<StatisticHomePage>();

        Assert.Equal(["活力あるまちづくり支援金 件数及び確定額の推移", "自治会加入率の推移"], page.FindAll(".charts li .what b").Select(b => b.TextContent.Trim()));
        Assert.All(page.FindAll(".charts li"), row => Assert.Contains("未入力", row.TextContent));
    }

    [Fact]
    public async Task Page_OfAnotherDepartmentsChart_SaysWhoAnswersForIt()
    {
        await using var bench = await EntryBench.StartAsync();

        Assert.Contains("この統計は、ほかの課が担当しています", Open(bench, "1-2-3-1").Markup);
    }

    [Fact]
    public async Task Paste_WithAMistake_NamesItAndKeepsTheText()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);

        Paste(page, Table.Replace("83.6", "8E3", StringComparison.Ordinal));

        Assert.Contains("3行目(令5)の2列目(加入率): 数字で入力してください", page.Find(".problems").TextContent);
        Assert.Equal("8E3", Cell(page, "令5 加入率").GetAttribute("value"));
        Assert.Equal("true", Cell(page, "令5 加入率").GetAttribute("aria-invalid"));
        Cell(page, "令5 加入率").Change("83.6");
        page.Find("#unit").Input("%");
        Assert.Empty(page.FindAll(".problems"));
        Assert.Contains("令和5年度", page.Find("table[data-form=lines]").TextContent);
    }

    [Fact]
    public async Task Paste_OfNoTable_IsToldAndLosesNothing()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);
        Paste(page, Table);

        Paste(page, "令5");

        Assert.Contains("1行目に項目名、1列目に年度がある表", page.Find(".error").TextContent);
        Assert.Equal("84.2", Cell(page, "R4 加入率").GetAttribute("value"));
    }

    [Fact]
    public async Task Save_OfAPastedTable_IsPublished()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);
        Paste(page, Table);
        page.Find("#unit").Input("%");

        Button(page, "保存して公開する").Click();

        page.WaitForAssertion(() => Assert.EndsWith("/entry/statistics", bench.Address, StringComparison.Ordinal));
        var card = (await bench.ReadAsync()).Find(StatisticCode.Parse(Code))!;
        Assert.Equal([84.2m, 83.6m], card.Values!.Series[0].Values);
    }

    [Fact]
    public async Task Save_ByStaff_IsNotOffered()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var page = Open(bench);
        Paste(page, Table);

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "保存して公開する");
        Assert.Contains("公開できるのは課長です。", page.Markup);
    }

    [Fact]
    public async Task Save_ByAnotherMeanwhile_ShowsTheirTableAndOverwritesNothing()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open(bench);
        Paste(page, Table);
        page.Find("#unit").Input("%");

        await SaveElsewhereAsync(bench, "84.9");

        page.WaitForAssertion(() => Assert.Contains("にこの統計を保存しました", page.Find(".conflict").TextContent));
        Assert.Contains("84.9", page.Find(".conflict table").TextContent);
        Assert.True(Button(page, "保存して公開する").HasAttribute("disabled"));
        Button(page, "自分の入力を続ける").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        Assert.Equal("84.2", Cell(page, "R4 加入率").GetAttribute("value"));
        Button(page, "保存して公開する").Click();
        page.WaitForAssertion(() => Assert.Contains("変更の理由を入力してください", page.Markup));
    }

    [Fact]
    public async Task Choice_PressedTwice_IsMadeOnce()
    {
        await using var bench = await EntryBench.StartAsync();
        var head = await DemoAccounts.HeadOfAsync(bench.Context.Services, EntryBench.Participation);
        var session = new StatisticSession((await bench.ReadAsync()).Find(StatisticCode.Parse(Code))!, head);
        session.Type(session.Text with { Unit = "%" });
        await SaveElsewhereAsync(bench, "84.9");
        session.Follow((await bench.ReadAsync()).Find(StatisticCode.Parse(Code))!);

        session.KeepMine();
        session.KeepMine();
        session.UseSaved();

        Assert.True(session.IsChanged);
        Assert.Null(session.Newer);
    }

    private static IRenderedComponent<StatisticEntryPage> Open(EntryBench bench, string code = Code) => bench.Context.Render<StatisticEntryPage>(p => p.Add(e => e.Code, code));

    private static void Paste(IRenderedComponent<StatisticEntryPage> page, string text)
    {
        page.Find("#paste").Input(text);
        Button(page, "表に入れる").Click();
    }

    private static IElement Cell(IRenderedComponent<StatisticEntryPage> page, string label) => page.Find($"input[aria-label='{label}']");

    private static IElement Button(IRenderedComponent<StatisticEntryPage> page, string word) => page.FindAll("button").Single(b => b.TextContent.Trim() == word);

    private static async Task SaveElsewhereAsync(EntryBench bench, string value)
    {
        var head = await DemoAccounts.HeadOfAsync(bench.Context.Services, EntryBench.Participation);
        var values = StatisticGrid.Paste($"\t加入率\n令4\t{value}").Read(StatisticForm.Lines, "%", null).Values!;
        await bench.Context.Services.GetRequiredService<StatisticWriter>().SaveAsync(new RecordStatistic(StatisticCode.Parse(Code), new NewStatistic(values, head, null)));
        await bench.RefreshAsync();
    }
}
