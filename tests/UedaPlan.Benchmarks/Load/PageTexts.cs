using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace UedaPlan.Benchmarks.Load;

/// <summary>ページの中身: the revision a page names. Equal bytes are unpacked once for all viewers; real ones have a processor each.</summary>
internal sealed class PageTexts
{
    private readonly ConcurrentDictionary<string, Known> _known = new();

    /// <exception cref="LoadFailure">The page is no page of the product.</exception>
    public long RevisionOf(HttpAnswer answer)
    {
        var tag = answer.ETag ?? throw new LoadFailure("The page came without an ETag.");
        var known = _known.GetOrAdd(tag, static (_, body) => new Known(body.ToArray(), Read(body.Span)), answer.Body);
        return known.Packed.AsSpan().SequenceEqual(answer.Body.Span) ? known.Revision : Read(answer.Body.Span);
    }

    private static long Read(ReadOnlySpan<byte> packed)
    {
        const string Before = "<meta name=\"plan-revision\" content=\"";
        using var brotli = new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var start = text.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        if (start < Before.Length) throw new LoadFailure("The page names no revision.");
        return long.Parse(text.AsSpan(start, text.AsSpan(start).IndexOf('"')), CultureInfo.InvariantCulture);
    }

    private sealed record Known(byte[] Packed, long Revision);
}
