using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>見張り: a wall whose files came only in part, or whose fetches hang, neither stands dead nor looks alive.</summary>
public sealed class WallWatchTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("**/*.js")]
    [InlineData("**/WallTicker.razor.js")]
    [InlineData("**/LiveMarks.*.js")]
    public async Task Wall_WhoseScriptsDidNotCome_IsLoadedAnewByItself(string missing)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        await page.Clock.InstallAsync();
        await page.RouteAsync(missing, route => route.AbortAsync());
        await page.GotoAsync(new Uri(server.Address, "/wall").ToString());
        await page.EvaluateAsync("window.sameDocument = true");

        await page.UnrouteAsync(missing);
        var loaded = page.WaitForRequestAsync(r => r.IsNavigationRequest);
        await page.Clock.RunForAsync(90_000);

        await loaded;
        await Assertions.Expect(page.Locator("html[data-connection='connected'][data-tick][data-marks]")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        Assert.False(await page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [Fact]
    public async Task Wall_WhosePageCannotBeFetched_SaysSoWithinSecondsOfTheSignal()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        await page.GotoAsync(new Uri(server.Address, "/wall").ToString());
        await Assertions.Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await page.RouteAsync("**/wall", _ => Task.CompletedTask); // neither answered nor refused

        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);

        await Assertions.Expect(page.Locator("html[data-connection='reconnecting']")).ToBeAttachedAsync(new() { Timeout = 14_000 });
        await page.UnrouteAsync("**/wall");
        await Assertions.Expect(page.Locator("html[data-connection='connected']")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator($"[data-indicator='{LiveScreen.Indicator}']")).ToContainTextAsync(LiveScreen.After);
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("evil.example:99999")]
    [InlineData("xn--")]
    public async Task Host_ThatIsNone_IsRefusedWithoutAnError(string host)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        foreach (var address in new[] { "/", "/wall/code?to=/", "/wall/start-page" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Host", host);

            using var answer = await server.Client.SendAsync(request);

            Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        }
        Assert.DoesNotContain("Exception", server.Output);
    }
}
