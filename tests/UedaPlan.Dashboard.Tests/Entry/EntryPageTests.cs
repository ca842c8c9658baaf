using Bunit;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>実績の入力: what the form shows and does before anything is saved.</summary>
public sealed class EntryPageTests
{
    [Fact]
    public async Task Type_148Of218_PreviewCountsSectionAndWhole()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-2");

        page.Type(bench, "numerator", "148");
        page.Type(bench, "denominator", "218");

        page.WaitForAssertion(() => Assert.Contains("施策 1-1-1 の達成・順調 2 / 5 から 3 / 5", page.Read(".effects")));
        Assert.Contains("第1編全体の達成・順調 15 / 21 から 16 / 21", page.Read(".effects"));
        Assert.Contains("このままの見込み(令和12年度) 69.7% 目標に届く", page.Read(".effects"));
        Assert.Equal("いまの表示 令和7年度 67.0% 注意 | 保存後 令和8年度 67.9% 順調", page.Read(".preview .side"));
        Assert.Equal("集会施設の耐震化率67.9% 148 ÷ 218 自動で計算します", page.Read(".rate"));
    }

    [Fact]
    public async Task Open_NothingTyped_PreviewWaitsAndSaveIsDisabled()
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.OpenEntry("1-1-1-2");

        Assert.Contains("入力すると、保存後の状態を表示します", page.Read(".empty"));
        Assert.Contains("令和8年度の実績", page.Read("h1"));
        Assert.Contains("令和7年度 146棟 | 令和7年度 218棟", page.Read(".previous"));
        Assert.True(page.Button(EntryPages.Save).HasAttribute("disabled"));
        Assert.Empty(page.FindAll("[aria-invalid]"));
    }

    [Fact]
    public async Task Leave_FullWidthDigits_AreShownHalfWidth()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-2");

        page.Type(bench, "numerator", "１４８");
        page.Find("#numerator").Blur();

        Assert.Equal("148", page.Typed("numerator"));
    }

    [Fact]
    public async Task Leave_NumeratorTooLarge_FieldSaysSoAndPreviewWaits()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-2");

        page.Type(bench, "denominator", "218");
        page.Type(bench, "numerator", "228");
        Assert.Empty(page.FindAll(".error")); // nobody is interrupted while typing
        page.Find("#numerator").Blur();

        Assert.Equal("対象の施設(218棟)以下の数を入力してください", page.Read(".error"));
        Assert.Equal("true", page.Find("#numerator").GetAttribute("aria-invalid"));
        Assert.Contains("numerator-error", page.Find("#numerator").GetAttribute("aria-describedby"));
        Assert.Contains("誤りを直すと、保存後の状態を表示します", page.Read(".empty"));
        Assert.Contains("67.0%", page.Read(".empty"));
    }

    [Fact]
    public async Task Open_EnteredYear_IsACorrectionWithStandingValueAndReason()
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.OpenEntry("1-1-1-3", 2026);

        Assert.Contains("令和8年度の実績の修正", page.Read("h1"));
        Assert.Contains("保存されている値 81.6%", page.Read(".standing"));
        Assert.Equal("81.6", page.Typed("amount"));
        Assert.NotEmpty(page.FindAll("#reason"));
        Assert.Contains("転入者向け", page.Typed("comment"));
    }

    [Fact]
    public async Task Type_OlderYear_SaysThatTheJudgedYearStays()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-3", 2025);

        page.Type(bench, "amount", "82.0");

        page.WaitForAssertion(() => Assert.Contains("表示と判定は令和8年度のまま変わりません", page.Read(".stays")));
        Assert.Equal("いまの表示 令和8年度 81.6% 注意 | 保存後 令和8年度 81.6% 注意", page.Read(".preview .side"));
    }

    [Fact]
    public async Task Open_NamedCounts_HasOneFieldForEach()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-1");

        page.Type(bench, "count-0", "1");
        page.Type(bench, "count-1", "1");

        page.WaitForAssertion(() => Assert.Contains("1回・1回 要対応", page.Read(".preview .side")));
    }

    [Fact]
    public async Task ChooseDash_WhereThereIsNoBurden_IsJudgedWithoutANumber()
    {
        await using var bench = await EntryBench.StartAsync(department: "zaisei");
        var page = bench.OpenEntry("1-3-1-3");
        Assert.Contains("令和8年度決算", page.Read("h1"));

        page.FindAll("input[name=dash]")[1].Change(true);

        Assert.Empty(page.FindAll("#amount"));
        Assert.Contains("保存後 令和8年度決算 － 順調", page.Read(".preview .side"));
    }

    [Fact]
    public async Task ChooseTwoCounts_OptionalPair_ShowsBothFieldsAndComputesTheRate()
    {
        await using var bench = await EntryBench.StartAsync(department: "jinken-kyosei");
        var page = bench.OpenEntry("1-2-2-1", 2027);

        page.FindAll("input[name=shape]")[1].Change(true);
        page.Type(bench, "numerator", "393");
        page.Type(bench, "denominator", "1,000");

        page.WaitForAssertion(() => Assert.Contains("39.3%", page.Read(".rate")));
        Assert.Empty(page.FindAll("#amount"));
    }

    [Theory]
    [InlineData("1-3-2-1", "この指標は、ほかの課が担当しています")]
    [InlineData("1-9-9-9", "この番号の指標は計画にありません")]
    [InlineData("abc", "この番号の指標は計画にありません")]
    public async Task Open_NothingToType_SaysWhy(string code, string sentence)
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.OpenEntry(code);

        Assert.Equal(sentence, page.Read("h1"));
        Assert.Empty(page.FindAll("input"));
        Assert.NotEmpty(page.FindAll("a[href='/entry']"));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2028)]
    public async Task Open_YearThatCannotBeEntered_OffersTheOthers(int year)
    {
        await using var bench = await EntryBench.StartAsync();

        var page = bench.OpenEntry("1-1-1-2", year);

        Assert.Contains("の実績は入力できません", page.Read("h1"));
        Assert.Equal("令和6年度 入力済み | 令和7年度 入力済み | 令和8年度 | 令和9年度", page.Read(".years a"));
    }

    [Fact]
    public async Task Open_BeforeTheCircuitRuns_FieldsAreDisabled()
    {
        await using var bench = await EntryBench.StartAsync();
        bench.Context.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Static", false));

        Assert.True(bench.OpenEntry("1-1-1-2").Find("fieldset").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Open_AsStaff_SeesThePreviewButCannotPublish()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var page = bench.OpenEntry("1-1-1-2");

        page.Type(bench, "numerator", "148");
        page.Type(bench, "denominator", "218");

        page.WaitForAssertion(() => Assert.Contains("3 / 5", page.Read(".effects")));
        Assert.False(page.HasButton(EntryPages.Save));
        Assert.StartsWith("公開できるのは課長です。", page.Read(".staff"));
    }

    [Fact]
    public async Task FigureSavedElsewhere_OtherIndicatorSameCounts_PageDoesNotRender()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-2");
        var before = page.RenderCount;

        await bench.SaveElsewhereAsync("1-3-2-1", "63987", "集計の修正");
        await bench.RefreshAsync();
        await page.InvokeAsync(() => { });

        Assert.Equal(before, page.RenderCount);
    }

    [Fact]
    public async Task PageLeft_SubscriptionIsGone()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.OpenEntry("1-1-1-2");
        page.Type(bench, "numerator", "148");
        Assert.Equal(1, bench.Live.Listeners);

        await bench.Context.DisposeComponentsAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, bench.Live.Listeners);
    }
}
