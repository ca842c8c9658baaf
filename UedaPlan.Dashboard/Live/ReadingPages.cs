using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 閲覧ページの応答: answers reading pages with bytes made once per address, revision and build. Output caching would store
/// nothing here: a Razor response brings an antiforgery cookie and no-store. Runs after authorization.
/// </summary>
public sealed class ReadingPages(RequestDelegate next, PageCache cache, BuildId build)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ReadingPageAttribute.Of(context) is not { } reading || context.RequestServices.GetRequiredService<PinnedBoard>().Board is not { } board
            || ReadingAddress.Of(context, reading, board) is not { } address)
        {
            await next(context);
            return;
        }
        var page = await cache.GetAsync(address, board, () => RenderAsync(context), context.RequestAborted);
        if (page is null) return;
        await page.AnswerAsync(context);
    }

    /// <summary>Renders through the rest of the pipeline into memory, as nobody: what is made here is shown to everybody.</summary>
    private async Task<FinishedPage?> RenderAsync(HttpContext context)
    {
        var (user, aborted, body) = (context.User, context.RequestAborted, context.Features.GetRequiredFeature<IHttpResponseBodyFeature>());
        using var buffer = new MemoryStream();
        FinishedPage? page = null;
        // Registered first, so it runs last: whatever the rendering adds for its own reader does not leave the server.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Remove(HeaderNames.SetCookie);
            context.Response.Headers.Remove(HeaderNames.Pragma);
            if (page is not null) page.Describe(context.Response);
            else context.Response.Headers.CacheControl = "no-store"; // a failure must not be taken for the page of this revision
            return Task.CompletedTask;
        });
        try
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
            context.RequestAborted = CancellationToken.None; // others wait for these bytes even if this reader leaves
            var memory = new StreamResponseBodyFeature(buffer);
            context.Features.Set<IHttpResponseBodyFeature>(memory);
            await next(context);
            await memory.CompleteAsync();
        }
        finally
        {
            context.Features.Set(body);
            (context.User, context.RequestAborted) = (user, aborted);
        }
        return page = context.Response.StatusCode == StatusCodes.Status200OK ? Finish(WithoutState(buffer.ToArray())) : null;
    }

    // Named by what is in it, and by the build: after a restored backup the same revision may be another page.
    private FinishedPage Finish(byte[] page) => new(page, $"\"{Convert.ToHexStringLower(SHA256.HashData(page))[..16]}-{build.Value}\"");

    // The framework appends state for a circuit, with an antiforgery token of the first reader; these pages have no circuit.
    private static byte[] WithoutState(byte[] page)
    {
        var start = page.AsSpan().IndexOf("<!--Blazor-Server-Component-State:"u8);
        if (start < 0) return page;
        var length = page.AsSpan(start).IndexOf("-->"u8) + 3;
        return [.. page[..start], .. page[(start + length)..]];
    }
}
