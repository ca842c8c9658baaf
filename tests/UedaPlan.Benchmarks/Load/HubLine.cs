using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UedaPlan.Benchmarks.Load;

/// <summary>ハブの線: a listener's connection to a hub, speaking its JSON protocol.</summary>
internal sealed class HubLine : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;

    private static readonly byte[] Handshake = [.. """{"protocol":"json","version":1}"""u8, EndOfRecord];
    private static readonly byte[] Ping = [.. """{"type":6}"""u8, EndOfRecord];

    private readonly Wire _wire;
    private readonly WebSocket _socket;
    private readonly byte[] _buffer = new byte[1024];

    private HubLine(Wire wire) => (_wire, _socket) = (wire, WebSocket.CreateFromStream(wire, new WebSocketCreationOptions()));

    public long Arrived => _wire.Arrived;

    /// <summary>Connected, and the protocol agreed on.</summary>
    public static async Task<HubLine> OpenAsync(Uri server, string pathAndQuery, CancellationToken cancellationToken)
    {
        var wire = await Wire.OpenAsync(server, cancellationToken);
        try
        {
            var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            await wire.WriteAsync(Encoding.ASCII.GetBytes($"GET {pathAndQuery} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + $"Origin: {server.GetLeftPart(UriPartial.Authority)}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n"), cancellationToken);
            await AcceptedAsync(wire, cancellationToken);
            var line = new HubLine(wire);
            await line._socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            if (!(await line.ReceiveAsync(cancellationToken)).Span.StartsWith("{}"u8)) throw new LoadFailure("The hub refused the protocol.");
            return line;
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    public ValueTask PingAsync(CancellationToken cancellationToken) => _socket.SendAsync(Ping.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>Gives each word of the hub with its arguments, until it is cancelled or the connection is lost.</summary>
    public async Task ListenAsync(Action<string, JsonElement> heard, CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = await ReceiveAsync(cancellationToken);
            while (message.Length > 0)
            {
                var end = message.Span.IndexOf(EndOfRecord);
                if (end < 0) throw new LoadFailure("The hub said half a sentence.");
                Hear(message[..end], heard);
                message = message[(end + 1)..];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _wire.DisposeAsync();
    }

    private static void Hear(ReadOnlyMemory<byte> record, Action<string, JsonElement> heard)
    {
        using var word = JsonDocument.Parse(record);
        if (word.RootElement.GetProperty("type").GetInt32() != 1) return; // a ping
        heard(word.RootElement.GetProperty("target").GetString()!, word.RootElement.GetProperty("arguments"));
    }

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) throw new IOException("The hub closed the connection.");
            length += part.Count;
        }
        while (!part.EndOfMessage && length < _buffer.Length);
        return _buffer.AsMemory(0, length);
    }

    // Nothing follows the head by itself: a hub speaks only after the handshake.
    private static async Task AcceptedAsync(Wire wire, CancellationToken cancellationToken)
    {
        var (head, length) = (new byte[4 * 1024], 0);
        while (!head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var count = await wire.ReadAsync(head.AsMemory(length), cancellationToken);
            if (count == 0) throw new IOException("The server closed the connection of the hub.");
            length += count;
        }
        if (!head.AsSpan(0, length).StartsWith("HTTP/1.1 101"u8)) throw new LoadFailure($"The hub answered {Encoding.ASCII.GetString(head, 0, length).Split('\r')[0]}.");
    }
}
