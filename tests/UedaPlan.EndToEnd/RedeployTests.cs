using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>A new build under an open wall: loaded once, and never by way of the browser's own error page.</summary>
public sealed partial class RedeployTests(BrowserFixture browser) : IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("uedaplan-build-").FullName;

    [Fact]
    public async Task Wall_RedeployedWithOtherScriptsAndStyles_LoadsTheNewBuildOnce()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server);
        var before = await BuildAsync(wall);
        var loads = 0;
        wall.Page.Load += (_, _) => loads++;

        await server.KillAsync();
        await wall.ShowsReconnectingAsync();
        await server.RestartAsync(OtherBuild());
        var ready = Stopwatch.GetTimestamp();
        await Assertions.Expect(wall.Page.Locator($"meta[name='plan-build']:not([content='{before}'])")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await wall.IsFreshSinceAsync(ready, "redeployed", LiveScreen.Before);

        await wall.MarkAsync();
        await PlanFolder.SaveAsync(server.DataDirectory, LiveScreen.Indicator, LiveScreen.Reading);
        await wall.ShowsAsync(LiveScreen.After);
        Assert.True(await wall.IsSameDocumentAsync());
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task Wall_ServerKilledInTheMomentOfTheReload_StaysAsItIsAndLoadsLater()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await OpenWallAsync(server);
        var before = await BuildAsync(wall);
        var killed = new TaskCompletionSource();
        await wall.Page.RouteAsync("**/health", async route =>
        {
            await server.KillAsync();
            await route.ContinueAsync();
            killed.TrySetResult();
        }, new() { Times = 1 });
        await server.KillAsync();
        await server.RestartAsync(OtherBuild());

        await killed.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await Assertions.Expect(wall.Word).ToContainTextAsync("再接続中");
        Assert.Equal(new Uri(server.Address, "/wall").ToString(), await wall.Page.EvaluateAsync<string>("location.href"));
        Assert.True(await wall.IsSameDocumentAsync());
        Assert.Equal(before, await BuildAsync(wall));
        await server.RestartAsync();
        await Assertions.Expect(wall.Page.Locator($"meta[name='plan-build']:not([content='{before}'])")).ToBeAttachedAsync(new() { Timeout = 30_000 });
        await wall.ShowsConnectedAsync();
    }

    [Fact]
    public async Task Wall_LiveScriptGone_IsLoadedAnewByItsWatchOnlyOnceTheServerIsWell()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        await page.RouteAsync("**/Live/LiveScript.*", route => route.FulfillAsync(new() { Status = 404 }), new() { Times = 1 });
        await using var wall = await LiveScreen.OpenAnywhereAsync(page, new Uri(server.Address, "/wall"));
        await wall.MarkAsync();

        await server.KillAsync();
        var refused = new TaskCompletionSource();
        page.RequestFailed += (_, request) => refused.TrySetResult();
        await page.Clock.RunForAsync(90_000);
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(30)); // it has asked, and nobody was there
        Assert.True(await wall.IsSameDocumentAsync());

        await server.RestartAsync();
        await page.Clock.FastForwardAsync(11_000);
        await wall.ShowsConnectedAsync();
        Assert.False(await wall.IsSameDocumentAsync());
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    private async Task<LiveScreen> OpenWallAsync(ServerProcess server) => await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));

    private static async Task<string?> BuildAsync(LiveScreen wall) => await wall.Page.Locator("meta[name='plan-build']").GetAttributeAsync("content");

    /// <summary>The product in another folder, its fingerprinted addresses all others: the old ones are gone, as after a redeployment.</summary>
    private string OtherBuild()
    {
        var built = Path.GetDirectoryName(ServerProcess.Built)!;
        foreach (var folder in Directory.GetDirectories(built, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(folder.Replace(built, _copy, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(built, _copy, StringComparison.Ordinal));
        var manifest = Path.Combine(_copy, "UedaPlan.Dashboard.staticwebassets.endpoints.json");
        var text = File.ReadAllText(manifest);
        foreach (var fingerprint in Fingerprint().Matches(text).Select(m => m.Groups[1].Value).Distinct()) text = text.Replace(fingerprint, "0" + fingerprint[1..], StringComparison.Ordinal);
        File.WriteAllText(manifest, text);
        return Path.Combine(_copy, Path.GetFileName(ServerProcess.Built));
    }

    [GeneratedRegex("\"fingerprint\",\\s*\"Value\":\\s*\"([a-z0-9]{10})\"")]
    private static partial Regex Fingerprint();
}
