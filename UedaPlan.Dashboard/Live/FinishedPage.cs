using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace UedaPlan.Dashboard.Live;

/// <summary>仕上がったページ: rendered bytes and their compressed forms, each made once.</summary>
public sealed class FinishedPage(byte[] plain, string etag)
{
    private const string PrivateButStorable = "private, no-cache";
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    private readonly Lazy<byte[]> _brotli = new(() => Brotli(plain));
    private readonly Lazy<byte[]> _gzip = new(() => Gzip(plain));

    public string ETag => etag;

    /// <summary>The smallest form a browser that sends this Accept-Encoding understands, and its name; empty for plain.</summary>
    public (string Encoding, byte[] Body) For(string acceptEncoding) =>
        acceptEncoding.Contains("br", StringComparison.OrdinalIgnoreCase) ? ("br", _brotli.Value)
        : acceptEncoding.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? ("gzip", _gzip.Value)
        : ("", plain);

    /// <summary>Writes it, or says that the reader's own copy still stands.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        Describe(response);
        if (request.Headers.IfNoneMatch.ToString().Contains(etag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (encoding, body) = For(request.Headers.AcceptEncoding.ToString());
        response.ContentType = "text/html; charset=utf-8";
        if (encoding.Length > 0) response.Headers.ContentEncoding = encoding;
        response.ContentLength = body.Length;
        await response.BodyWriter.WriteAsync(body, context.RequestAborted);
    }

    public void Describe(HttpResponse response)
    {
        response.Headers.CacheControl = PrivateButStorable;
        response.Headers.ETag = etag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
    }

    private static byte[] Brotli(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, BrotliQuality, BrotliWindow)
            ? packed[..length]
            : throw new InvalidOperationException("The page could not be compressed.");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(plain);
        return packed.ToArray();
    }
}
