using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>
/// 長時間運転: a wall whose own clocks run hundreds of times faster, before a server that saves without pause; what browser and
/// server hold is read at even distances, counted in rotations.
/// </summary>
public sealed class Soak(ServerProcess server, IPage page, ICDPSession devTools)
{
    // Rotation runs 400 times, the age of changes 10 times faster; more, and a slow answer would pass for a lost connection.
    private const string FastClocks = """
        (() => {
          const [day, steady, every] = [Date.now, performance.now.bind(performance), setInterval];
          const from = day();
          Date.now = () => from + (day() - from) * 10;
          performance.now = () => steady() * 400;
          window.setInterval = (run, ms, ...rest) => every(run, ms >= 500 ? 10 : ms, ...rest);
          window.turns = 0;
          window.swaps = 0;
          document.addEventListener('wall:shown', () => turns++);
          document.addEventListener('plan:swapped', () => swaps++);
        })();
        """;

    private const string Reached = """
        ({ what, count }) => new Promise(done => {
          const look = () => {
            if (window[what] < count) return;
            for (const event of ['wall:shown', 'plan:swapped']) document.removeEventListener(event, look);
            done();
          };
          for (const event of ['wall:shown', 'plan:swapped']) document.addEventListener(event, look);
          look();
        })
        """;

    public sealed record Sample(double Heap, double Nodes, double Listeners, double Server, double Swaps);

    /// <summary>Opens the wall with still pictures: a cross-fade would be cut off hundreds of times.</summary>
    public static async Task<Soak> StartAsync(ServerProcess server, IPage page)
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.AddInitScriptAsync(FastClocks);
        await page.GotoAsync(new Uri(server.Address, "/wall?seconds=5").ToString());
        await page.EvaluateAsync(Reached, new { what = "swaps", count = 1 });
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("Performance.enable");
        return new Soak(server, page, devTools);
    }

    /// <summary>Samples at even distances; the first third, in which caches fill, is not among them.</summary>
    public async Task<IReadOnlyList<Sample>> RunAsync(int turns, int samples)
    {
        var taken = new List<Sample>();
        for (var i = 1; i <= samples; i++)
        {
            await page.EvaluateAsync(Reached, new { what = "turns", count = (long)turns * i / samples });
            taken.Add(await TakeAsync());
        }
        return taken[(samples / 3)..];
    }

    /// <summary>How much the least of the second half lies above the least of the first: what is in use for a moment does not count, what is held does.</summary>
    public static double Rise(IReadOnlyList<Sample> samples, Func<Sample, double> of)
    {
        var half = samples.Count / 2;
        return (samples.Skip(half).Min(of) / samples.Take(half).Min(of)) - 1;
    }

    // The least of several looks: a page just fetched and not yet swapped in doubles the nodes for a moment.
    private async Task<Sample> TakeAsync()
    {
        var looks = new List<Dictionary<string, double>>();
        for (var i = 0; i < 6; i++) looks.Add(await LookAsync());
        double Least(string name) => looks.Min(l => l[name]);
        return new Sample(Least("JSHeapUsedSize"), Least("Nodes"), Least("JSEventListeners"), server.ResidentBytes, await page.EvaluateAsync<double>("window.swaps"));
    }

    private async Task<Dictionary<string, double>> LookAsync()
    {
        await devTools.SendAsync("HeapProfiler.collectGarbage");
        var answer = await devTools.SendAsync("Performance.getMetrics");
        return answer!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(m => m.GetProperty("name").GetString()!, m => m.GetProperty("value").GetDouble());
    }
}
