using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>カレンダーの鍵: whose key it is, and the stamp its account had.</summary>
public sealed record CalendarKey(string Account, string Stamp);

/// <summary>
/// カレンダーの鍵の管理: a calendar program brings no cookie, so where reading is closed the address carries a key. It lives as long
/// as the account and its sessions: disabling the account, a new password or signing out everywhere ends it.
/// </summary>
public sealed class CalendarKeys(IDataProtectionProvider protection, ReadingScope reading, IServiceScopeFactory scopes, IOptions<IdentityOptions> identity)
{
    public const string Everybody = "all";
    public const string Parameter = "key";

    private readonly SealedLinks<CalendarKey> _keys = new(protection, "UedaPlan.Calendar.1");

    /// <summary>The address of a department's calendar, relative to this server. Where reading is closed it is a secret.</summary>
    public string AddressOf(ClaimsPrincipal viewer, string department)
    {
        var address = $"/calendar/{department}.ics";
        if (!reading.Closed) return address;
        var (account, stamp) = (viewer.FindFirstValue(ClaimTypes.NameIdentifier), viewer.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType));
        return account is null || stamp is null ? address : $"{address}?{Parameter}={_keys.Seal(new CalendarKey(account, stamp))}";
    }

    /// <summary>Whether a request may read the calendars: reading is open, it comes with a session, or with a key that still holds.</summary>
    public async Task<bool> MayReadAsync(HttpContext context) =>
        !reading.Closed || context.User.Identity is { IsAuthenticated: true } || await HoldsAsync(context.Request.Query[Parameter] is [var only] ? only : null);

    private async Task<bool> HoldsAsync(string? key)
    {
        if (_keys.Open(key) is not { Account: { } id, Stamp: { } stamp }) return false;
        await using var scope = scopes.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(id);
        return account is { Disabled: false } && account.SecurityStamp == stamp;
    }
}
