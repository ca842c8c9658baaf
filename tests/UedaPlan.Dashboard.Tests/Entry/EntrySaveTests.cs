using Bunit;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>保存と競合: what becomes of a press on the button, and that nothing typed is ever lost.</summary>
public sealed class EntrySaveTests
{
    private const string Code = "1-1-1-2";
    private const string UseSaved = "保存されている値を使う";
    private const string KeepMine = "自分の入力を続ける";

    [Fact]
    public async Task Save_Clicked_IsOnTheBoardAndLeadsHomeWithAMessage()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open148(bench);
        page.Type(bench, "comment", "今年度に2棟の耐震改修が完了しました。");

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        var saved = (await bench.IndicatorAsync(Code)).ActualOf(new FiscalYear(2026))!;
        Assert.Equal(new Reading.Ratio(148, 218), saved.Reading);
        Assert.Equal("今年度に2棟の耐震改修が完了しました。", saved.Comment);
        Assert.Equal(bench.Author, saved.Author);
        Assert.EndsWith($"/entry?saved={saved.Number}", bench.Address);
    }

    [Fact]
    public async Task Save_DoubleClicked_SavesOnce()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open148(bench);
        var button = page.Button(EntryPages.Save);

        await Task.WhenAll(button.ClickAsync(new()), button.ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        Assert.Single((await bench.IndicatorAsync(Code)).Figures, f => f.Year == new FiscalYear(2026));
    }

    [Fact]
    public async Task Save_WithErrors_SummaryLeadsToTheFieldsAndTextStays()
    {
        await using var bench = await EntryBench.StartAsync();
        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();
        var page = bench.OpenEntry(Code, 2026);
        page.Type(bench, "numerator", "228");

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal("入力の誤りが2件あります 1. 耐震化済みの施設2. 変更の理由", page.Read(".summary")));
        Assert.Equal("対象の施設(218棟)以下の数を入力してください | 変更の理由を入力してください", page.Read(".error"));
        Assert.Equal("228", page.Typed("numerator"));
        Assert.Equal("alert", page.Find(".summary").GetAttribute("role"));
        Assert.Equal(new Reading.Ratio(147, 218), (await bench.IndicatorAsync(Code)).ActualOf(new FiscalYear(2026))!.Reading);
        page.Type(bench, "numerator", "148");
        page.WaitForAssertion(() => Assert.Equal("変更の理由を入力してください", page.Read(".error")));
    }

    [Fact]
    public async Task Save_CommentTooLong_SaysSoAndTheCounterShowsIt()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open148(bench);
        page.Type(bench, "comment", new string('長', 201));

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal("コメントは200字までです", page.Read(".error")));
        Assert.Equal("201 / 200字", page.Read(".counter"));
        Assert.Contains("67.9%", page.Read(".preview .side")); // the numbers are right, so the preview stays
    }

    [Fact]
    public async Task Save_SomebodyWasFaster_ShowsBothValuesAndKeepsTheInput()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open148(bench);
        await bench.SaveElsewhereAsync(Code, "147/218"); // not told to the live board yet

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Contains("ほかの人が 10:00 にこの実績を保存しました", page.Read(".conflict h2")));
        Assert.Contains("耐震化済みの施設 148棟 147棟", page.Read(".conflict tbody"));
        Assert.Equal("148", page.Typed("numerator"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
    }

    [Fact]
    public async Task Conflict_UseSaved_FormTakesTheNewerValue()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = await ConflictAsync(bench);

        page.Button(UseSaved).Click();

        Assert.Equal("147", page.Typed("numerator"));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
        Assert.Contains("保存されている値 67.4%", page.Read(".standing"));
    }

    [Fact]
    public async Task Conflict_KeepMine_AsksForAReasonAndThenSaves()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = await ConflictAsync(bench);

        page.Button(KeepMine).Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal("変更の理由を入力してください", page.Read(".error")));
        Assert.Equal("148", page.Typed("numerator"));
        page.Type(bench, "reason", "1棟の完了を確認したため");
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        var saved = (await bench.IndicatorAsync(Code)).ActualOf(new FiscalYear(2026))!;
        Assert.Equal((new Reading.Ratio(148, 218), "1棟の完了を確認したため"), (saved.Reading, saved.Reason));
    }

    [Fact]
    public async Task FigureSavedElsewhere_WhileTyping_ConflictIsShownAtOnce()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = Open148(bench);

        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".conflict")));
        Assert.Equal("148", page.Typed("numerator"));
    }

    [Fact]
    public async Task FigureSavedElsewhere_NothingTyped_FormFollowsSilently()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry(Code);

        await bench.SaveElsewhereAsync(Code, "147/218");
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Equal("147", page.Typed("numerator")));
        Assert.Empty(page.FindAll(".conflict"));
        Assert.Contains("令和8年度の実績の修正", page.Read("h1"));
    }

    [Theory]
    [InlineData(Fault.Database, "いまは保存できませんでした。少し待ってから、もう一度保存してください 入力した内容は、この画面に残っています。")]
    [InlineData(Fault.Unexpected, "保存できませんでした。入力した内容は残っています。少し待って、もう一度保存してください。")]
    public async Task Save_ServerCannot_SaysSoPlainlyAndTextStays(object fault, string sentence)
    {
        await using var bench = await EntryBench.StartAsync(fault: (Fault)fault);
        var page = Open148(bench);

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal(sentence, page.Read(".summary")));
        Assert.Equal("148", page.Typed("numerator"));
        Assert.False(page.Button(EntryPages.Save).HasAttribute("disabled"));
    }

    private static IRenderedComponent<EntryPage> Open148(EntryBench bench)
    {
        var page = bench.OpenEntry(Code);
        page.Type(bench, "numerator", "148");
        page.Type(bench, "denominator", "218");
        page.WaitForAssertion(() => Assert.Contains("67.9%", page.Read(".preview .side")));
        return page;
    }

    private static async Task<IRenderedComponent<EntryPage>> ConflictAsync(EntryBench bench)
    {
        var page = Open148(bench);
        await bench.SaveElsewhereAsync(Code, "147/218");
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".conflict")));
        return page;
    }
}
