using Microsoft.Net.Http.Headers;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>
/// 開かれた閲覧: where reading is open, one who brings no cookie is given a page that is there already, before anybody asks who
/// he is. A cookie goes the whole way, on which it may be renewed or ended.
/// </summary>
public sealed class OpenReading(RequestDelegate next, ReadingScope scope, PageCache cache, LiveBoard live)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        var known = headers.ContainsKey(HeaderNames.Cookie) || headers.ContainsKey(HeaderNames.Authorization);
        return scope.Closed || known || ReadingPageAttribute.Of(context) is not { } page ? next(context) : AnswerAsync(context, page);
    }

    private async Task AnswerAsync(HttpContext context, ReadingPageAttribute reading)
    {
        var board = live.Current;
        var page = ReadingAddress.Of(context, reading, board) is { } address ? await cache.FindAsync(address, board, context.RequestAborted) : null;
        await (page?.AnswerAsync(context) ?? next(context));
    }
}
