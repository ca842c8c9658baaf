using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UedaPlan.Dashboard.Features.Access;

namespace UedaPlan.EndToEnd;

/// <summary>The access and office screens in a real browser: usable by anyone, within their content security policy, and honest when the server is gone.</summary>
public sealed partial class AccessScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;

    [Theory]
    [InlineData("/sign-in", 820, 1180)]
    [InlineData("/sign-in?ended=1", 320, 640)]
    [InlineData("/demo", 820, 1180)]
    [InlineData("/invitation", 1366, 900)]
    [InlineData("/reset", 820, 1180)]
    [InlineData("/access-denied", 1366, 900)]
    public async Task AccessPage_Opened_HasNoFindingNoOverflowAndKeepsItsPolicy(string address, int width, int height)
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);

        await page.GotoAsync(new Uri(server.Address, address).ToString());

        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task FirstInvitation_FromTheConsole_NamesEachMistakeAndThenOpensTheOffice()
    {
        await using var server = await ServerProcess.StartAsync();
        var page = await browser.OpenAsync(820, 1180);
        var check = ScreenCheck.Of(page);
        await page.GotoAsync(ConsoleLink().Match(server.Output).Value);

        await page.GetByLabel("利用者ID").FillAsync("sa");
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync("short");
        await page.GetByLabel("パスワード(もう一度)").FillAsync("other");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録してサインイン" }).ClickAsync();

        await Assertions.Expect(page.Locator("[aria-invalid=true]")).ToHaveCountAsync(3);
        await check.AssertCleanAsync();

        await page.GetByLabel("利用者ID").FillAsync("jimukyoku-1");
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync(AccessProduct.Password);
        await page.GetByLabel("パスワード(もう一度)").FillAsync(AccessProduct.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登録してサインイン" }).ClickAsync();
        await page.WaitForURLAsync("**/office");
        await page.GotoAsync(new Uri(server.Address, "/office/accounts").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "jimukyoku-1" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Theory]
    [InlineData(820, 1180)]
    [InlineData(1366, 900)]
    [InlineData(320, 640)]
    public async Task OfficePage_ByKeyboardAlone_InvitesStopsAndStaysClean(int width, int height)
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await OpenOfficeAsync(server.Address, width, height);
        var check = ScreenCheck.Of(page);

        await page.GetByLabel("課", new() { Exact = true }).SelectOptionAsync("zaisei");
        await page.GetByRole(AriaRole.Button, new() { Name = "招待リンクを作る" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var link = page.GetByLabel("招待リンク", new() { Exact = true });
        await Assertions.Expect(link).ToHaveValueAsync(new Regex("^http://127.0.0.1:[0-9]+/invitation\\?token=.{100,}"));
        await Assertions.Expect(page.GetByText("財政課 課長の招待リンクを作りました。")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "demo-zaisei の利用を停止する" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("demo-zaisei の利用を停止しました。")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "demo-zaisei の利用を再開する" })).ToBeVisibleAsync();
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task WorkingPage_ServerRestarted_SaysSoAndComesBackByItself()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await OpenOfficeAsync(server.Address, 1366, 900);
        await page.EvaluateAsync("window.sameDocument = true");

        await server.KillAsync();
        var band = page.Locator("#connection-band");
        await Assertions.Expect(band).ToContainTextAsync("再接続中", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("header")).ToContainTextAsync("再接続中");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "財政課" }).First).ToBeVisibleAsync();

        await server.RestartAsync();
        await page.WaitForFunctionAsync("() => !window.sameDocument", null, new() { Timeout = Patience });
        await Assertions.Expect(page.GetByText("接続中", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(band).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "利用者", Exact = true })).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenOfficeAsync(Uri address, int width, int height)
    {
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync(new Uri(address, "/demo").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = Viewer.PlanOffice }).ClickAsync();
        await page.WaitForURLAsync("**/office");
        await page.GotoAsync(new Uri(address, "/office/accounts").ToString());
        await Assertions.Expect(page.GetByText("接続中", new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "demo-zaisei の利用を停止する" })).ToBeEnabledAsync();
        return page;
    }

    [GeneratedRegex(@"http\S+/invitation\?token=\S+")]
    private static partial Regex ConsoleLink();
}
