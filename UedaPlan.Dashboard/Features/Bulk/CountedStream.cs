using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>解凍の上限: how many bytes the parts of one file may unpack to, all together.</summary>
internal sealed class Allowance
{
    public const int Most = 10 * 1024 * 1024; // a filled-in form unpacks to some hundred KB

    private int _left = Most;

    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0) throw new PlanRuleException("ファイルの中身が大きすぎます。様式の表だけを残し、ほかのシートや空の行を消して保存し直してください");
    }
}

/// <summary>数えながら読む: reads on only while the allowance lasts.</summary>
internal sealed class CountedStream(Stream inner, Allowance allowance) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        allowance.Take(read);
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
