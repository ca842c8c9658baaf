using System.Net;

namespace UedaPlan.EndToEnd;

/// <summary>端末への追加: a tablet can keep the site as an app, also where reading needs an account.</summary>
public sealed class InstallTests(BrowserFixture browser)
{
    [Fact]
    public async Task Overview_InTheBrowser_CanBeInstalled()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        await page.GotoAsync(server.Address.ToString());
        var tools = await page.Context.NewCDPSessionAsync(page);

        var manifest = (await tools.SendAsync("Page.getAppManifest"))!.Value;
        var errors = (await tools.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors").EnumerateArray()
            .Select(e => e.GetProperty("errorId").GetString()).Where(e => e != "in-incognito"); // each screen of these tests is one

        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Contains("上田市 総合計画ダッシュボード", manifest.GetProperty("data").GetString());
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Manifest_WhereReadingNeedsAnAccount_IsStillGiven()
    {
        await using var server = await ServerProcess.StartAsync("--Access:Reading=SignedIn");

        using var manifest = await server.Client.GetAsync(new Uri("/manifest.webmanifest", UriKind.Relative));
        using var icon = await server.Client.GetAsync(new Uri("/icons/icon-512.png", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "application/manifest+json"), (manifest.StatusCode, manifest.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (icon.StatusCode, icon.Content.Headers.ContentType?.MediaType));
    }
}
