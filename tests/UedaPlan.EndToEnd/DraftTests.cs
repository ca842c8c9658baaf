using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>Drafts: what staff leave and the head publishes or returns, each in a browser of their own.</summary>
public sealed class DraftTests(BrowserFixture browser)
{
    private const string Staff = DemoDesk.Civic + " 担当者";
    private const string Indicator = LiveScreen.Indicator;

    [Fact]
    public async Task Draft_LeftByStaffWhoSignOut_IsPublishedByTheHeadAndReachesWallAndTablet()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), new Uri(server.Address, "/indicators/1-1-1-2"));
        var staff = await DemoDesk.OpenAsync(await browser.OpenAsync(820, 1180), server.Address, Staff);
        await staff.OpenFormAsync(Indicator);
        await staff.TypeRatioAsync("148", "218");
        await KeepAsync(staff);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();

        var head = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        var check = ScreenCheck.Of(head.Page);
        await Assertions.Expect(head.Page.GetByText("確認を待つ下書き 1件")).ToBeVisibleAsync();
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Row, new() { Name = "自治会共同集会施設" })).ToContainTextAsync("下書きあり(担当者");
        await wall.ShowsAsync(LiveScreen.Before);
        Assert.DoesNotContain(LiveScreen.After, await server.Client.GetStringAsync(new Uri("/api/v1/board", UriKind.Relative)));
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "確かめる" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("148");
        await Assertions.Expect(head.SaveButton).ToBeEnabledAsync();
        await check.AssertCleanAsync();
        await head.SaveButton.ClickAsync();

        await head.Page.GetByText("保存しました。").WaitForAsync();
        await wall.ShowsAsync(LiveScreen.After);
        await Assertions.Expect(tablet.Page.Locator("main")).ToContainTextAsync(LiveScreen.After, new() { Timeout = 30_000 });
        await Assertions.Expect(head.Page.GetByText("下書きあり")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Draft_ReturnedWithAWord_ReachesTheOpenHomeOfTheStaff()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var staff = await DemoDesk.OpenAsync(await browser.OpenAsync(820, 1180), server.Address, Staff);
        var check = ScreenCheck.Of(staff.Page);
        await staff.OpenFormAsync(Indicator);
        await staff.TypeRatioAsync("150ほど", "");
        await KeepAsync(staff);

        var head = await DemoDesk.OpenAsync(await browser.OpenAsync(820, 1180), server.Address);
        await head.OpenFormAsync(Indicator);
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "返す", Exact = true }).ClickAsync();
        await head.Page.GetByLabel("ひとこと").FillAsync("棟数を数え直してください。");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "担当者に返す" }).ClickAsync();

        await Assertions.Expect(staff.Page.GetByText("課長のひとこと「棟数を数え直してください。」")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await check.AssertCleanAsync();
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "直す" }).ClickAsync();
        await Assertions.Expect(staff.Page.GetByLabel("耐震化済みの施設")).ToHaveValueAsync("150ほど");
        await Assertions.Expect(staff.Page.GetByText("課長から返された下書き")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
    }

    private static async Task KeepAsync(DemoDesk desk)
    {
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "下書きに残す" }).ClickAsync();
        await desk.Page.GetByText("下書きに残しました。").WaitForAsync();
        await desk.Page.WaitForURLAsync("**/entry");
    }
}
