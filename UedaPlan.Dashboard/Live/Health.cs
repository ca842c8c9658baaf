using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>稼働確認: ready only while the database answers.</summary>
public sealed partial class Health(PlanReader reader, LiveBoard live, ILogger<Health> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task _look = Task.CompletedTask;

    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!live.IsReady) return Unready("starting");
        try
        {
            await LookAsync().WaitAsync(Patience, context.RequestAborted);
            return Results.Text("ready");
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogUnready(log, e);
            return Unready("database does not answer");
        }
    }

    // One look for all who ask: the embedded database keeps its thread while it waits for a lock.
    private Task LookAsync()
    {
        lock (_gate) return _look = _look.IsCompleted ? Task.Run(() => reader.ReadRevisionAsync()) : _look;
    }

    private static IResult Unready(string word) => Results.Text(word, statusCode: StatusCodes.Status503ServiceUnavailable);

    [LoggerMessage(LogLevel.Warning, "Not ready: the database does not answer")]
    private static partial void LogUnready(ILogger log, Exception exception);
}
