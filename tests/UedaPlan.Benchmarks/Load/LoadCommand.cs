using System.Globalization;
using System.Runtime.InteropServices;

namespace UedaPlan.Benchmarks.Load;

/// <summary>負荷の測定: the product with many viewers against a bare hub with as many, in one run on one machine.</summary>
internal static class LoadCommand
{
    private const int Failed = 1;
    private const int WrongArguments = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args is ["--help" or "-h" or "-?"])
        {
            Console.WriteLine(LoadOptions.Help);
            return 0;
        }
        try
        {
            return await MeasureAsync(LoadOptions.Of(args));
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return WrongArguments;
        }
        catch (LoadFailure e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
    }

    private static async Task<int> MeasureAsync(LoadOptions options)
    {
        using var stop = new CancellationTokenSource();
        // Both end the measurement as its end would: with no process and no folder left behind.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, c => (c.Cancel, _) = (true, stop.CancelAsync()));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, c => (c.Cancel, _) = (true, stop.CancelAsync()));
        var load = Busy();
        var cores = Cores.Divide();
        using var subject = new ProductSubject(options);
        var product = await new LoadRun(options, cores, subject).MeasureAsync(stop.Token);
        var bare = await new LoadRun(options, cores, new BareSubject()).MeasureAsync(stop.Token);
        foreach (var line in LoadReport.Lines(options, cores, load, bare, subject.Name, product)) Console.WriteLine(line);
        return product.Stale + product.Missed + bare.Missed == 0 ? 0 : Failed;
    }

    private static string Busy() => File.Exists("/proc/loadavg") ? $"Load average before: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}." : "";
}
