using System.Text.Json;
using Bunit;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>途中経過と大きな変化: a value inside the running year has its day, and a figure far from the year before its reason.</summary>
public sealed class EntryStageTests
{
    private const string Code = "1-1-1-2";
    private static readonly FiscalYear _year = new(2026);
    private static readonly DateTimeOffset _november = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Interim_WithItsDayTyped_IsPreviewedAndSavedAsSuch()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        var page = OpenInterim(bench, "147");
        Assert.Contains("令和8年度の途中経過", page.Read("h1"));

        page.Type(bench, "as-of", "１０月３１日");
        page.Find("#as-of").Blur();

        Assert.Equal("令和8年10月31日", page.Typed("as-of"));
        Assert.Equal("2026-10-31", page.Find("input[type=date]").GetAttribute("value"));
        Assert.Contains("途中経過 10月31日現在 67.4% 途中経過として公開されます。状態の判定には使われません。", page.Read(".interim"));
        Assert.Contains("67.0% 注意 のまま変わりません", page.Read(".stays"));
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        var saved = (await bench.IndicatorAsync(Code)).StandingOf(_year)!;
        Assert.Equal((FigureStage.Interim, new Reading.Ratio(147, 218), new DateOnly(2026, 10, 31)), (saved.Stage, saved.Reading, saved.AsOf));
    }

    [Fact]
    public async Task Interim_WithoutItsDay_IsAskedForOne()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        var page = OpenInterim(bench, "147");

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal("いつの時点の値かを入力してください", page.Read(".error")));
        Assert.Equal("入力の誤りが1件あります 1. 時点", page.Read(".summary"));
        page.Type(bench, "as-of", "11月24日");
        page.WaitForAssertion(() => Assert.Equal("令和8年度のうち、今日までの日付を入力してください", page.Read(".error")));
    }

    [Fact]
    public async Task Calendar_ADayChosen_IsWrittenInTheField()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        var page = OpenInterim(bench, "147");

        page.Find("input[type=date]").Change("0002-10-31"); // its year is being typed
        Assert.Equal("", page.Typed("as-of"));
        page.Find("input[type=date]").Change("2026-10-31");

        Assert.Equal("令和8年10月31日", page.Typed("as-of"));
    }

    [Fact]
    public async Task Stage_OfAYearThatHasItsActual_CannotBeChosen()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);

        Assert.Empty(bench.OpenEntry("1-1-1-3", 2026).FindAll("input[name=stage]"));
    }

    [Fact]
    public async Task Open_WithAnInterimPublished_OffersTheNextWhileTheYearRuns()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        await SaveInterimAsync(bench, "147/218");

        var page = bench.OpenEntry(Code, 2026);

        Assert.Contains("公開している途中経過 67.4% (10月31日現在)", page.Read(".standing"));
        Assert.NotEmpty(page.FindAll("#as-of"));
        Assert.Equal("", page.Typed("numerator"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
    }

    [Fact]
    public async Task Home_WithAnInterimPublished_ShowsItAndStillAsksForTheActual()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        await SaveInterimAsync(bench, "147/218");

        var row = bench.Context.Render<DepartmentHomePage>().FindAll("tbody tr").Single(r => r.TextContent.Contains("集会施設", StringComparison.Ordinal));

        Assert.Contains("未入力", row.TextContent);
        Assert.Contains("途中経過 67.4% (10月31日現在)", row.TextContent);
        Assert.Contains("入力する", row.TextContent);
    }

    [Fact]
    public async Task InterimSavedElsewhere_WhileTyping_IsAConflictToo()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        var page = OpenInterim(bench, "146");
        await SaveInterimAsync(bench, "147/218");

        page.Type(bench, "as-of", "10月31日");
        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Contains("ほかの人が 10:00 に途中経過を保存しました", page.Read(".conflict h2")));
        Assert.Contains("耐震化済みの施設 146棟 147棟", page.Read(".conflict tbody"));
        page.Button("自分の入力を続ける").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        Assert.Equal(new Reading.Ratio(146, 218), (await bench.IndicatorAsync(Code)).StandingOf(_year)!.Reading);
    }

    [Fact]
    public async Task ActualSavedElsewhere_WhileAnInterimIsTyped_TheInterimIsNeverMadeAnActual()
    {
        await using var bench = await EntryBench.StartAsync(now: _november);
        var page = OpenInterim(bench, "146");
        page.Type(bench, "as-of", "10月31日");
        await bench.SaveElsewhereAsync(Code, "147/218");
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".conflict")));

        page.Button("自分の入力を続ける").Click();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Contains("令和8年度の実績はもう保存されています。途中経過は入力できません", page.Read(".error")));
        Assert.Equal(new Reading.Ratio(147, 218), (await bench.IndicatorAsync(Code)).StandingOf(_year)!.Reading);
    }

    [Fact]
    public async Task Actual_FarFromTheYearBefore_SaysSoAndIsSavedWithAReason()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry(Code);
        page.Type(bench, "denominator", "218");
        page.Type(bench, "numerator", "180");
        page.WaitForAssertion(() => Assert.Equal("前年度から大きく変わっています(+15.6ポイント)。このままでよければ理由を書いて保存してください。", page.Read(".unusual")));
        Assert.Empty(page.FindAll(".error"));

        page.Button(EntryPages.Save).Click();

        page.WaitForAssertion(() => Assert.Equal("理由を入力してください", page.Read(".error")));
        Assert.Equal("入力の誤りが1件あります 1. 大きく変わった理由", page.Read(".summary"));
        page.Type(bench, "reason", "国の補助で改修が進んだため");
        page.Button(EntryPages.Save).Click();
        page.WaitForAssertion(() => Assert.Contains("/entry?saved=", bench.Address));
        Assert.Equal("国の補助で改修が進んだため", (await bench.IndicatorAsync(Code)).ActualOf(_year)!.Reason);
    }

    [Theory]
    [InlineData(2026, 11, true)]
    [InlineData(2027, 4, false)]
    public async Task Hint_OfTheExpectedValue_IsThereWhileTheYearRuns(int year, int month, bool isThere)
    {
        await using var bench = await EntryBench.StartAsync(now: new DateTimeOffset(year, month, 23, 10, 0, 0, TimeSpan.FromHours(9)));

        Assert.Equal(isThere, bench.OpenEntry(Code, 2026).Read(".hint").Contains("令和9年3月31日時点の見込みで入力します。", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_AsJsonAndBack_IsTheSame()
    {
        var text = (new EntryText { IsInterim = true, AsRatio = true }).With(EntryText.AsOf, "10月31日").With(EntryText.Numerator, "１４７");

        var back = JsonSerializer.Deserialize<EntryText>(JsonSerializer.Serialize(text))!;

        Assert.False(back.DiffersFrom(text));
        Assert.Equal((true, true, "１４７", "10月31日"), (back.IsInterim, back.AsRatio, back[EntryText.Numerator], back[EntryText.AsOf]));
    }

    private static IRenderedComponent<EntryPage> OpenInterim(EntryBench bench, string numerator)
    {
        var page = bench.OpenEntry(Code, 2026);
        page.FindAll("input[name=stage]")[1].Change(true);
        page.Type(bench, "numerator", numerator);
        page.Type(bench, "denominator", "218");
        return page;
    }

    private static async Task SaveInterimAsync(EntryBench bench, string reading)
    {
        await bench.SaveElsewhereAsync(Code, reading, asOf: new DateOnly(2026, 10, 31));
        await bench.RefreshAsync();
    }
}
