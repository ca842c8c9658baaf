using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>稼働確認: ready only while the database answers.</summary>
public static partial class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static async Task<IResult> ReadyAsync(PlanReader reader, LiveBoard live, HttpContext context, ILogger<LiveBoard> log)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            limit.CancelAfter(Patience);
            await reader.ReadRevisionAsync(limit.Token);
            return live.IsReady ? Results.Text("ready") : Results.Text("starting", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogUnready(log, e);
            return Results.Text("database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not ready: the database does not answer")]
    private static partial void LogUnready(ILogger log, Exception exception);
}
