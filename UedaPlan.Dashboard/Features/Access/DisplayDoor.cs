using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>表示リンクの入口: exchanges the token in /wall?display=… for a cookie, so that it leaves address bar and history at once.</summary>
public sealed partial class DisplayDoor(RequestDelegate next, DisplayLinks links, DisplayGate gate, ILogger<DisplayDoor> log)
{
    public const string Parameter = "display";
    public const string Wall = "/wall";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestNote = TimeSpan.FromSeconds(1);

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.TrimEnd('/');
        var meant = path.Equals(Wall, StringComparison.OrdinalIgnoreCase) && context.Request.Query.ContainsKey(Parameter);
        return meant ? ExchangeAsync(context) : next(context);
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        string? link;
        try
        {
            var token = context.Request.Query[Parameter] is [var only] ? only : null;
            link = await Task.Run(() => links.FindAsync(token)).WaitAsync(Patience);
        }
        catch (Exception e)
        {
            LogUnsure(e.Message);
            await PlainPage.DisplayUnsure.ExecuteAsync(context);
            return;
        }
        if (link is null)
        {
            await PlainPage.DisplayEnded.ExecuteAsync(context);
            return;
        }
        await Task.WhenAny(gate.NoteUseAsync(link), Task.Delay(LongestNote)); // a database that is busy writing must not keep a screen waiting
        await DisplayCookie.SignInAsync(context, link);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Wall + QueryOf(context.Request.Query.Where(o => !o.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>"?…" with everything written anew, or empty.</summary>
    internal static string QueryOf(IEnumerable<KeyValuePair<string, StringValues>> options) =>
        new QueryBuilder(options.SelectMany(o => o.Value, (o, value) => KeyValuePair.Create(o.Key, value ?? ""))).ToString();

    [LoggerMessage(LogLevel.Warning, "A display link could not be looked up: {Reason}")]
    private partial void LogUnsure(string reason);
}
