using Microsoft.AspNetCore.SignalR;

namespace UedaPlan.Dashboard.Live;

/// <summary>合図のハブ: says the revision and the build, or how old the figures are, to one who connects and to all at each change; nothing else.</summary>
public sealed class PlanHub(LiveBoard live, HubWords words) : Hub
{
    public override async Task OnConnectedAsync()
    {
        LiveBoard.Staleness? said;
        do
        {
            said = live.Stale;
            await words.SayAsync(Clients.Caller, said);
        }
        while (!ReferenceEquals(said, live.Stale)); // what all were told in between may have come before this
    }
}

/// <summary>合図の言葉: "changed" of a board that is current, "stale" of one the database has not confirmed for a while.</summary>
public sealed class HubWords(LiveBoard live, BuildId build, TimeProvider time)
{
    public const string Changed = "changed";
    public const string Stale = "stale";

    public Task SayAsync(IClientProxy listeners, LiveBoard.Staleness? stale) => stale is null
        ? listeners.SendAsync(Changed, live.Current.Revision, build.Value, CancellationToken.None)
        : listeners.SendAsync(Stale, (int)Math.Round(time.GetElapsedTime(stale.LastGood).TotalSeconds), CancellationToken.None);
}

/// <summary>合図の送り手: the one listener that speaks for all connections of the hub.</summary>
public sealed class HubAnnouncer(LiveBoard live, HubWords words, IHubContext<PlanHub> hub) : IHostedService
{
    private IDisposable? _subscription;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = live.Subscribe(() => _ = words.SayAsync(hub.Clients.All, live.Stale));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }
}
