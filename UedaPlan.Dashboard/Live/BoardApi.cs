using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>盤面のAPI: GET /api/v1/board for other programs; ETag = revision.</summary>
public sealed class BoardApi(LiveBoard live)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private volatile Made? _made;

    public async Task GetAsync(HttpContext context)
    {
        var made = Current();
        var response = context.Response;
        response.Headers.ETag = made.ETag;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(made.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = made.Body.Length;
        await response.BodyWriter.WriteAsync(made.Body, context.RequestAborted);
    }

    private Made Current()
    {
        var board = live.Current;
        if (_made is { } known && ReferenceEquals(known.Board, board)) return known;
        return _made = new Made(board, $"\"{board.Revision}\"", JsonSerializer.SerializeToUtf8Bytes(BoardAnswer.Of(board), Format));
    }

    private sealed record Made(Board Board, string ETag, byte[] Body);
}
