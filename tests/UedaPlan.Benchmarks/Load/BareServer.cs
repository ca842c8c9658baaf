using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace UedaPlan.Benchmarks.Load;

/// <summary>比較の土台: Kestrel and one hub that tells everybody about 200 bytes at the pace of the product's saves. This program, started again.</summary>
internal static class BareServer
{
    public const string Argument = "bare-hub";
    public const string HubPath = "/hubs/bare";
    public const string ReadyLine = "bare hub ready";

    private const int Padding = 120; // with number, moment and frame about 200 bytes

    /// <summary>Runs until the one who started it lets go of its input; zero seconds: says nothing.</summary>
    public static async Task<int> RunAsync(string address, string seconds)
    {
        var builder = WebApplication.CreateBuilder(["--urls", address]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignalR();
        await using var app = builder.Build();
        app.MapHub<BareHub>(HubPath);
        await app.StartAsync();
        Console.WriteLine(ReadyLine);
        var every = double.Parse(seconds, CultureInfo.InvariantCulture);
        if (every > 0) _ = SayAsync(app.Services.GetRequiredService<IHubContext<BareHub>>(), TimeSpan.FromSeconds(every), app.Lifetime.ApplicationStopping);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task SayAsync(IHubContext<BareHub> hub, TimeSpan every, CancellationToken stopping)
    {
        var padding = new string('x', Padding);
        for (var number = 1L; ; number++)
        {
            await Task.Delay(every, stopping);
            await hub.Clients.All.SendAsync("changed", number, DateTime.UtcNow.Ticks, padding, stopping);
        }
    }

    private sealed class BareHub : Hub;
}
