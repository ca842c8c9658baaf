namespace UedaPlan.Benchmarks.Load;

/// <summary>閲覧者たち: the viewers of one server, who also keep their connections alive.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int AtOnce = 16;
    private const int PingRounds = 60; // a quarter of a second each: every viewer once in 15 s, as the browsers' client does

    private readonly MeasuredServer _server;
    private readonly Viewer[] _viewers;
    private readonly CancellationTokenSource _end;
    private readonly Task _pinging;
    private int _open;

    public Crowd(MeasuredServer server, ISubject subject, int size, CancellationToken cancellationToken)
    {
        _server = server;
        _end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Tally = new Tally(size);
        var texts = new PageTexts();
        _viewers = [.. Enumerable.Range(0, size).Select(i => new Viewer(i, server.Address, subject, Tally, texts))];
        _pinging = PingAsync();
    }

    public Tally Tally { get; }

    /// <summary>Bytes that came from the server to all of them.</summary>
    public long Arrived => _viewers.Sum(v => v.Arrived);

    /// <summary>Opens viewers until there are so many.</summary>
    public async Task GrowAsync(int size)
    {
        try
        {
            if (size <= _open) return;
            await Parallel.ForEachAsync(_viewers[_open..size], new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = _end.Token },
                async (viewer, _) => await viewer.OpenAsync(_end.Token));
            _open = size;
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            _server.MustRun();
            throw new LoadFailure($"Not all viewers could connect: {e.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _pinging;
        foreach (var viewer in _viewers) await viewer.DisposeAsync();
        _end.Dispose();
    }

    private async Task PingAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
            for (var round = 0; await timer.WaitForNextTickAsync(_end.Token); round = (round + 1) % PingRounds)
            {
                for (var i = round; i < _viewers.Length; i += PingRounds) await _viewers[i].PingAsync(_end.Token);
            }
        }
        catch (OperationCanceledException) { } // the measurement is over
        catch (Exception e)
        {
            Tally.Lose(e.Message);
        }
    }
}
