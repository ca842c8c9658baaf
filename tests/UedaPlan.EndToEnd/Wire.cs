using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace UedaPlan.EndToEnd;

/// <summary>回線: stands between a screen and a server, and can swallow what is sent, tear every connection, and be mended.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly IPEndPoint _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly Task _accepting;
    private TaskCompletionSource _flows = new();
    private volatile bool _torn;

    public Wire(Uri server)
    {
        _server = new IPEndPoint(IPAddress.Loopback, server.Port);
        _flows.SetResult();
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>What becomes of a web socket asked for: some proxies hang up on it, others never answer.</summary>
    public SocketFate Sockets { get; set; }

    /// <summary>Nothing arrives any more, and nobody is told; what was sent meanwhile arrives once mended, as TCP has it.</summary>
    public void Swallow() => Volatile.Write(ref _flows, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Every connection is reset, and each new one at once.</summary>
    public void Tear()
    {
        _torn = true;
        foreach (var socket in _sockets.Keys) Reset(socket);
    }

    public void Mend()
    {
        _torn = false;
        Volatile.Read(ref _flows).TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Tear();
        Volatile.Read(ref _flows).TrySetResult();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { } // the test is over
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _sockets[near] = _sockets[far] = true;
        try
        {
            await Volatile.Read(ref _flows).Task;
            if (_torn) return;
            await far.ConnectAsync(_server);
            await await Task.WhenAny(PumpAsync(near, far), PumpAsync(far, near));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { } // one of the two hung up
        finally
        {
            Reset(near);
            Reset(far);
        }
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer) is var count and > 0)
        {
            await Volatile.Read(ref _flows).Task;
            if (Sockets != SocketFate.Carried && buffer.AsSpan(0, count).IndexOf("Upgrade: websocket"u8) >= 0)
            {
                if (Sockets == SocketFate.Refused) return;
                continue;
            }
            for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
        }
    }

    private void Reset(Socket socket)
    {
        if (!_sockets.TryRemove(socket, out _)) return;
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}

/// <summary>ソケットの扱い</summary>
public enum SocketFate
{
    Carried,
    Refused,
    Ignored,
}
