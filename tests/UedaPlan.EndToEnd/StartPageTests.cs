using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>The file on a panel's own disk: it waits for the server, whatever comes first, and then opens the wall.</summary>
public sealed partial class StartPageTests(BrowserFixture browser)
{
    private const float Patience = 60_000;

    [Fact]
    public async Task StartPage_OpenedFromDiskBeforeTheServerRuns_WaitsAndThenShowsTheLiveWall()
    {
        await using var server = await ServerProcess.StartAsync("--demo", "--Demo:PulseSeconds=2", "--Access:Reading=SignedIn");
        var link = await DisplayScreenTests.MakeAsync(await new DisplayScreenTests(browser).OpenOfficeAsync(server.Address, 1366, 900), "市長室 75型");
        var file = Path.Combine(server.DataDirectory, "start.html");
        await File.WriteAllBytesAsync(file, await server.Client.GetByteArrayAsync($"/wall/start-page?{new Uri(link).Query[1..]}&seconds=30"));
        await server.KillAsync();
        var panel = await browser.OpenAsync(1920, 1080);
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        panel.RequestFailed += (_, request) => { if (request.Url.EndsWith("/health", StringComparison.Ordinal)) refused.TrySetResult(); };

        await panel.GotoAsync(new Uri(file).ToString());
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30)); // it has asked, and nobody was there
        await Assertions.Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "サーバーを待っています" })).ToBeVisibleAsync();
        await Assertions.Expect(panel.GetByText("応答があると、自動で壁面を表示します。")).ToBeVisibleAsync();
        await Assertions.Expect(panel.Locator("body")).ToContainTextAsync("待っている時間 1分未満");
        await Assertions.Expect(panel.Locator("header")).ToContainTextAsync(new Regex(@"令和[0-9]+年[0-9]+月[0-9]+日\([日月火水木金土]\)\s*[0-9]{2}:[0-9]{2}"));
        Assert.StartsWith("file:", panel.Url);

        await server.RestartAsync();
        await panel.WaitForURLAsync(new Uri(server.Address, "/wall?seconds=30").ToString(), new() { Timeout = Patience });
        await panel.WaitForResponseAsync(r => new Uri(r.Url).AbsolutePath == "/wall" && r.Request.ResourceType == "fetch" && r.Ok, new() { Timeout = Patience });
    }

    [Fact]
    public async Task StartPage_ServerThatIsNotReady_IsWaitedForToo()
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();
        var panel = await browser.OpenAsync(1080, 1920);
        var ready = false;
        await panel.RouteAsync("**/health", route => ready ? route.ContinueAsync()
            : route.FulfillAsync(new() { Status = 503, Body = "starting", Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" } }));

        await panel.SetContentAsync(await visitor.GetStringAsync("/wall/start-page"));

        await Assertions.Expect(panel.GetByText("サーバーは動いています。")).ToBeVisibleAsync(new() { Timeout = Patience });
        ready = true;
        await panel.WaitForURLAsync(new Uri(product.Address, "/wall").ToString(), new() { Timeout = Patience });
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(3840, 2160)]
    [InlineData(1080, 1920)]
    [InlineData(1280, 720)]
    public async Task StartPage_OnPanelsOfAllShapes_FitsAndScalesWithThem(int width, int height)
    {
        await using var product = new AccessProduct(demo: true, ("Access:PublicAddress", "http://127.0.0.1:9"));
        using var visitor = product.Visitor();
        var panel = await browser.OpenAsync(width, height);

        await panel.SetContentAsync(await visitor.GetStringAsync("/wall/start-page"));

        var title = panel.GetByRole(AriaRole.Heading);
        await Assertions.Expect(title).ToBeVisibleAsync();
        var box = (await title.BoundingBoxAsync())!;
        Assert.True(box.X >= 0 && box.X + box.Width <= width, $"{box.X} {box.Width}");
        Assert.Equal(0, await panel.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth + Math.max(0, document.body.scrollHeight - innerHeight)"));
        var size = await title.EvaluateAsync<double>("e => parseFloat(getComputedStyle(e).fontSize)");
        Assert.Equal(width > height ? width / 30.0 : width / 17.0, size, 0.5);
    }

    [Theory]
    [InlineData("", "http://HOST/wall")]
    [InlineData("?display=abc&show=overview,1-1-1&seconds=30", "http://HOST/wall?display=abc&show=overview,1-1-1&seconds=30")]
    [InlineData("?show=%3C/script%3E%3Cscript%3Ealert(1)%3C/script%3E&x=%22'%26", "http://HOST/wall?show=%3C%2Fscript%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&x=%22%27%26")]
    [InlineData("?%3Cb%3E=%7B%7Bserver%7D%7D", "http://HOST/wall?%3Cb%3E=%7B%7Bserver%7D%7D")]
    public async Task StartPage_WithOptions_CarriesThemAndNothingThatCouldRun(string query, string wall)
    {
        await using var product = new AccessProduct(demo: true, ("Access:Reading", "SignedIn"));
        using var stranger = product.Visitor();

        var answer = await stranger.GetAsync("/wall/start-page" + query);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("上田市総合計画-壁面.html", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(2, Regex.Count(page, "</script>"));
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotMatch("(src|href)=", page);
        using var target = System.Text.Json.JsonDocument.Parse(Target().Match(page).Groups[1].Value);
        Assert.Equal(wall.Replace("HOST", product.Address.Authority, StringComparison.Ordinal), target.RootElement.GetProperty("wall").GetString());
        Assert.Equal(new Uri(product.Address, "/health").ToString(), target.RootElement.GetProperty("health").GetString());
    }

    [Theory]
    [InlineData("plan.example.jp\"><script>")]
    [InlineData("plan example")]
    public async Task StartPage_ForAHostThatIsNone_IsNotMade(string host)
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/wall/start-page");
        request.Headers.TryAddWithoutValidation("Host", host);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task PublicAddress_Set_StandsInPagesAndLinks()
    {
        await using var product = new AccessProduct(demo: true, ("Access:PublicAddress", "https://plan.example.jp"));
        using var visitor = product.Visitor();

        var page = await visitor.GetStringAsync("/wall/start-page");

        Assert.Contains("\"https://plan.example.jp/wall\"", page);
        Assert.Contains("接続先 plan.example.jp", page);
        Assert.DoesNotContain("127.0.0.1", page);
    }

    [Theory]
    [InlineData("plan.example.jp")]
    [InlineData("/wall")]
    [InlineData("ftp://plan.example.jp")]
    [InlineData("https://plan.example.jp/dashboard")]
    [InlineData("https://plan.example.jp/?a=1")]
    [InlineData("https://user@plan.example.jp/")]
    public async Task PublicAddress_NotAnAddressOfAServer_EndsTheStartWithASentence(string address)
    {
        var directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;

        var (exitCode, output) = await ServerProcess.RunToEndAsync(directory, "--demo", $"--Access:PublicAddress={address}");

        Assert.Equal(1, exitCode);
        Assert.Contains("設定 Access:PublicAddress には", output);
        Assert.DoesNotContain("   at ", output);
    }

    [Fact]
    public async Task Health_AskedFromAFile_MayBeRead()
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();

        Assert.Equal("*", Assert.Single((await visitor.GetAsync("/health")).Headers.GetValues("Access-Control-Allow-Origin")));
        foreach (var other in new[] { "/", "/wall", "/me", "/api/v1/board", "/health/live", "/wall/start-page" })
        {
            Assert.False((await visitor.GetAsync(other)).Headers.Contains("Access-Control-Allow-Origin"), other);
        }
    }

    [GeneratedRegex("id=\"target\">(.+)</script>")]
    private static partial Regex Target();
}
