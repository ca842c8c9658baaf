using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>デモのサインイン: one click, for accounts that have no password.</summary>
public static class DemoSignIn
{
    internal static async Task<IResult> AnswerAsync(
        HttpContext context, [FromForm] string account, DemoDoor door, AccountGate gate, UserManager<Account> accounts)
    {
        if (!door.IsOpenTo(context)) return Results.LocalRedirect("/demo"); // the page says why
        // Only accounts of the demo: one made with an invitation has a password, and the city's have an @.
        if (await accounts.FindByNameAsync(account) is not { PasswordHash: null } found || !DemoAccounts.IsOne(account) || !await gate.CanSignInAsync(found)) return Results.LocalRedirect("/demo");
        await gate.SignInAsync(found, isPersistent: false);
        return Results.LocalRedirect(Viewer.HomeOf(found.Role));
    }
}
