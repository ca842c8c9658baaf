using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>切れる回線: the sockets of one page, which a test can cut and mend; server and browser both run on.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly ConcurrentBag<IWebSocketRoute> _open = [];
    private readonly IPage _page;
    private volatile bool _isCut;

    private CutLine(IPage page) => _page = page;

    /// <summary>To be called before the page is opened.</summary>
    public static async Task<CutLine> OfAsync(IPage page)
    {
        var line = new CutLine(page);
        await page.RouteWebSocketAsync(url => url.Contains("/_blazor", StringComparison.Ordinal), line.Take);
        await page.RouteAsync("**/_blazor/**", route => line._isCut ? route.AbortAsync() : route.ContinueAsync());
        return line;
    }

    public async Task CutAsync()
    {
        _isCut = true;
        foreach (var socket in _open) await socket.CloseAsync();
        await Assertions.Expect(_page.Locator("html[data-connection]")).ToBeAttachedAsync(new() { Timeout = 30_000 });
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    private void Take(IWebSocketRoute socket)
    {
        if (_isCut)
        {
            _ = socket.CloseAsync();
            return;
        }
        socket.ConnectToServer();
        _open.Add(socket);
    }
}
