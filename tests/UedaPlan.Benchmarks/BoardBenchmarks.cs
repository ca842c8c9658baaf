using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Benchmarks;

/// <summary>What one save costs before any screen hears of it: judging, and making every text of the board.</summary>
[MemoryDiagnoser]
public class BoardBenchmarks
{
    private ImmutableArray<Figure> _few;
    private ImmutableArray<Figure> _many;
    private Indicator[] _indicators = [];

    [GlobalSetup]
    public void Setup()
    {
        _few = SamplePlans.Figures(SamplePlans.PartOne, 3);
        _many = SamplePlans.Figures(SamplePlans.FiveHundred, 10);
        _indicators = [.. Build(SamplePlans.PartOne, _few).Cards.Select(c => c.Indicator)];
    }

    [Benchmark(Baseline = true)]
    public Status JudgeAll21()
    {
        var worst = Status.Achieved;
        foreach (var indicator in _indicators)
        {
            var status = Judge.Of(indicator, Thresholds.Default).Status;
            if (status > worst) worst = status;
        }
        return worst;
    }

    [Benchmark]
    public Board Board21IndicatorsThreeYears() => Build(SamplePlans.PartOne, _few);

    [Benchmark]
    public Board Board500IndicatorsTenYears() => Build(SamplePlans.FiveHundred, _many);

    private static Board Build(Plan plan, ImmutableArray<Figure> figures) => Board.Of(plan, figures, 1, true, DateTimeOffset.UnixEpoch);
}
