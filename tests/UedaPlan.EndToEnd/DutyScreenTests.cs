using Microsoft.Playwright;
using UedaPlan.Dashboard.Features.Access;

namespace UedaPlan.EndToEnd;

/// <summary>Who owes what: the plan office changes it, and the departments' open screens follow.</summary>
public sealed class DutyScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;

    [Fact]
    public async Task Office_ChangesDeadlineAndConfirms_OpenScreensFollow()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var head = await DemoDesk.OpenAsync(await browser.OpenAsync(820, 1180), server.Address);
        var tablet = await browser.OpenAsync(820, 1180);
        await tablet.GotoAsync(new Uri(server.Address, "/indicators/1-1-1-2").ToString());
        var office = await OpenOfficeAsync(server.Address, "/office/deadlines?indicator=1-1-1-2");
        var check = ScreenCheck.Of(office);

        var year = await office.Locator("#deadline-year").InputValueAsync();
        await office.Locator("#deadline-date").FillAsync($"{year}-04-02");
        await office.GetByLabel("変更の理由").FillAsync("議会日程に合わせて変更");
        await check.AssertCleanAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "期限を変える" }).ClickAsync();

        await Assertions.Expect(office.GetByText("1件の期限を変えました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        var row = head.Page.Locator("tbody tr").First;
        await Assertions.Expect(row).ToContainTextAsync("期限を過ぎた", new() { Timeout = Patience });
        await Assertions.Expect(row).ToContainTextAsync("4月2日");
        await Assertions.Expect(row).ToContainTextAsync("日過ぎています");
        await ScreenCheck.Of(head.Page).AssertCleanAsync();

        await office.GotoAsync(new Uri(server.Address, "/office").ToString());
        await Assertions.Expect(office.Locator("details .together button").First).ToBeEnabledAsync(new() { Timeout = Patience }); // once the circuit is there
        await office.Locator("summary").First.ClickAsync();
        await Assertions.Expect(office.Locator("summary").First).ToContainTextAsync("市民参加・協働推進課");
        await check.AssertCleanAsync();
        await Assertions.Expect(tablet.Locator("main")).ToContainTextAsync("仮");
        await office.GetByRole(AriaRole.Button, new() { Name = "市民参加・協働推進課の担当課と期限をまとめて確認する" }).ClickAsync();
        await Assertions.Expect(office.GetByText("を確認しました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(head.Page.GetByText("期限と担当課は仮のものです")).ToBeHiddenAsync(new() { Timeout = Patience });
        await Assertions.Expect(head.Page.Locator("main").GetByText("仮", new() { Exact = true })).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Assertions.Expect(tablet.Locator("main").GetByText("仮", new() { Exact = true })).ToHaveCountAsync(0, new() { Timeout = Patience });
    }

    [Fact]
    public async Task Office_GivesAnIndicatorToAnotherDepartment_HomesFollowAndTheOldHeadCannotSave()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var old = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await old.PrepareRatioAsync("1-1-1-2", "150", "218");
        var next = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address, "広報課");
        var office = await OpenOfficeAsync(server.Address, "/office/departments", 820, 1180);
        var check = ScreenCheck.Of(office);

        await office.GetByLabel("自治会共同集会施設の耐震化率").SelectOptionAsync("koho");
        await office.GetByLabel("変更の理由").FillAsync("組織の見直し");
        await Assertions.Expect(office.GetByText("1-1-1-2 集会施設の耐震化率: 市民参加・協働推進課 → 広報課")).ToBeVisibleAsync(new() { Timeout = Patience });
        await check.AssertCleanAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "変更を保存する" }).PressAsync("Enter");

        await Assertions.Expect(office.GetByText("1件の変更を保存しました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(next.Page.Locator("tbody")).ToContainTextAsync("耐震化率", new() { Timeout = Patience });
        await Assertions.Expect(old.Page.GetByText("この指標は、ほかの課が担当しています")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(old.SaveButton).ToBeHiddenAsync();
        await old.Page.GotoAsync(new Uri(server.Address, "/entry").ToString());
        await Assertions.Expect(old.Page.Locator("tbody tr")).ToHaveCountAsync(4, new() { Timeout = Patience });
    }

    [Fact]
    public async Task Office_SomebodyElseChangesThePlan_WhatWasTypedStaysAndIsSavedAfterALook()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var first = await OpenOfficeAsync(server.Address, "/office/deadlines?indicator=1-1-1-2");
        var second = await OpenOfficeAsync(server.Address, "/office/deadlines?indicator=1-1-1-3");
        await FillAsync(second, "06-30", "二人目の理由");
        await FillAsync(first, "06-15", "一人目の理由");
        await first.GetByRole(AriaRole.Button, new() { Name = "期限を変える" }).ClickAsync();

        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("ほかの人が計画を変えました。入力した内容は残っています。", new() { Timeout = Patience });
        await Assertions.Expect(second.GetByLabel("変更の理由")).ToHaveValueAsync("二人目の理由");
        await second.GetByRole(AriaRole.Button, new() { Name = "期限を変える" }).ClickAsync();
        await Assertions.Expect(second.GetByText("1件の期限を変えました。")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private static async Task FillAsync(IPage office, string day, string reason)
    {
        var year = int.Parse(await office.Locator("#deadline-year").InputValueAsync());
        await office.Locator("#deadline-date").FillAsync($"{year + 1}-{day}");
        await office.GetByLabel("変更の理由").FillAsync(reason);
        await Assertions.Expect(office.GetByText("1件の期限: ")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    private async Task<IPage> OpenOfficeAsync(Uri address, string path, int width = 1366, int height = 900)
    {
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync(new Uri(address, "/demo").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = Viewer.PlanOffice }).ClickAsync();
        await page.WaitForURLAsync("**/office");
        await page.GotoAsync(new Uri(address, path).ToString());
        await Assertions.Expect(page.Locator("main input").First).ToBeEnabledAsync(new() { Timeout = Patience });
        return page;
    }
}
