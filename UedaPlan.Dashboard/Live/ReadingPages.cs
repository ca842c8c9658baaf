using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 閲覧ページの応答: answers reading pages with bytes made once per address, revision and build. Output caching would store
/// nothing here: a Razor response brings an antiforgery cookie and no-store. Runs after authorization.
/// </summary>
public sealed partial class ReadingPages(RequestDelegate next, PageCache cache, PastBoards pasts, BuildId build, ILogger<ReadingPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (ReadingPageAttribute.Of(context) is not { } reading)
        {
            await next(context);
            return;
        }
        try
        {
            await AnswerAsync(context, reading);
        }
        catch (Exception e) when ((e is TimeoutException || PlanData.IsFault(e)) && !context.Response.HasStarted)
        {
            LogOutOfReach(e); // pages of the present ask nothing of the database
            await PastOutOfReach.AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpContext context, ReadingPageAttribute reading)
    {
        var now = context.RequestServices.GetRequiredService<PinnedBoard>().Now;
        if (ReadingAddress.Of(context, reading, now) is not { } address)
        {
            if (await LookBackAsync(context, reading)) await next(context);
            return;
        }
        var page = await cache.GetAsync(address, now, () => RenderAsync(context, reading), context.RequestAborted);
        if (page is null) return;
        await page.AnswerAsync(context);
    }

    /// <summary>Pins the board of the moment that is asked for; where there is none, the reader is sent to choose another.</summary>
    private async Task<bool> LookBackAsync(HttpContext context, ReadingPageAttribute reading)
    {
        if (!reading.KnowsPast || AskedMoment.TextOf(context.Request.Query) is not { } asked) return true;
        var pinned = context.RequestServices.GetRequiredService<PinnedBoard>();
        var here = ReadingAddress.AtPresent(context, reading, pinned.Now) ?? context.Request.Path.Value!;
        var (moment, _) = await pasts.LookAsync(asked, CancellationToken.None);
        if (moment is not null) pinned.LookBack(moment with { Here = here });
        else context.Response.Redirect($"/moments?to={Uri.EscapeDataString(here)}&asked={Uri.EscapeDataString(AskedMoment.Shortened(asked))}");
        return moment is not null;
    }

    /// <summary>Renders through the rest of the pipeline into memory, as nobody: what is made here is shown to everybody.</summary>
    private async Task<FinishedPage?> RenderAsync(HttpContext context, ReadingPageAttribute reading)
    {
        if (!await LookBackAsync(context, reading)) return null;
        if (!ReadingAddress.Names(context, context.RequestServices.GetRequiredService<PinnedBoard>().Board))
        {
            await next(context); // the plan of that time had none of it: a page that says so, which nobody else waits for
            return null;
        }
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

    [LoggerMessage(LogLevel.Warning, "A page of the past could not be made: the database does not answer")]
    private partial void LogOutOfReach(Exception exception);
}
