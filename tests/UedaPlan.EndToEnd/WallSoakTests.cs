using System.Globalization;

namespace UedaPlan.EndToEnd;

/// <summary>
/// A wall hangs for weeks: rotations and saves by the thousand leave no trace in browser or server. UEDAPLAN_SOAK_TURNS sets how
/// many rotations; 60,000 are two weeks of a real wall and take a little over half an hour.
/// </summary>
public sealed class WallSoakTests(BrowserFixture browser)
{
    private const int Samples = 15;
    private static readonly int Turns = int.Parse(Environment.GetEnvironmentVariable("UEDAPLAN_SOAK_TURNS") ?? "2000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Wall_ThousandsOfRotationsAndSaves_HoldsNoMoreThanBefore()
    {
        // A demo stops at 3,000 entries: spread over the whole run of some 28 rotations a second.
        var pulse = Turns / 28.0 / 2800;
        await using var server = await ServerProcess.StartInAsync(await PlanFolder.NewDemoAsync(), "--demo", string.Create(CultureInfo.InvariantCulture, $"--Demo:PulseSeconds={pulse}"));
        var soak = await Soak.StartAsync(server, await browser.OpenAsync(1920, 1080));

        var samples = await soak.RunAsync(Turns, Samples);

        foreach (var s in samples)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"heap {s.Heap / 1024:0} KiB, nodes {s.Nodes:0}, listeners {s.Listeners:0}, server {s.Server / 1048576:0.0} MiB, swaps {s.Swaps:0}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Rise over the run: heap {Soak.Rise(samples, s => s.Heap):P1}, nodes {Soak.Rise(samples, s => s.Nodes):P1}, server {Soak.Rise(samples, s => s.Server):P1}");
        Assert.InRange(samples[^1].Swaps - samples[0].Swaps, 100, double.MaxValue); // enough to tell; how many a minute holds is the machine's affair
        Assert.InRange(Soak.Rise(samples, s => s.Nodes), -1, 0.05); // one page kept would double them
        Assert.InRange(samples[^1].Listeners - samples[0].Listeners, -10, 2);
        Assert.InRange(Soak.Rise(samples, s => s.Heap), -1, 0.05);
        Assert.InRange(Soak.Rise(samples, s => s.Server), -1, 0.15); // its collector takes what the machine has to spare
    }
}
