namespace UedaPlan.EndToEnd;

/// <summary>共有のデモ: one running demo for all tests of a class that do not need each other's figures.</summary>
public sealed class SharedDemo : IAsyncLifetime
{
    public ServerProcess Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await PlanFolder.StartDemoAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
