using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Tests.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Planning;

/// <summary>A planned target takes effect by itself at midnight in Japan.</summary>
public sealed class TargetWatchTests
{
    [Fact]
    public async Task Watch_WhenTheDayBegins_MakesThePlannedTargetTheTarget()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.PlanOffice, now: new DateTimeOffset(2027, 4, 30, 23, 59, 50, TimeSpan.FromHours(9)));
        var indicator = await bench.IndicatorAsync("1-1-1-4");
        var writer = bench.Context.Services.GetRequiredService<PlanWriter>();
        var target = indicator.Target with { Values = [new PrintedValue(45, 0)], Printed = "45事業" };
        await writer.ReviseAsync(new RevisePlan(bench.Author, PlanChangeKind.Target, (await bench.ReadAsync()).PlanVersion, "枠が広がったため", [new TargetEdit(indicator.Code, target, new DateOnly(2027, 5, 1), "枠が広がったため")]));
        await bench.RefreshAsync();
        var signal = bench.Context.Services.GetRequiredService<ChangeSignal>();
        await signal.WaitAsync(CancellationToken.None);
        using var watch = new TargetWatch(bench.Live, writer, bench.Time, NullLogger<TargetWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        Assert.Equal("39事業", (await bench.IndicatorAsync("1-1-1-4")).Target.Printed);

        bench.Time.Advance(TimeSpan.FromSeconds(10));

        await signal.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.Equal("45事業", (await bench.IndicatorAsync("1-1-1-4")).Target.Printed);
        await watch.StopAsync(CancellationToken.None);
    }
}
