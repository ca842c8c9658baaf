using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UedaPlan.Dashboard.Features.Access;

namespace UedaPlan.EndToEnd;

/// <summary>Display links from the office's page to the panel, with real browsers and a real server.</summary>
public sealed class DisplayScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const string Closed = "--Access:Reading=SignedIn";

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(820, 1180)]
    [InlineData(320, 640)]
    public async Task DisplaysPage_ByKeyboardAlone_MakesAndEndsALinkAndStaysClean(int width, int height)
    {
        await using var server = await ServerProcess.StartDemoAsync(Closed);
        var page = await OpenOfficeAsync(server.Address, width, height);
        var check = ScreenCheck.Of(page);
        await Assertions.Expect(page.GetByText("表示リンクはまだありません。")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await TypeNameAsync(page, check);
        await MakeAndCopyAsync(page);
        await check.AssertCleanAsync();
        await RevokeAsync(page, check);
        await check.AssertCleanAsync();
    }

    // Nothing, one letter too many, and then the longest that is allowed.
    private static async Task TypeNameAsync(IPage page, ScreenCheck check)
    {
        await MakeButton(page).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("画面の名前を入力してください。")).ToBeVisibleAsync();
        await Assertions.Expect(NameField(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(new string('壁', 41));
        await Assertions.Expect(page.GetByText("(いま41文字)")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(page.GetByText("文字以内で入力してください")).ToBeHiddenAsync();
    }

    private static async Task MakeAndCopyAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(LinkField(page)).ToHaveValueAsync(new Regex("^http://127.0.0.1:[0-9]+/wall\\?display=[A-Za-z0-9_-]{43}$"));
        await Assertions.Expect(NameField(page)).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "コピー" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText(new Regex("コピーしました|Ctrl"))).ToBeVisibleAsync();
    }

    private static async Task RevokeAsync(IPage page, ScreenCheck check)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("の表示リンクを無効にする$") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("の表示リンクを無効にしますか")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("壁面が見られなくなります。")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("の表示リンクを無効にしました。")).ToBeVisibleAsync();
        await Assertions.Expect(LinkField(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "作った表示リンク" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Wall_WithALink_FollowsSavesSurvivesARestartAndEndsOnItsPageWhenRevoked()
    {
        await using var server = await ServerProcess.StartAsync("--demo", "--Demo:PulseSeconds=2", Closed);
        var office = await OpenOfficeAsync(server.Address, 1366, 900);
        var link = await MakeAsync(office, "市長室 75型");
        var wall = await browser.OpenAsync(1920, 1080);

        await wall.GotoAsync(link + "&seconds=30");
        Assert.Equal(new Uri(server.Address, "/wall?seconds=30").ToString(), wall.Url);
        await wall.GoBackAsync();
        Assert.Equal("about:blank", wall.Url); // the token is not in the history either
        await wall.GotoAsync(new Uri(server.Address, "/wall").ToString());
        await wall.EvaluateAsync("window.sameDocument = true");
        await FetchedAsync(wall); // only the hub's signal makes a wall fetch

        await server.KillAsync();
        await server.RestartAsync();
        await FetchedAsync(wall);

        await office.GotoAsync(new Uri(server.Address, "/office/displays").ToString());
        await Assertions.Expect(office.GetByRole(AriaRole.Row, new() { Name = "市長室 75型" })).ToContainTextAsync("ごろ");
        await office.GetByRole(AriaRole.Button, new() { Name = "市長室 75型 の表示リンクを無効にする" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "この表示リンクを無効にする" }).ClickAsync();
        await Assertions.Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "この表示リンクは使えません" })).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.StartsWith(new Uri(server.Address, "/wall").ToString(), wall.Url);
    }

    [Fact]
    public async Task Wall_WhoseLinkWasRevokedWhileItsServerWasAway_EndsOnItsPageToo()
    {
        await using var server = await ServerProcess.StartDemoAsync(Closed);
        await using var other = await ServerProcess.StartInAsync(server.DataDirectory, [.. PlanFolder.Demo, Closed]);
        var office = await OpenOfficeAsync(other.Address, 1366, 900);
        var link = new Uri(await MakeAsync(office, "市長室 75型"));
        var wall = await browser.OpenAsync(1920, 1080);
        await wall.GotoAsync(new Uri(server.Address, link.PathAndQuery).ToString());
        await Assertions.Expect(wall.Locator("html[data-connection='connected']")).ToBeAttachedAsync(new() { Timeout = Patience });

        await server.KillAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "市長室 75型 の表示リンクを無効にする" }).ClickAsync();
        await office.GetByRole(AriaRole.Button, new() { Name = "この表示リンクを無効にする" }).ClickAsync();
        await Assertions.Expect(office.GetByText("の表示リンクを無効にしました。")).ToBeVisibleAsync();
        await server.RestartAsync();

        await Assertions.Expect(wall.GetByRole(AriaRole.Heading, new() { Name = "この表示リンクは使えません" })).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Fact]
    public async Task Server_ToldToLogEverything_WritesNoTokenDown()
    {
        await using var server = await ServerProcess.StartDemoAsync(Closed, "--Logging:LogLevel:Default=Trace", "--Logging:Console:LogLevel:Default=Trace",
            "--Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace", "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnos*tics=Trace");
        var office = await OpenOfficeAsync(server.Address, 1366, 900);
        var link = await MakeAsync(office, "市長室 75型");
        var token = link.Split('=')[1];
        var download = await office.RunAndWaitForDownloadAsync(() => office.GetByText("起動用ページを保存").ClickAsync());
        Assert.Equal("上田市総合計画-壁面.html", download.SuggestedFilename);
        Assert.Contains(token, await File.ReadAllTextAsync(await download.PathAsync()));
        var wall = await browser.OpenAsync(1920, 1080);
        await wall.GotoAsync(link);
        await wall.GotoAsync(link + "x");
        await office.ReloadAsync();
        await Assertions.Expect(LinkField(office)).ToHaveCountAsync(0);
        await SendBrokenAsync(server.Address, $"GET /wall%00?display={token} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n");
        await server.KillAsync();

        Assert.Contains("trce: ", server.Output);
        Assert.DoesNotContain(token, server.Output);
        Assert.DoesNotContain("display=", server.Output);
        foreach (var file in Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories))
        {
            Assert.True((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)) < 0, file);
        }
    }

    // A request line that cannot be read, until the server hangs up.
    private static async Task SendBrokenAsync(Uri address, string request)
    {
        using var socket = new System.Net.Sockets.TcpClient(address.Host, address.Port);
        await socket.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(request));
        using var answer = new StreamReader(socket.GetStream());
        Assert.Contains("400", await answer.ReadToEndAsync());
    }

    internal async Task<IPage> OpenOfficeAsync(Uri address, int width, int height)
    {
        var page = await browser.OpenAsync(width, height);
        await page.GotoAsync(new Uri(address, "/demo").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = Viewer.PlanOffice }).ClickAsync();
        await page.WaitForURLAsync("**/office");
        await page.GotoAsync(new Uri(address, "/office/displays").ToString());
        await Assertions.Expect(MakeButton(page)).ToBeEnabledAsync(new() { Timeout = Patience });
        return page;
    }

    internal static async Task<string> MakeAsync(IPage office, string name)
    {
        await NameField(office).FillAsync(name);
        await MakeButton(office).ClickAsync();
        await Assertions.Expect(LinkField(office)).ToHaveValueAsync(new Regex("display="));
        return await LinkField(office).InputValueAsync();
    }

    // The next time its script has asked for the page and got it.
    private static Task<IResponse> FetchedAsync(IPage wall) => wall.WaitForResponseAsync(
        r => new Uri(r.Url).AbsolutePath == "/wall" && r.Request.ResourceType == "fetch" && r.Status is 200 or 304, new() { Timeout = 60_000 });

    private static ILocator MakeButton(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "表示リンクを作る" });

    private static ILocator NameField(IPage page) => page.GetByLabel("画面の名前");

    private static ILocator LinkField(IPage page) => page.GetByLabel("表示リンク", new() { Exact = true });
}
