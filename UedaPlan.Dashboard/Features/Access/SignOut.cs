using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>サインアウト: forms of the product's own pages; another site cannot send them.</summary>
public static class SignOut
{
    public const string EverywhereAddress = "/account/sign-out-everywhere";

    internal static async Task<IResult> AnswerAsync(HttpContext context, IAntiforgery antiforgery, AccountGate gate)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return Results.LocalRedirect("/"); // the session was faster
        if (!await antiforgery.IsRequestValidAsync(context)) return PlainPage.StaleForm;
        await gate.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    /// <summary>Ends every session of the account, on every machine.</summary>
    internal static async Task<IResult> EverywhereAsync(HttpContext context, IAntiforgery antiforgery, AccountGate gate, UserManager<Account> accounts, EndedSessions ended)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return PlainPage.StaleForm;
        if (await gate.FindSignedInAsync(context.User) is { } account)
        {
            var renewed = await accounts.UpdateSecurityStampAsync(account);
            if (!renewed.Succeeded) throw new InvalidOperationException($"Sessions could not be ended: {renewed}");
            ended.End(account.Id);
        }
        await gate.SignOutAsync();
        return Results.LocalRedirect("/sign-in?ended=everywhere");
    }
}
