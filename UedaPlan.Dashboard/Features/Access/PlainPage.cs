using System.Text;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>一文だけのページ: for answers that must not cost a rendering, or come from where no page is.</summary>
public static class PlainPage
{
    /// <summary>A form without its token: opened long ago, before signing in, or on another site.</summary>
    public static IResult StaleForm => Of(StatusCodes.Status400BadRequest, "送信できませんでした",
        "ページを開いてから時間がたったか、途中でサインインし直したようです。前のページを開き直して、もう一度送信してください。");

    public static IResult TooMany => Of(StatusCodes.Status429TooManyRequests, "少しお待ちください", "続けて送信されたため、受け付けを止めています。1分ほど待ってから、もう一度送信してください。");

    /// <summary>Wrong, cut off, revoked: which of them is nobody's business. Large: it stands on a panel.</summary>
    public static IResult DisplayEnded => Of(StatusCodes.Status403Forbidden, "この表示リンクは使えません",
        "計画事務局に新しい表示リンクを作ってもらい、この画面で開き直してください。", "<a href=\"/sign-in\">サインインへ</a>", panel: true);

    /// <summary>The database does not answer. Asks again by itself: nobody stands at a panel.</summary>
    public static IResult DisplayUnsure => Of(StatusCodes.Status503ServiceUnavailable, "表示リンクを確かめています",
        "データベースが応答していません。応答があると、自動で表示します。そのままお待ちください。", "", panel: true, waits: true);

    public static IResult NoStartPage => Of(StatusCodes.Status400BadRequest, "起動用ページを作れませんでした",
        "アドレスが長すぎるか、サーバーの名前を読めません。計画事務局の「壁面」のページから、もう一度保存してください。");

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

    private static IResult Of(int status, string title, string sentence, string link = "<a href=\"/\">全体の状況</a>", bool panel = false, bool waits = false) => Results.Content($"""
        <!DOCTYPE html>
        <html lang="ja"{(panel ? " data-theme=\"dark\" class=\"panel\"" : "")}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/app.css"><link rel="stylesheet" href="/plain.css">{(waits ? "<script src=\"/Live/WaitingPage.razor.js\" type=\"module\"></script>" + PageWatch.Element : "")}</head>
        <body><main><h1>{title}</h1><p>{sentence}</p>{(link.Length > 0 ? $"<p>{link}</p>" : "")}</main></body></html>
        """, "text/html; charset=utf-8", Encoding.UTF8, status);
}
