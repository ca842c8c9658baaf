using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>送信回数の上限: how often one address may send the sign-in, invitation and demo forms.</summary>
public static class AttemptLimit
{
    public const string Policy = "attempts";

    private const int PerMinute = 20; // a department behind one address on a Monday morning, not a guessing machine

    internal static IServiceCollection AddAttemptLimit(this IServiceCollection services, IConfiguration configuration)
    {
        var perMinute = configuration.GetValue("Access:AttemptsPerMinute", PerMinute);
        return services.AddRateLimiter(o =>
        {
            o.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(SourceOf(context.Connection.RemoteIpAddress), _ => WindowOf(perMinute))
                : RateLimitPartition.GetNoLimiter("reading a form"));
            o.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                await PlainPage.TooMany.ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    private static SlidingWindowRateLimiterOptions WindowOf(int perMinute) =>
        new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 };

    /// <summary>A machine has one IPv4 address but as many IPv6 addresses as it likes within its network.</summary>
    internal static string SourceOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
