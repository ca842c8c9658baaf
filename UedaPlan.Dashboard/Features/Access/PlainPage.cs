using System.Text;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>一文だけのページ: for answers that must not cost a rendering, or come from where no page is.</summary>
public static class PlainPage
{
    /// <summary>A form without its token: opened long ago, before signing in, or on another site.</summary>
    public static IResult StaleForm => Of(StatusCodes.Status400BadRequest, "送信できませんでした",
        "ページを開いてから時間がたったか、途中でサインインし直したようです。前のページを開き直して、もう一度送信してください。");

    public static IResult TooMany => Of(StatusCodes.Status429TooManyRequests, "少しお待ちください", "続けて送信されたため、受け付けを止めています。1分ほど待ってから、もう一度送信してください。");

    /// <summary>For UseExceptionHandler: what went wrong is in the log, not on the screen.</summary>
    public static ExceptionHandlerOptions Broken => new()
    {
        ExceptionHandler = Of(StatusCodes.Status500InternalServerError, "表示できませんでした", "サーバーで問題が起きました。少し待ってから、もう一度開いてください。続くときは計画事務局に知らせてください。").ExecuteAsync,
    };

    /// <summary>Razor's own answer to a form without its token is empty; this gives it words.</summary>
    internal static async Task ExplainStaleFormAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentLength: null } && HttpMethods.IsPost(context.Request.Method))
        {
            await StaleForm.ExecuteAsync(context);
        }
    }

    private static IResult Of(int status, string title, string sentence) => Results.Content($"""
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title><link rel="stylesheet" href="/app.css"></head>
        <body><main><h1>{title}</h1><p>{sentence}</p><p><a href="/">全体の状況</a></p></main></body></html>
        """, "text/html; charset=utf-8", Encoding.UTF8, status);
}
