using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>What is typed and not saved stays: over a lost connection, a killed server and the end of a session; and nobody else sees it.</summary>
public sealed class KeptInputTests(BrowserFixture browser)
{
    private const string Indicator = LiveScreen.Indicator;
    private const string Comment = "今年度に2棟の耐震改修が完了しました。";

    [Fact]
    public async Task Typed_WhenTheServerIsKilledAndRestarted_IsBackAndCanBeSaved()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.OpenFormAsync(Indicator);
        await desk.TypeRatioAsync("148", "218");

        await server.KillAsync();
        await desk.Page.GetByLabel("コメント").FillAsync(Comment); // nobody there to hear it
        await server.RestartAsync();

        await ShowsKeptAsync(desk);
        await desk.SaveButton.ClickAsync();
        await desk.Page.GetByText("保存しました。").WaitForAsync();
        Assert.Contains(Comment, await server.Client.GetStringAsync(new Uri($"/indicators/{Indicator}", UriKind.Relative)));
        Assert.Equal(0, await KeptAsync(desk.Page));
    }

    [Fact]
    public async Task Typed_WhileTheConnectionIsLost_ReachesTheSameFormWhenItIsBack()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1366, 900);
        await using var line = await CutLine.OfAsync(page);
        var desk = await DemoDesk.OpenAsync(page, server.Address);
        await desk.OpenFormAsync(Indicator);
        await desk.TypeRatioAsync("148", "");
        await page.EvaluateAsync("window.sameDocument = true");

        await line.CutAsync();
        await page.GetByLabel("対象の施設").FillAsync("218");
        line.Mend();

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("16 / 21", new() { Timeout = 30_000 });
        await Assertions.Expect(desk.SaveButton).ToBeEnabledAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Typed_WhenTheSessionEnds_IsBackAfterSigningInAgainAndOnlyForThatAccount()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1366, 900);
        var desk = await DemoDesk.OpenAsync(page, server.Address);
        await desk.OpenFormAsync(Indicator);
        await desk.TypeRatioAsync("148", "218");
        await page.GetByLabel("コメント").FillAsync(Comment);
        await page.Context.ClearCookiesAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "サインイン" })).ToBeVisibleAsync();

        var other = await DemoDesk.OpenAsync(page, server.Address, DemoDesk.Civic + " 担当者");
        await other.OpenFormAsync(Indicator);
        await Assertions.Expect(page.GetByLabel("コメント")).ToHaveValueAsync("");
        await page.Context.ClearCookiesAsync();
        var again = await DemoDesk.OpenAsync(page, server.Address);
        await again.OpenFormAsync(Indicator);

        await ShowsKeptAsync(again);
        await again.SaveButton.ClickAsync();
        await page.GetByText("保存しました。").WaitForAsync();
        Assert.Equal(0, await KeptAsync(page));
    }

    [Fact]
    public async Task Typed_OverAFigureThatChangedSince_OpensAsAChoiceAndOverwritesNothing()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var first = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await first.OpenFormAsync(Indicator);
        await first.TypeRatioAsync("150", "218");
        await first.Page.GotoAsync(new Uri(server.Address, "/entry").ToString());
        var second = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await second.SaveRatioAsync(Indicator, "148", "218");

        await first.Page.GotoAsync(new Uri(server.Address, $"/entry/{Indicator}/2026").ToString());

        await Assertions.Expect(first.Page.GetByText("にこの実績を保存しました")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(first.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("150");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "保存されている値を使う" }).ClickAsync();
        await Assertions.Expect(first.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("148");
        Assert.Equal(0, await KeptAsync(first.Page));
    }

    [Fact]
    public async Task TypedValuesOfAChart_AfterAReload_AreBackCellByCell()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        var check = ScreenCheck.Of(page);
        await DemoDesk.OpenAsync(page, server.Address);
        await page.GotoAsync(new Uri(server.Address, "/entry/statistics/1-1-1-2").ToString());
        var before = await page.GetByRole(AriaRole.Region, new() { Name = "値を入力する表" }).GetByRole(AriaRole.Row).CountAsync();
        await Assertions.Expect(page.GetByLabel("単位")).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "年度を増やす" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel($"年度(見出し) {before}")).ToBeVisibleAsync();
        await page.GetByLabel($"年度(見出し) {before}").FillAsync("令9");
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByText("前に入力した内容を戻しました")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByLabel($"年度(見出し) {before}")).ToHaveValueAsync("令9");
        await check.AssertCleanAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "消す", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("前に入力した内容を戻しました")).ToHaveCountAsync(0);
        Assert.Equal(0, await KeptAsync(page));
    }

    private static async Task ShowsKeptAsync(DemoDesk desk)
    {
        await Assertions.Expect(desk.Page.GetByText("前に入力した内容を戻しました")).ToBeVisibleAsync(new() { Timeout = 45_000 });
        await Assertions.Expect(desk.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("148");
        await Assertions.Expect(desk.Page.GetByLabel("対象の施設")).ToHaveValueAsync("218");
        await Assertions.Expect(desk.Page.GetByLabel("コメント")).ToHaveValueAsync(Comment);
        await Assertions.Expect(desk.SaveButton).ToBeEnabledAsync();
    }

    private static Task<int> KeptAsync(IPage page) => page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('ueda-typed:')).length");
}
