using Microsoft.AspNetCore.Antiforgery;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>サインアウト: a form of the working pages; another site cannot send it.</summary>
public static class SignOut
{
    internal static async Task<IResult> AnswerAsync(HttpContext context, IAntiforgery antiforgery, AccountGate gate)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return Results.LocalRedirect("/"); // the session was faster
        if (!await antiforgery.IsRequestValidAsync(context)) return PlainPage.StaleForm;
        await gate.SignOutAsync();
        return Results.LocalRedirect("/");
    }
}
