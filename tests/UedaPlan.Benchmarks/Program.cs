using BenchmarkDotNet.Running;
using UedaPlan.Benchmarks;
using UedaPlan.Benchmarks.Load;

switch (args)
{
    case ["load", .. var rest]:
        return await LoadCommand.RunAsync(rest);
    case [BareServer.Argument, var address, var seconds]:
        return await BareServer.RunAsync(address, seconds);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SamplePlans).Assembly).Run(args);
        return 0;
}
