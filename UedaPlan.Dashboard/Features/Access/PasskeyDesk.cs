using System.Buffers.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>パスキーの受付: a device's own lock instead of a password; what the forms of /sign-in and /account send.</summary>
public static class PasskeyDesk
{
    public const string SignInOptions = "/sign-in/passkey/options";
    public const string SignInForm = "/sign-in/passkey";
    public const string OwnOptions = "/account/passkeys/options";
    public const string AddForm = "/account/passkeys/add";
    public const string RenameForm = "/account/passkeys/rename";
    public const string RemoveForm = "/account/passkeys/remove";
    public const int LongestName = 40;

    private const int Most = 10; // per account

    internal static void AddPasskeys(this IServiceCollection services) => services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((o, address) =>
    {
        o.ServerDomain = address.Domain; // null: the host that was asked for
        (o.ResidentKeyRequirement, o.UserVerificationRequirement) = ("required", "required"); // it stands for id and password
    });

    internal static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost(SignInOptions, OfferSignInAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPost(SignInForm, SignInAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
        var own = app.MapGroup("").RequireAuthorization().RequireRateLimiting(AttemptLimit.Policy);
        own.MapPost(OwnOptions, OfferAddingAsync);
        own.MapPost(AddForm, AddAsync);
        own.MapPost(RenameForm, RenameAsync);
        own.MapPost(RemoveForm, RemoveAsync);
    }

    private static async Task<IResult> OfferSignInAsync(HttpContext context, IAntiforgery antiforgery, AccountGate gate, SignInWays ways)
    {
        if (!ways.Local) return Results.NotFound();
        return await antiforgery.IsRequestValidAsync(context) ? Json(await gate.MakePasskeyRequestOptionsAsync(null)) : PlainPage.StaleForm;
    }

    private static async Task<IResult> SignInAsync([FromForm] string? credential, [FromForm] string? returnUrl, AccountGate gate, SignInWays ways)
    {
        var found = ways.Local && credential is not null ? await AssertAsync(gate, credential) : null;
        // The account's own state counts, not only its key: stopped, or moved to the city's accounts.
        if (found is not { Succeeded: true } || !await gate.CanSignInAsync(found.User) || await gate.IsOfCityAsync(found.User)) return Results.LocalRedirect(RefusalFor(returnUrl));
        await gate.UserManager.AddOrUpdatePasskeyAsync(found.User, found.Passkey); // its counter
        await gate.SignInAsync(found.User, isPersistent: false);
        return Results.LocalRedirect(LocalAddress.Of(returnUrl, Viewer.HomeOf(found.User.Role)));
    }

    private static async Task<IResult> OfferAddingAsync(HttpContext context, IAntiforgery antiforgery, AccountGate gate)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return PlainPage.StaleForm;
        return await gate.FindOwnAsync(context.User) is { } account
            ? Json(await gate.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id, Name = account.UserName!, DisplayName = account.UserName! }))
            : Results.NotFound();
    }

    private static async Task<IResult> AddAsync(HttpContext context, [FromForm] string? credential, [FromForm] string? name, AccountGate gate)
    {
        if (credential is null || await gate.FindOwnAsync(context.User) is not { } account) return Answer("not-added");
        if ((await gate.UserManager.GetPasskeysAsync(account)).Count >= Most) return Answer("too-many");
        if (await AttestAsync(gate, credential) is not { Succeeded: true } made || made.UserEntity.Id != account.Id) return Answer("not-added");
        made.Passkey.Name = NameOf(name);
        return Answer((await gate.UserManager.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded ? "added" : "not-added");
    }

    private static Task<IResult> RenameAsync(HttpContext context, [FromForm] string? id, [FromForm] string? name, AccountGate gate) => ChangeAsync(context, id, gate, "renamed", (account, passkey) =>
    {
        passkey.Name = NameOf(name);
        return gate.UserManager.AddOrUpdatePasskeyAsync(account, passkey);
    });

    private static Task<IResult> RemoveAsync(HttpContext context, [FromForm] string? id, AccountGate gate) =>
        ChangeAsync(context, id, gate, "removed", (account, passkey) => gate.UserManager.RemovePasskeyAsync(account, passkey.CredentialId));

    private static async Task<IResult> ChangeAsync(HttpContext context, string? id, AccountGate gate, string done, Func<Account, UserPasskeyInfo, Task<IdentityResult>> change)
    {
        var known = id is { Length: < 2000 } && Base64Url.IsValid(id) && await gate.FindOwnAsync(context.User) is { } account
            && await gate.UserManager.GetPasskeyAsync(account, Base64Url.DecodeFromChars(id)) is { } passkey && (await change(account, passkey)).Succeeded;
        return Answer(known ? done : "not-found");
    }

    private static async Task<PasskeyAssertionResult<Account>?> AssertAsync(AccountGate gate, string credential)
    {
        try
        {
            return await gate.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException) // nothing was asked of this browser, or too long ago
        {
            return null;
        }
    }

    private static async Task<PasskeyAttestationResult?> AttestAsync(AccountGate gate, string credential)
    {
        try
        {
            return await gate.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string NameOf(string? typed) => typed?.Trim() is { Length: > 0 } name ? name[..Math.Min(name.Length, LongestName)] : "パスキー";

    private static IResult Json(string options) => Results.Content(options, "application/json");

    private static IResult Answer(string said) => Results.LocalRedirect($"/account?said={said}");

    private static string RefusalFor(string? returnUrl) =>
        "/sign-in?passkey=refused" + (LocalAddress.Of(returnUrl, "") is { Length: > 0 } wanted ? $"&returnUrl={Uri.EscapeDataString(wanted)}" : "");
}
