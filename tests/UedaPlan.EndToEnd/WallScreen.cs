using System.Globalization;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>
/// 壁面の画面: a wall in a real browser whose clocks the test moves on, so that minutes pass in a moment. Timers keep their
/// real pace: a connection does not die of it.
/// </summary>
public sealed class WallScreen
{
    private const float Patience = 30_000;

    private const string MovableClocks = """
        (() => {
          const [day, steady] = [Date.now, performance.now.bind(performance)];
          window.ahead = { day: 0, steady: 0 };
          Date.now = () => day() + ahead.day;
          performance.now = () => steady() + ahead.steady;
        })();
        """;

    private WallScreen(IPage page) => Page = page;

    public IPage Page { get; }
    public ILocator Shown => Page.Locator(".slide.is-shown");
    public ILocator Footer => Page.Locator("footer");

    /// <summary>Opens the wall and waits until it is connected. The clock is that of the machine unless a moment is given.</summary>
    public static async Task<WallScreen> OpenAsync(IPage page, ServerProcess server, string query = "", DateTimeOffset? at = null)
    {
        var screen = new WallScreen(page);
        var ahead = at is { } moment ? (moment - DateTimeOffset.UtcNow).TotalMilliseconds : 0;
        await page.AddInitScriptAsync(MovableClocks + string.Create(CultureInfo.InvariantCulture, $"ahead.day = {ahead:0};"));
        await page.GotoAsync(new Uri(server.Address, $"/wall{query}").ToString());
        await screen.ExpectConnectedAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        return screen;
    }

    public Task ExpectConnectedAsync() =>
        Assertions.Expect(Page.Locator("[data-connection-sign]")).ToHaveAttributeAsync("data-state", "connected", new() { Timeout = Patience });

    public Task ExpectShownAsync(string slide) => Assertions.Expect(Shown).ToHaveAttributeAsync("data-slide", slide, new() { Timeout = Patience });

    /// <summary>The row of an indicator on its section's screen.</summary>
    public ILocator Row(string indicator) => Page.Locator($"[data-detail='{indicator}']");

    /// <summary>Time passes for what the wall does by itself.</summary>
    public Task PassAsync(TimeSpan time) => Page.EvaluateAsync("ms => { ahead.steady += ms; }", time.TotalMilliseconds);

    /// <summary>Time passes on the computer's clock too, as if the page had not been looked at meanwhile.</summary>
    public Task PassDayTimeAsync(TimeSpan time) => Page.EvaluateAsync("ms => { ahead.steady += ms; ahead.day += ms; }", time.TotalMilliseconds);

    public Task<bool> IsSameDocumentAsync() => Page.EvaluateAsync<bool>("window.sameDocument === true");
}
