using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Dashboard.Features.Wall;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Benchmarks;

/// <summary>What a save costs per watched address: one rendering of the page, and packing its bytes.</summary>
[MemoryDiagnoser]
public class PageBenchmarks : IDisposable
{
    private ServiceProvider _services = null!;
    private HtmlRenderer _renderer = null!;
    private byte[] _page = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var live = new LiveBoard(NullLogger<LiveBoard>.Instance);
        live.Publish(Board.Of(SamplePlans.PartOne, SamplePlans.Figures(SamplePlans.PartOne, 3), 1, true, DateTimeOffset.UnixEpoch));
        _services = new ServiceCollection().AddLogging().AddSingleton(live).AddScoped<PinnedBoard>().AddSingleton<NavigationManager, NoNavigation>().BuildServiceProvider();
        _renderer = new HtmlRenderer(_services, _services.GetRequiredService<ILoggerFactory>());
        _page = System.Text.Encoding.UTF8.GetBytes(await RenderAsync<OverviewBody>());
    }

    [Benchmark(Baseline = true)]
    public Task<string> RenderOverview() => RenderAsync<OverviewBody>();

    [Benchmark]
    public Task<string> RenderWall() => RenderAsync<WallBody>();

    [Benchmark]
    public int PackOverview() => new FinishedPage(_page, "\"1\"").For("br").Body.Length;

    [GlobalCleanup]
    public void Dispose()
    {
        _renderer.Dispose();
        _services.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<string> RenderAsync<TPage>() where TPage : IComponent =>
        _renderer.Dispatcher.InvokeAsync(async () => (await _renderer.RenderComponentAsync<TPage>()).ToHtmlString());

    /// <summary>The page inside what a request would give it; title and metadata need the host of a whole document.</summary>
    private abstract class Body<TPage> : ComponentBase where TPage : IComponent
    {
        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<TPage>(0);
            builder.CloseComponent();
        }
    }

    private sealed class OverviewBody : Body<OverviewPage>;

    private sealed class WallBody : Body<WallPage>;

    private sealed class NoNavigation : NavigationManager
    {
        public NoNavigation() => Initialize("http://localhost/", "http://localhost/");
    }
}
