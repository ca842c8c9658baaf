using System.Buffers;
using System.Globalization;
using System.Text;

namespace UedaPlan.Benchmarks.Load;

/// <summary>ページの線: one kept connection for requests, one at a time; opened again when the server closed it while idle.</summary>
internal sealed class HttpLine(Uri server) : IAsyncDisposable
{
    // What a browser sends with a fetch that asks whether its copy still stands.
    private readonly string _head = $"Host: {server.Authority}\r\nConnection: keep-alive\r\nCache-Control: max-age=0\r\nUser-Agent: Mozilla/5.0 (X11; Linux x64) UedaPlanLoad\r\n"
        + "Accept: text/html\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: ja\r\n";

    private Wire? _wire;
    private long _arrivedBefore;

    public long Arrived => _arrivedBefore + (_wire?.Arrived ?? 0);

    /// <summary>The body is good until the next request.</summary>
    public Task<HttpAnswer> GetAsync(string path, string? etag, CancellationToken cancellationToken) =>
        AskAsync($"GET {path} HTTP/1.1\r\n{_head}{(etag is null ? "" : $"If-None-Match: {etag}\r\n")}\r\n", cancellationToken);

    public Task<HttpAnswer> PostAsync(string path, CancellationToken cancellationToken) =>
        AskAsync($"POST {path} HTTP/1.1\r\n{_head}Content-Length: 0\r\n\r\n", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_wire is null) return;
        _arrivedBefore += _wire.Arrived;
        await _wire.DisposeAsync();
        _wire = null;
    }

    private async Task<HttpAnswer> AskAsync(string request, CancellationToken cancellationToken)
    {
        var kept = _wire is not null;
        try
        {
            return await ExchangeAsync(request, cancellationToken);
        }
        catch (IOException) when (kept)
        {
            await DisposeAsync();
            return await ExchangeAsync(request, cancellationToken);
        }
    }

    private async Task<HttpAnswer> ExchangeAsync(string request, CancellationToken cancellationToken)
    {
        _wire ??= await Wire.OpenAsync(server, cancellationToken);
        await _wire.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        int end;
        while ((end = buffer.WrittenSpan.IndexOf("\r\n\r\n"u8)) < 0) await MoreAsync(_wire, buffer, cancellationToken);
        var (status, length, etag) = Read(Encoding.ASCII.GetString(buffer.WrittenSpan[..end]));
        while (buffer.WrittenCount < end + 4 + length) await MoreAsync(_wire, buffer, cancellationToken);
        return new HttpAnswer(status, etag, buffer.WrittenMemory.Slice(end + 4, length), DateTime.UtcNow);
    }

    private static async ValueTask MoreAsync(Wire wire, ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await wire.ReadAsync(buffer.GetMemory(4 * 1024), cancellationToken);
        if (count == 0) throw new IOException("The server closed the connection of the page.");
        buffer.Advance(count);
    }

    private static (int Status, int Length, string? ETag) Read(string head)
    {
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (HeaderOf(head, "Content-Length") is { } length) return (status, int.Parse(length, CultureInfo.InvariantCulture), HeaderOf(head, "ETag"));
        return status is 304 or 204 ? (status, 0, HeaderOf(head, "ETag")) : throw new LoadFailure($"The server answered {status} without saying how long the answer is.");
    }

    private static string? HeaderOf(string head, string name)
    {
        var start = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += name.Length + 3;
        var end = head.IndexOf('\r', start);
        return head[start..(end < 0 ? head.Length : end)].Trim();
    }
}

/// <summary>答え: an answer, and when its last byte had arrived.</summary>
internal sealed record HttpAnswer(int Status, string? ETag, ReadOnlyMemory<byte> Body, DateTime At);
