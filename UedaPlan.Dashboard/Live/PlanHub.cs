using Microsoft.AspNetCore.SignalR;

namespace UedaPlan.Dashboard.Live;

/// <summary>合図のハブ: says the revision and the build, to one who connects and to all at each change; nothing else.</summary>
public sealed class PlanHub(LiveBoard live, BuildId build) : Hub
{
    public const string Changed = "changed";

    public override Task OnConnectedAsync() => Clients.Caller.SendAsync(Changed, live.Current.Revision, build.Value);
}

/// <summary>合図の送り手: the one listener that speaks for all connections of the hub.</summary>
public sealed class HubAnnouncer(LiveBoard live, BuildId build, IHubContext<PlanHub> hub) : IHostedService
{
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = live.Subscribe(() => _ = hub.Clients.All.SendAsync(PlanHub.Changed, live.Current.Revision, build.Value, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }
}
