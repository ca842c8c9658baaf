using System.Net;
using System.Net.Sockets;

namespace UedaPlan.Benchmarks.Load;

/// <summary>回線: a socket to the server that counts what arrives. Plain, because a thousand full clients on one core would measure themselves.</summary>
internal sealed class Wire(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private long _arrived;

    public long Arrived => Interlocked.Read(ref _arrived);

    public static async Task<Wire> OpenAsync(Uri server, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
            return new Wire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await base.ReadAsync(buffer, cancellationToken);
        Interlocked.Add(ref _arrived, count);
        return count;
    }
}
