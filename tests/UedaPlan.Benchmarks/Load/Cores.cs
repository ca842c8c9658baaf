using System.Diagnostics;
using System.Globalization;

namespace UedaPlan.Benchmarks.Load;

/// <summary>核の分担: the server on the first core, the viewers on the others, so that neither takes time from the other.</summary>
internal sealed class Cores
{
    private readonly long _servers;
    private readonly bool _pinned;

    private Cores(long servers, bool pinned, string said) => (_servers, _pinned, Said) = (servers, pinned, said);

    /// <summary>Who runs where, or why that could not be arranged.</summary>
    public string Said { get; }

    /// <summary>Moves this process off the first core.</summary>
    public static Cores Divide()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows()) return new Cores(0, false, "not pinned: this system offers no way");
        using var self = Process.GetCurrentProcess();
        var all = (long)self.ProcessorAffinity;
        var first = all & -all;
        if (all == first) return new Cores(0, false, "not pinned: one core only");
        if (!TryPin(self, all & ~first)) return new Cores(0, false, "not pinned: taskset is missing or refused");
        return new Cores(first, true, $"server on core {Numbers(first)}, viewers on {Numbers(all & ~first)}");
    }

    /// <summary>The command so that it starts on the servers' core; elsewhere than on Linux the process is moved afterwards.</summary>
    public ProcessStartInfo Starting(string program, IEnumerable<string> arguments) => _pinned && OperatingSystem.IsLinux()
        ? new ProcessStartInfo("taskset", [Hex(_servers), program, .. arguments])
        : new ProcessStartInfo(program, arguments);

    public void Move(Process server)
    {
        if (_pinned && OperatingSystem.IsWindows()) server.ProcessorAffinity = (nint)_servers;
    }

    private static bool TryPin(Process self, long cores)
    {
        if (OperatingSystem.IsWindows())
        {
            self.ProcessorAffinity = (nint)cores;
            return true;
        }
        try
        {
            // All threads: on Linux the property of the same name moves the first one only.
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-p", Hex(cores), self.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            taskset.StandardOutput.ReadToEnd();
            taskset.WaitForExit();
            return taskset.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Hex(long cores) => cores.ToString("x", CultureInfo.InvariantCulture);

    private static string Numbers(long cores) => string.Join(", ", Enumerable.Range(0, 63).Where(n => (cores & (1L << n)) != 0));
}
