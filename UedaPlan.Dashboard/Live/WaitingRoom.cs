using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace UedaPlan.Dashboard.Live;

/// <summary>準備中の応答: until the first board has been read nobody is shown anything but this, and told to come back.</summary>
public sealed class WaitingRoom(RequestDelegate next, LiveBoard live)
{
    private const string ComeBackAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        if (live.IsReady)
        {
            await next(context);
        }
        else if (IsOpen(context))
        {
            context.Request.Headers.Remove(HeaderNames.Cookie); // checking a session would wait for the database
            await next(context);
        }
        else
        {
            await AnswerAsync(context);
        }
    }

    private static bool IsOpen(HttpContext context) => context.Request.Path.StartsWithSegments("/health")
        || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = ComeBackAfterSeconds;
        var path = context.Request.Path;
        IResult answer = path.StartsWithSegments("/api") || path.StartsWithSegments("/hubs")
            ? Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable)
            : new RazorComponentResult<WaitingPage>(new { OnWall = path.StartsWithSegments("/wall") }) { StatusCode = StatusCodes.Status503ServiceUnavailable };
        return answer.ExecuteAsync(context);
    }
}
