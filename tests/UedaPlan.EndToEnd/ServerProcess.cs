using System.Collections.Concurrent;
using System.Diagnostics;
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
    private Process _process;
    private TaskCompletionSource _listening = default!;

    private ServerProcess(string directory, int port, string[] arguments)
    {
        (DataDirectory, Address, _arguments) = (directory, new Uri($"http://127.0.0.1:{port}"), arguments);
        Client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        _process = Launch();
    }

    public Uri Address { get; }
    public string DataDirectory { get; }
    public HttpClient Client { get; }
    public int Id => _process.Id;
    public string Output => string.Join('\n', _output);

    /// <summary>A demo on a fresh database, without its pulse so that nothing moves but what the test saves.</summary>
    public static Task<ServerProcess> StartDemoAsync(params string[] arguments) => StartAsync(["--demo", "--Demo:PulseSeconds=0", .. arguments]);

    public static Task<ServerProcess> StartAsync(params string[] arguments) =>
        StartInAsync(Directory.CreateTempSubdirectory("uedaplan-").FullName, arguments);

    /// <summary>Starts on a data folder that may be in use by another process.</summary>
    public static async Task<ServerProcess> StartInAsync(string directory, params string[] arguments)
    {
        var server = new ServerProcess(directory, FreePort(), arguments);
        await server.WaitUntilReadyAsync();
        return server;
    }

    /// <summary>SIGKILL: no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async Task RestartAsync()
    {
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

    /// <summary>Runs the product to its end, as for --load-plan, and returns exit code and everything printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(string directory, params string[] arguments)
    {
        using var process = Process.Start(StartInfo([.. arguments, $"--Data:Directory={directory}", "--urls", $"http://127.0.0.1:{FreePort()}"]))!;
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

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Process Launch()
    {
        var listening = _listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Process.Start(StartInfo([.. _arguments, $"--Data:Directory={DataDirectory}", "--urls", Address.ToString()]))!;
        process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            if (line.Data?.StartsWith(ListeningLine, StringComparison.Ordinal) == true) listening.TrySetResult();
        };
        process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var dll = Path.GetFullPath(typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Dashboard").Value!);
        return new ProcessStartInfo("dotnet", [dll, .. arguments])
        {
            // The project folder, as `dotnet run` has it: styles and scripts of a build that is not published are found from here.
            WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(dll)!, "..", "..", "..")),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development" },
        };
    }
}
