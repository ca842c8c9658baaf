using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;
using Microsoft.Diagnostics.NETCore.Client;

namespace UedaPlan.Benchmarks.Load;

/// <summary>測られるサーバー: a server process on its core, seen from outside: processor time and resident memory.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettlePatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RestPatience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private readonly string _folder;

    private MeasuredServer(Uri address, Process process, string folder) => (Address, _process, _folder) = (address, process, folder);

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    private long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it with a folder of its own and waits for the line that says it listens.</summary>
    /// <exception cref="LoadFailure">It did not; with what it printed.</exception>
    public static async Task<MeasuredServer> StartAsync(Cores cores, ISubject subject, double everySeconds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("uedaplan-load-").FullName;
        var address = FreeAddress();
        var start = cores.Starting("dotnet", subject.ArgumentsOf(address, folder, everySeconds));
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        subject.Complete(start);
        var server = new MeasuredServer(address, Process.Start(start)!, folder);
        try
        {
            cores.Move(server._process);
            server.Listen(subject.ReadyLine);
            await server.WaitUntilReadyAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Resident memory after a full collection, as soon as it no longer moves.</summary>
    public async Task<long> SettledBytesAsync(CancellationToken cancellationToken)
    {
        await CollectAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        var (last, quiet) = (ResidentBytes, 0);
        while (quiet < 4 && Stopwatch.GetElapsedTime(began) < SettlePatience)
        {
            await Task.Delay(250, cancellationToken);
            var now = ResidentBytes;
            quiet = Math.Abs(now - last) < 128 * 1024 ? quiet + 1 : 0;
            last = now;
        }
        return last;
    }

    /// <summary>Waits until it takes no less time in each two seconds than in the two before: connecting leaves code to be compiled.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var (before, last) = (Cpu, TimeSpan.MaxValue);
        while (Stopwatch.GetElapsedTime(began) < RestPatience)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
            var now = Cpu;
            if (now - before >= last) return;
            (before, last) = (now, now - before);
        }
    }

    /// <summary>Fails with what the server printed when it has ended by itself.</summary>
    public void MustRun()
    {
        if (_process.HasExited) throw new LoadFailure($"The server ended with {_process.ExitCode}:\n{Output}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Asked for over the runtime's diagnostic port: neither server has a door for it.
    private async Task CollectAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < 2; i++)
            {
                var provider = new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, (long)Microsoft.Diagnostics.Tracing.Parsers.ClrTraceEventParser.Keywords.GCHeapCollect);
                using var session = await new DiagnosticsClient(_process.Id).StartEventPipeSessionAsync([provider], requestRundown: false, circularBufferMB: 4, cancellationToken);
                var drained = session.EventStream.CopyToAsync(Stream.Null, cancellationToken);
                await Task.Delay(500, cancellationToken);
                await session.StopAsync(cancellationToken);
                await drained;
            }
        }
        catch (Exception e) when (e is DiagnosticsClientException or IOException)
        {
            await Console.Error.WriteLineAsync($"No collection before the memory was read: {e.Message}");
        }
    }

    private void Listen(string readyLine)
    {
        _process.OutputDataReceived += (_, line) =>
        {
            _output.Enqueue(line.Data ?? "");
            if (line.Data?.StartsWith(readyLine, StringComparison.Ordinal) == true) _ready.TrySetResult();
        };
        _process.ErrorDataReceived += (_, line) => _output.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var ended = _process.WaitForExitAsync(cancellationToken);
        await Task.WhenAny(_ready.Task, ended, Task.Delay(StartPatience, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        if (_ready.Task.IsCompleted) return;
        MustRun();
        throw new LoadFailure($"The server was not ready after {StartPatience.TotalSeconds:0} s:\n{Output}");
    }

    private string Output => string.Join('\n', _output);
}

/// <summary>測定の失敗: a sentence for the one who started the measurement.</summary>
internal sealed class LoadFailure(string message) : Exception(message);
