using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UedaPlan.Data;

namespace UedaPlan.EndToEnd;

/// <summary>The plan office changes the plan in a real browser: every screen follows, the past stays, a wrong file changes nothing.</summary>
public sealed class PlanningTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const string Indicator = "1-1-1-3"; // 自治会加入率 81.6%, a floor of 80.0%
    private const string Reason = "中間見直しで改めたため";

    [Fact]
    public async Task Target_Revised_TurnsWallTabletAndDepartmentByThemselvesAndLeavesThePast()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var (wall, tablet, department) = (await browser.OpenAsync(1920, 1080), await browser.OpenAsync(820, 1180, touch: true), await browser.OpenAsync(1366, 900));
        await wall.GotoAsync(new Uri(server.Address, "/wall").ToString());
        await tablet.GotoAsync(new Uri(server.Address, $"/indicators/{Indicator}").ToString());
        await DemoDesk.OpenAsync(department, server.Address);
        foreach (var screen in new[] { wall, tablet, department }) await screen.EvaluateAsync("window.sameDocument = true");
        await Assertions.Expect(wall.Locator($"[data-indicator='{Indicator}']").First).ToContainTextAsync("注意");
        var revision = await RevisionAsync(server);
        var office = await OfficeAsync(server, $"/office/plan/indicators/{Indicator}", "#value-0");

        await office.Locator("#value-0").FillAsync("82.0");
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("要対応", new() { Timeout = Patience });
        await office.GetByLabel("変更の理由").FillAsync(Reason);
        await office.GetByRole(AriaRole.Button, new() { Name = "保存して切り替える" }).ClickAsync();

        await Assertions.Expect(office.GetByText("新しい目標に切り替えました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(wall.Locator($"[data-indicator='{Indicator}']").First).ToContainTextAsync("要対応", new() { Timeout = Patience });
        await Assertions.Expect(tablet.Locator("#detail-reason")).ToContainTextAsync("要対応", new() { Timeout = Patience });
        await Assertions.Expect(tablet.Locator("#detail-facts")).ToContainTextAsync("80.0% → 82.0%");
        await Assertions.Expect(tablet.Locator("#detail-facts")).ToContainTextAsync(Reason);
        await Assertions.Expect(department.Locator("main")).ToContainTextAsync("要対応", new() { Timeout = Patience });
        foreach (var screen in new[] { wall, tablet, department }) Assert.True(await screen.EvaluateAsync<bool>("window.sameDocument === true"));
        await tablet.GotoAsync(new Uri(server.Address, $"/indicators/{Indicator}?at=r{revision}").ToString());
        await Assertions.Expect(tablet.Locator("#detail-reason")).ToContainTextAsync("注意");
        await Assertions.Expect(tablet.Locator("#detail-facts")).ToContainTextAsync("80.0%");
        await Assertions.Expect(tablet.Locator("#detail-facts")).Not.ToContainTextAsync("82.0%");
    }

    [Fact]
    public async Task PlanFile_WithAMistake_IsRefusedByItsLineAndTheRightOneLoads()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var office = await OfficeAsync(server, "/office/plan/file", "#plan-file");
        var plan = PlanFile.BuiltIn().Json;
        const string Right = "\"value\": 39, \"decimals\": 0, \"printed\": \"39事業\"";

        await ChooseAsync(office, "誤り.json", System.Text.Encoding.UTF8.GetBytes(plan.Replace(Right, Right.Replace("39,", "\"39\",", StringComparison.Ordinal))));
        var line = plan[..plan.IndexOf(Right, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        await Assertions.Expect(office.GetByRole(AriaRole.Alert)).ToContainTextAsync($"誤り.json {line}行目: 「value」には0以上で12桁までの数を書いてください", new() { Timeout = Patience });

        await ChooseAsync(office, "大きい.json", new byte[20_000_000]);
        await Assertions.Expect(office.GetByRole(AriaRole.Alert)).ToContainTextAsync("大きすぎます(5MBまで)", new() { Timeout = Patience });

        await ChooseAsync(office, "正しい.json", System.Text.Encoding.UTF8.GetBytes(plan.Replace(Right, Right.Replace("39", "20", StringComparison.Ordinal))));
        await Assertions.Expect(office.GetByRole(AriaRole.Heading, new() { Name = "正しい.json を読み込むと、2件が変わります" })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("39事業 → 20事業");
        await office.GetByLabel("変更の理由").FillAsync(Reason);
        await office.GetByRole(AriaRole.Button, new() { Name = "この内容を読み込む" }).ClickAsync();
        await Assertions.Expect(office.GetByText("計画ファイルを読み込みました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(office.Locator("tr", new() { HasText = "1-1-1-4" })).ToContainTextAsync("20事業", new() { Timeout = Patience });
    }

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(820, 1180)]
    [InlineData(320, 640)]
    public async Task PlanningScreens_InTheirStates_HaveNoFinding(int width, int height)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        await OpenAsync(page, server, "/office/plan", "#targets-title");
        await check.AssertCleanAsync();
        foreach (var (address, field, text) in new[]
        {
            ("/office/plan/indicators/1-1-1-1", "#value-0", "3"), ("/office/plan/indicators/1-1-1-4", "#value-0", "45.5"),
            ("/office/plan/thresholds", "#watch", "30"), ("/office/plan/sections/1-1-1", "#text-Purpose-0-0", "参加と協働のまち"), ("/office/plan/indicators/9-9-9-9", "h1", null!),
        })
        {
            await OpenAsync(page, server, address, field);
            await check.AssertCleanAsync();
            if (text is null) continue;
            await Assertions.Expect(page.Locator(field)).ToBeEnabledAsync(new() { Timeout = Patience });
            await page.Locator(field).FillAsync(text);
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(new Regex("達成・順調|整数で入力|1件の文言"), new() { Timeout = Patience });
            await check.AssertCleanAsync();
        }
    }

    private async Task<IPage> OfficeAsync(ServerProcess server, string address, string field)
    {
        var page = await browser.OpenAsync(1366, 900);
        await OpenAsync(page, server, address, field);
        await Assertions.Expect(page.Locator(field)).ToBeEnabledAsync(new() { Timeout = Patience });
        return page;
    }

    private static async Task OpenAsync(IPage page, ServerProcess server, string address, string field)
    {
        if (page.Url == "about:blank")
        {
            await page.GotoAsync(new Uri(server.Address, "/demo").ToString());
            await page.GetByRole(AriaRole.Button, new() { Name = "計画事務局", Exact = true }).ClickAsync();
            await page.WaitForURLAsync("**/office");
        }
        await page.GotoAsync(new Uri(server.Address, address).ToString());
        await page.Locator(field).First.WaitForAsync(new() { Timeout = Patience });
    }

    private static Task ChooseAsync(IPage page, string name, byte[] bytes) =>
        page.Locator("#plan-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = bytes });

    private static async Task<string> RevisionAsync(ServerProcess server)
    {
        using var board = await server.Client.GetAsync(new Uri("/api/v1/board", UriKind.Relative));
        return board.Headers.ETag!.Tag.Trim('"');
    }
}
