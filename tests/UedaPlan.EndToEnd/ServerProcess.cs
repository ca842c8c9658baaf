using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace UedaPlan.EndToEnd;

/// <summary>製品のプロセス: the built product, started as its own process on a free port with its own data folder.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private const string ListeningLine = "上田市 総合計画ダッシュボード";

    private readonly string[] _arguments;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new();
    private string _program = Built;
    private Process _process;
    private TaskCompletionSource _listening = default!;

    private ServerProcess(string directory, int port, string[] arguments)
    {
        (DataDirectory, Address, _arguments) = (directory, new Uri($"http://127.0.0.1:{port}"), arguments);
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        _process = Launch();
    }

    /// <summary>The product as it was built beside these tests.</summary>
    public static string Built { get; } =
        Path.GetFullPath(typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Dashboard").Value!);

    public Uri Address { get; }
    public string DataDirectory { get; }
    public HttpClient Client { get; }
    public int Id => _process.Id;

    /// <summary>Memory the process holds of the machine's.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public string Output => string.Join('\n', _output);

    /// <summary>A demo on a fresh database, without its pulse so that nothing moves but what the test saves.</summary>
    public static Task<ServerProcess> StartDemoAsync(params string[] arguments) => StartAsync(["--demo", "--Demo:PulseSeconds=0", .. arguments]);

    public static Task<ServerProcess> StartAsync(params string[] arguments) =>
        StartInAsync(Directory.CreateTempSubdirectory("uedaplan-").FullName, arguments);

    /// <summary>Starts on a data folder that may be in use by another process.</summary>
    public static async Task<ServerProcess> StartInAsync(string directory, params string[] arguments)
    {
        var server = Launch(directory, arguments);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>Starts and waits for nothing.</summary>
    public static ServerProcess Launch(string directory, params string[] arguments) => new(directory, FreePort(), arguments);

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: alive for the network, dead for everybody who asks.</summary>
    public Task StopAsync() => SignalAsync(Id, "STOP");

    public Task ContinueAsync() => SignalAsync(Id, "CONT");

    /// <summary>Starts again, from another copy of the product where one is named.</summary>
    public async Task RestartAsync(string? program = null)
    {
        _program = program ?? _program;
        _process.Dispose();
        _process = Launch();
        await WaitUntilReadyAsync();
    }

    /// <summary>Waits for the line the product prints when it listens; nothing is asked over and over.</summary>
    public async Task WaitUntilReadyAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_listening.Task, ended, Task.Delay(StartPatience)) == _listening.Task) return;
        throw ended.IsCompleted
            ? new InvalidOperationException($"The product ended with {_process.ExitCode}:\n{Output}")
            : new TimeoutException($"The product was not ready after {StartPatience}:\n{Output}");
    }

    /// <summary>Waits for a line of the product that begins so.</summary>
    public Task SaidAsync(string beginning)
    {
        var said = _awaited.GetOrAdd(beginning, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_output.Any(line => line.StartsWith(beginning, StringComparison.Ordinal))) said.TrySetResult();
        return said.Task.WaitAsync(StartPatience);
    }

    /// <summary>Waits until the product ends by itself; its exit code.</summary>
    public async Task<int> EndedAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StartPatience);
        return _process.ExitCode;
    }

    /// <summary>Runs the product to its end, as for --load-plan, and returns exit code and everything printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string directory, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(Built, [.. arguments, $"--Data:Directory={directory}", "--urls", $"http://127.0.0.1:{FreePort()}"]))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(new CancellationTokenSource(StartPatience).Token);
        return (process.ExitCode, await output + await error);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    /// <summary>Signals a process that a test started.</summary>
    public static async Task SignalAsync(int process, string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot stop a process from outside.");
        using var kill = Process.Start("kill", [$"-{signal}", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch()
    {
        var listening = _listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(StartInfo(_program, [.. _arguments, $"--Data:Directory={DataDirectory}", "--urls", Address.ToString()]))!;
        process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            foreach (var (beginning, said) in _awaited)
            {
                if (line.Data?.StartsWith(beginning, StringComparison.Ordinal) == true) said.TrySetResult();
            }
            if (line.Data?.StartsWith(ListeningLine, StringComparison.Ordinal) == true) listening.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static ProcessStartInfo StartInfo(string program, IEnumerable<string> arguments) => new("dotnet", [program, .. arguments])
    {
        // The project folder, as `dotnet run` has it: styles and scripts of a build that is not published are found from here.
        WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Built)!, "..", "..", "..")),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // The collector's first generation (hexadecimal, 32 MiB) would otherwise follow the machine's caches, and its memory with it.
        Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development", ["DOTNET_GCgen0size"] = "2000000" },
    };
}
