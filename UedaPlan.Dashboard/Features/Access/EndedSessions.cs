using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>
/// 終わらせた利用: accounts whose sessions this server has just ended. Sessions are checked every minute; those of such an account
/// at their next request. Other servers learn of it within the minute.
/// </summary>
public sealed class EndedSessions(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    /// <summary>After its stamp was renewed.</summary>
    public void End(string account)
    {
        var now = time.GetUtcNow();
        foreach (var (old, at) in _ended)
        {
            if (now - at > 2 * RevalidatingAccount.Interval) _ended.TryRemove(old, out _);
        }
        _ended[account] = now;
    }

    internal static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var ended = context.HttpContext.RequestServices.GetRequiredService<EndedSessions>();
        // Without the time of its last check a session is checked now.
        if (context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is { } account && ended._ended.ContainsKey(account)) context.Properties.IssuedUtc = null;
        return SecurityStampValidator.ValidatePrincipalAsync(context);
    }
}
