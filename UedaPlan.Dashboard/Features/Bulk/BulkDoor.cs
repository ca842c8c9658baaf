using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>取り込みの入口: how much and how many at once; whoever leaves stops being read.</summary>
public sealed class BulkDoor : IDisposable
{
    private const int AtOnce = 2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    /// <param name="size">As the browser says; a lie is found while reading.</param>
    /// <param name="open">Called once it is this file's turn, with the most bytes it may give.</param>
    /// <exception cref="PlanRuleException">The file is refused; the sentence says why and what to do.</exception>
    public async Task<Sheet> ReadAsync(long size, Func<long, Stream> open, CancellationToken leaving)
    {
        if (size > BulkFile.MostBytes) throw new PlanRuleException(BulkFile.TooLarge);
        if (!await _turns.WaitAsync(LongestWait, leaving)) throw new PlanRuleException("いま、ほかのファイルを読み取っています。少し待ってから、もう一度選んでください");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(leaving);
        stop.CancelAfter(LongestRead);
        try
        {
            await using var stream = open(BulkFile.MostBytes);
            var bytes = await ReadAllAsync(stream, stop.Token);
            return await Task.Run(() => BulkFile.Read(bytes, stop.Token), stop.Token); // off the thread that answers this browser
        }
        catch (OperationCanceledException) when (!leaving.IsCancellationRequested)
        {
            throw new PlanRuleException("ファイルの読み取りに時間がかかりすぎました。もう一度選んでください");
        }
        catch (IOException e)
        {
            throw new PlanRuleException("ファイルを最後まで読めませんでした。もう一度選んでください", cause: e);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, CancellationToken stop)
    {
        var bytes = new byte[BulkFile.MostBytes + 1];
        var length = 0;
        while (length < bytes.Length)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), stop);
            if (read == 0) break;
            length += read;
        }
        return bytes.AsMemory(0, length); // one byte too many is refused as too large
    }
}
