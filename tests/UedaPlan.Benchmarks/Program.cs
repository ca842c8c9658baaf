using BenchmarkDotNet.Running;
using UedaPlan.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(SamplePlans).Assembly).Run(args);
