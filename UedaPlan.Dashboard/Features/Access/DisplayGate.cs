using System.Collections.Concurrent;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>表示リンクの関所: whether a link still stands, looked up at most every 30 seconds; while the database is away, the last answer holds.</summary>
public sealed partial class DisplayGate(DisplayLinks links, TimeProvider time, ILogger<DisplayGate> log)
{
    internal static readonly TimeSpan Trusted = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3); // a screen gives up its own request after 15

    private readonly ConcurrentDictionary<string, Answer> _answers = new(); // ids come from cookies of our own making, so it stays small

    /// <summary>Null where it cannot be known: the database does not answer and never has about this link.</summary>
    public async Task<bool?> StandsAsync(string link)
    {
        var known = _answers.GetValueOrDefault(link);
        if (known is not null && time.GetUtcNow() < known.Until) return known.Stands;
        try
        {
            // On a thread of its own: the embedded database waits without giving its thread back.
            var stands = await Task.Run(() => links.StandsAsync(link)).WaitAsync(Patience);
            _answers[link] = new Answer(stands, time.GetUtcNow() + Trusted);
            if (stands) _ = NoteUseAsync(link);
            return stands;
        }
        catch (Exception e)
        {
            LogUnsure(link, e.Message);
            if (known is null) return null;
            _answers[link] = known with { Until = time.GetUtcNow() + Trusted }; // or each fetch of each screen would wait for the database again
            return known.Stands;
        }
    }

    /// <summary>Looks the link up again at its next use: it was just revoked on this server.</summary>
    public void Forget(string link) => _answers.TryRemove(link, out _);

    /// <summary>Never keeps a screen waiting, and never fails it.</summary>
    internal async Task NoteUseAsync(string link)
    {
        try
        {
            await Task.Run(() => links.NoteUseAsync(link));
        }
        catch (Exception e)
        {
            LogNotNoted(link, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Display link {Link} could not be looked up: {Reason}")]
    private partial void LogUnsure(string link, string reason);

    [LoggerMessage(LogLevel.Warning, "The use of display link {Link} could not be noted: {Reason}")]
    private partial void LogNotNoted(string link, string reason);

    private sealed record Answer(bool Stands, DateTimeOffset Until);
}
