using System.Text.Json;

namespace UedaPlan.Benchmarks.Load;

/// <summary>
/// 閲覧者: listens on the hub and, where there is a page, fetches it after each signal as the product's own script does:
/// 0 to 50 ms later, one at a time, newest wins, with the tag of the page it has.
/// </summary>
internal sealed class Viewer(int number, Uri server, ISubject subject, Tally tally, PageTexts texts) : IAsyncDisposable
{
    private const int MostJitterMilliseconds = 50;

    private readonly HttpLine _http = new(server);
    private readonly Lock _gate = new();
    private HubLine? _hub;
    private Task _listening = Task.CompletedTask;
    private Task _catchingUp = Task.CompletedTask;
    private string? _etag;
    private long _shown;
    private long _wanted;
    private int _asked;
    private int _done;
    private bool _fetching;

    public long Arrived => _http.Arrived + (_hub?.Arrived ?? 0);

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var path = subject.HubPath;
        if (subject.Page is { } page)
        {
            await FetchAsync(page, cancellationToken);
            path += $"?id={Uri.EscapeDataString(await NegotiateAsync(cancellationToken))}";
        }
        _hub = await HubLine.OpenAsync(server, path, cancellationToken);
        _listening = ListenAsync(_hub, cancellationToken);
    }

    public async Task PingAsync(CancellationToken cancellationToken)
    {
        if (_hub is { } hub) await hub.PingAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_hub is { } hub) await hub.DisposeAsync();
        await _http.DisposeAsync();
        await Task.WhenAll(_listening, _catchingUp);
    }

    private async Task<string> NegotiateAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.PostAsync($"{subject.HubPath}/negotiate?negotiateVersion=1", cancellationToken);
        if (answer.Status != 200) throw new LoadFailure($"The hub answered {answer.Status}.");
        using var said = JsonDocument.Parse(answer.Body);
        return said.RootElement.GetProperty("connectionToken").GetString()!;
    }

    private async Task ListenAsync(HubLine hub, CancellationToken cancellationToken)
    {
        try
        {
            await hub.ListenAsync((word, arguments) => Hear(word, arguments, cancellationToken), cancellationToken);
        }
        catch (Exception e)
        {
            tally.Lose(e.Message); // read only while the measurement lasts
        }
    }

    private void Hear(string word, JsonElement arguments, CancellationToken cancellationToken)
    {
        if (word != "changed") return;
        tally.Signal();
        var revision = arguments[0].GetInt64();
        if (subject.Page is { } page)
        {
            Ask(page, revision, cancellationToken);
        }
        else
        {
            tally.Saved(revision, new DateTime(arguments[1].GetInt64(), DateTimeKind.Utc));
            tally.Show(number, revision, DateTime.UtcNow);
        }
    }

    private void Ask(string page, long revision, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _wanted = revision;
            if (revision == _shown) return;
            _asked++;
            if (_fetching) return;
            _fetching = true;
            _catchingUp = CatchUpAsync(page, cancellationToken);
        }
    }

    private async Task CatchUpAsync(string page, CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await Task.Delay(Random.Shared.Next(MostJitterMilliseconds + 1), cancellationToken);
                await FetchAsync(page, cancellationToken);
            }
            while (IsBehind());
        }
        catch (Exception e)
        {
            tally.Lose(e.Message);
        }
    }

    private bool IsBehind()
    {
        lock (_gate) return _fetching = _done < _asked;
    }

    private async Task FetchAsync(string page, CancellationToken cancellationToken)
    {
        int turn;
        long least;
        lock (_gate) (turn, least) = (_asked, _wanted);
        var answer = await _http.GetAsync(page, _etag, cancellationToken);
        if (answer.Status is not (200 or 304)) throw new LoadFailure($"The page answered {answer.Status}.");
        var revision = answer.Status == 200 ? texts.RevisionOf(answer) : _shown;
        tally.Fetched(answer.Status == 304, stale: revision < least);
        tally.Show(number, revision, answer.At);
        lock (_gate) (_shown, _done, _etag) = (revision, turn, answer.ETag);
    }
}
