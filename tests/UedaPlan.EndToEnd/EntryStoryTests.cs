using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>What happens at a head's desk, and what wall and tablet make of it: corrections, taking back, two heads at once, no mouse, no line.</summary>
public sealed class EntryStoryTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const string Floor = "1-1-1-3";

    [Fact]
    public async Task Correction_WithItsReasonAndTakenBack_IsFollowedByWallAndTablet()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var wall = await WallScreen.OpenAsync(await browser.OpenAsync(1920, 1080), server);
        var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180, touch: true), new Uri(server.Address, $"/indicators/{Floor}"));
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.OpenFormAsync($"{Floor}/2026");
        await desk.Page.GetByLabel("自治会加入率").FillAsync("79.9");
        await desk.SaveButton.ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".summary")).ToBeFocusedAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "1. 変更の理由" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator("#reason")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("世帯数を数え直したため");

        await desk.SaveButton.ClickAsync();

        await ShowsAsync(wall, tablet, "79.9%", "要対応");
        await Assertions.Expect(tablet.Page.Locator("main")).ToContainTextAsync("世帯数を数え直したため");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "取り消す" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("取り消しました。令和8年度の実績 81.6% に戻りました。")).ToBeVisibleAsync(new() { Timeout = Patience });
        await ShowsAsync(wall, tablet, "81.6%", "注意");
        Assert.True(await wall.IsSameDocumentAsync() && await tablet.IsSameDocumentAsync());
    }

    [Fact]
    public async Task TwoHeadsAtOnce_TheSecondChoosesWhatStands()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var first = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        var second = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await second.PrepareRatioAsync(LiveScreen.Indicator, "150", "218");
        await first.SaveRatioAsync(LiveScreen.Indicator, "148", "218");

        await Assertions.Expect(second.Page.GetByRole(AriaRole.Row, new() { Name = "耐震化済みの施設 150棟 148棟" })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(second.SaveButton).ToBeDisabledAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "自分の入力を続ける" }).ClickAsync();
        await second.SaveButton.ClickAsync();
        await Assertions.Expect(second.Page.GetByText("変更の理由を入力してください")).ToBeVisibleAsync();
        Assert.Contains("\"printed\":\"67.9%\"", await BoardAsync(server));
        await second.Page.GetByLabel("変更の理由").FillAsync("2棟の完了を確かめたため");
        await second.SaveButton.ClickAsync();

        await second.Page.GetByText("保存しました。").WaitForAsync(new() { Timeout = Patience });
        Assert.Contains("\"printed\":\"68.8%\"", await BoardAsync(server));
    }

    [Fact]
    public async Task EveryKindOfReading_ByKeyboardAlone_IsEnteredAndPublished()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var civic = await KeysAsync(server, DemoDesk.Civic);
        await civic.EnterAsync("1-1-1-2", ("#stage", "ArrowRight"), ("#as-of", "4月1日"), ("#numerator", "１４７"), ("#denominator", "218"));
        await civic.EnterAsync("1-1-1-1", ("#count-0", "1"), ("#count-1", "2"));
        await civic.EnterAsync("1-1-1-4/2026", ("#amount", "23"), ("#reason", "1事業の追加"));
        var section = await server.Client.GetStringAsync(new Uri("/sections/1-1-1", UriKind.Relative));
        Assert.Contains("途中経過 67.4% (4月1日現在)", section);

        var finance = await KeysAsync(server, "財政課");
        await finance.EnterAsync("1-3-1-3", ("input[name=dash]", "ArrowRight"), ("#reason", "負担がなくなったため"));
        var equality = await KeysAsync(server, "人権共生課");
        await equality.EnterAsync("1-2-2-1/2026", ("input[name=shape]", "ArrowRight"), ("#numerator", "391"), ("#denominator", "1,000"), ("#reason", "人数で報告し直すため"));

        var board = await BoardAsync(server);
        Assert.All(["\"1回・2回\"", "\"23事業\"", "\"－\"", "\"39.1%\""], printed => Assert.Contains($"\"printed\":{printed}", board));
    }

    [Fact]
    public async Task LineLost_ButtonsAreDeafToMouseKeyAndScript_UntilItIsBack()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address);
        await desk.PrepareRatioAsync(LiveScreen.Indicator, "148", "218");
        await server.KillAsync();
        await Assertions.Expect(desk.SaveButton).ToHaveAttributeAsync("aria-disabled", "true", new() { Timeout = Patience });

        await desk.Page.EvaluateAsync("""
            window.heard = 0;
            for (const button of document.querySelectorAll('main button')) button.addEventListener('click', () => heard++);
            for (const button of document.querySelectorAll('main button')) button.click();
            """);
        await desk.SaveButton.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.SaveButton.ClickAsync(new() { Force = true });
        await desk.Page.GetByLabel("コメント").FillAsync("入力は続けられる");

        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("window.heard"));
        await Assertions.Expect(desk.Page.Locator("#connection-band")).ToContainTextAsync(new Regex("再接続中|接続が切れています"), new() { Timeout = Patience });
        await server.RestartAsync();
        await Assertions.Expect(desk.Page.Locator("main button[aria-disabled]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        Assert.DoesNotContain("\"printed\":\"67.9%\"", await BoardAsync(server));
    }

    private static Task<string> BoardAsync(ServerProcess server) => server.Client.GetStringAsync(new Uri("/api/v1/board", UriKind.Relative));

    private static async Task ShowsAsync(WallScreen wall, LiveScreen tablet, string value, string status)
    {
        var row = wall.Page.Locator($"[data-indicator='{Floor}']");
        await Assertions.Expect(row).ToContainTextAsync(value, new() { Timeout = Patience });
        await Assertions.Expect(row).ToContainTextAsync(status);
        await Assertions.Expect(tablet.Page.Locator("#detail-figures")).ToContainTextAsync(value, new() { Timeout = Patience });
        await Assertions.Expect(tablet.Page.Locator("main")).ToContainTextAsync(status);
    }

    private async Task<Keys> KeysAsync(ServerProcess server, string department) =>
        new(await DemoDesk.OpenAsync(await browser.OpenAsync(1366, 900), server.Address, department));

    /// <summary>A head without a mouse: Tab, letters, arrows, Enter.</summary>
    private sealed record Keys(DemoDesk Desk)
    {
        private const int MostTabs = 60;

        /// <summary>Goes through the fields in their order; what is named like an arrow key is pressed, anything else typed.</summary>
        public async Task EnterAsync(string form, params (string Field, string Text)[] fields)
        {
            await Desk.OpenFormAsync(form);
            foreach (var (field, text) in fields)
            {
                await TabToAsync(Desk.Page.Locator(field).First);
                if (text.StartsWith("Arrow", StringComparison.Ordinal)) await Desk.Page.Keyboard.PressAsync(text);
                else await TypeAsync(Desk.Page.Locator(field), text);
            }
            await TabToAsync(Desk.SaveButton);
            await Desk.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Desk.Page.Locator("[role=status]", new() { HasText = "保存しました。" })).ToBeFocusedAsync(new() { Timeout = Patience });
            await Desk.Page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(Desk.Page.GetByRole(AriaRole.Button, new() { Name = "取り消す" })).ToBeFocusedAsync();
        }

        private async Task TypeAsync(ILocator field, string text)
        {
            await Desk.Page.Keyboard.PressAsync("ControlOrMeta+a");
            await Desk.Page.Keyboard.InsertTextAsync(text);
            await Assertions.Expect(field).ToHaveValueAsync(text);
        }

        private async Task TabToAsync(ILocator goal)
        {
            await Assertions.Expect(goal).ToBeEnabledAsync(new() { Timeout = Patience });
            for (var i = 0; i < MostTabs; i++)
            {
                if (await goal.EvaluateAsync<bool>("e => e === document.activeElement")) return;
                await Desk.Page.Keyboard.PressAsync("Tab");
            }
            Assert.Fail($"{goal} was not reached by Tab");
        }
    }
}
