using System.Diagnostics;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>開いたままの画面: a wall or tablet with a clock that can be moved on, and what it says of its connection and of one indicator.</summary>
public sealed class LiveScreen : IAsyncDisposable
{
    public const string Indicator = "1-1-1-2";
    public const string Before = "67.0%";
    public const string Reading = "148/218";
    public const string After = "67.9%";

    private const float Patience = 45_000;

    private LiveScreen(IPage page) => Page = page;

    public IPage Page { get; }

    public ILocator Word => Page.Locator("[data-connection-text]").First;

    public ILocator Value => Page.Locator($"[data-indicator='{Indicator}']").First;

    /// <summary>Opens an address and waits until the screen calls itself connected.</summary>
    public static async Task<LiveScreen> OpenAsync(IPage page, Uri address)
    {
        var screen = await OpenAnywhereAsync(page, address);
        await screen.ShowsConnectedAsync();
        await screen.MarkAsync();
        return screen;
    }

    /// <summary>Opens an address, whatever it answers.</summary>
    public static async Task<LiveScreen> OpenAnywhereAsync(IPage page, Uri address)
    {
        await page.Clock.InstallAsync();
        await page.GotoAsync(address.ToString());
        return new LiveScreen(page);
    }

    public Task MarkAsync() => Page.EvaluateAsync("window.sameDocument = true");

    public Task<bool> IsSameDocumentAsync() => Page.EvaluateAsync<bool>("window.sameDocument === true");

    /// <summary>Time passes on the screen alone, as if the time between had been slept through.</summary>
    public Task PassAsync(int seconds) => Page.Clock.FastForwardAsync(seconds * 1000L);

    public Task ShowsConnectedAsync() => ShowsStateAsync("connected");

    public Task ShowsReconnectingAsync() => ShowsStateAsync("reconnecting");

    public Task ShowsDisconnectedAsync() => ShowsStateAsync("disconnected");

    public Task ShowsAsync(string value) => Assertions.Expect(Value).ToContainTextAsync(value, new() { Timeout = Patience });

    /// <summary>Waits for the figure and for the word, and writes the seconds since the server could have answered.</summary>
    public async Task IsFreshSinceAsync(long ready, string what, string value = After)
    {
        await ShowsAsync(value);
        await ShowsConnectedAsync();
        var seconds = Stopwatch.GetElapsedTime(ready).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {seconds:0.0} s from server-ready to fresh figures");
    }

    /// <summary>Closed, or it would go on asking for its server all through the other tests.</summary>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private Task ShowsStateAsync(string state) => Assertions.Expect(Page.Locator($"html[data-connection='{state}']")).ToBeAttachedAsync(new() { Timeout = Patience });
}
