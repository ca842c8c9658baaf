using System.Security.Cryptography;
using System.Text;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Calendar;

/// <summary>カレンダーの配信: /calendar/{department}.ics and /calendar/all.ics, to be subscribed to.</summary>
public static class CalendarFile
{
    // Whether it may be read is asked in the answer: calendar programs have keys, not cookies.
    public static IEndpointConventionBuilder MapCalendars(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{department}.ics", AnswerAsync).AllowAnonymous();

    internal static async Task<IResult> AnswerAsync(string department, HttpContext context, LiveBoard live, CalendarKeys keys, PublicAddress address, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        if (!await keys.MayReadAsync(context))
        {
            return Results.Text("このカレンダーのアドレスは使えません。サインインして、画面にあるアドレスを登録し直してください。", "text/plain", Encoding.UTF8, StatusCodes.Status403Forbidden);
        }
        var board = live.Current;
        var own = board.Plan.Departments.FirstOrDefault(d => d.Code == department);
        if (own is null && department != CalendarKeys.Everybody) return Results.NotFound();
        var bytes = Encoding.UTF8.GetBytes(DeadlineCalendar.Write(board, own, JapaneseCalendar.DayOf(time.GetUtcNow()), address.Or(context.Request)));
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        return Results.File(bytes, "text/calendar; charset=utf-8", $"{department}.ics", entityTag: tag);
    }
}
