using Microsoft.Playwright;
using UedaPlan.EndToEnd;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace UedaPlan.EndToEnd;

/// <summary>ブラウザ: the system's Chromium, one for all tests; skipped with its reason where there is none, failed in CI.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private readonly List<IBrowserContext> _open = [];
    private string? _test;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string? Executable => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } chromium) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page in a context of its own, as on a screen of its own.</summary>
    public async Task<IPage> OpenAsync(int width, int height, bool touch = false)
    {
        if (_browser is null)
        {
            const string Reason = "No Chromium was found. Install it, or name one in the environment variable CHROMIUM.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Reason);
            Assert.Skip(Reason);
        }
        await CloseOfEarlierTestsAsync();
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            HasTouch = touch,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
        });
        _open.Add(context);
        return await context.NewPageAsync();
    }

    // A screen left open looks for its server for ever, and a hundred of them leave no time for the next test.
    private async Task CloseOfEarlierTestsAsync()
    {
        if (TestContext.Current.Test?.UniqueID is not { } test || test == _test) return;
        _test = test;
        foreach (var context in _open) await context.CloseAsync();
        _open.Clear();
    }

    /// <summary>No script of any page runs any more, as on a machine that sleeps; dispose to wake it.</summary>
    public async Task<IAsyncDisposable> FreezeAsync()
    {
        await SignalPagesAsync("STOP");
        return new Sleep(this);
    }

    // The lifecycle command of the developer tools does nothing to a page that counts as shown, and here every page does.
    private async Task SignalPagesAsync(string signal)
    {
        var tools = await _browser!.NewBrowserCDPSessionAsync();
        var processes = (await tools.SendAsync("SystemInfo.getProcessInfo"))!.Value.GetProperty("processInfo").EnumerateArray();
        foreach (var page in processes.Where(p => p.GetProperty("type").GetString() == "renderer")) await ServerProcess.SignalAsync(page.GetProperty("id").GetInt32(), signal);
        await tools.DetachAsync();
    }

    private sealed class Sleep(BrowserFixture browser) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await browser.SignalPagesAsync("CONT");
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
