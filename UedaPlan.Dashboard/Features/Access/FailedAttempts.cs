namespace UedaPlan.Dashboard.Features.Access;

/// <summary>
/// 続けての入力間違い: counted by what was typed, whether or not there is such an account, so that the pause says nothing about
/// who exists. Accounts carry Identity's own lockout besides, which survives restarts and counts for all servers.
/// </summary>
public sealed class FailedAttempts(TimeProvider time)
{
    internal const int Allowed = 5;
    internal static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private const int Remembered = 10_000; // more names than a city has employees; the oldest give way

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Attempts> _byName = new(StringComparer.Ordinal);

    /// <summary>Counts an attempt before it is judged, so that many at once get no more tries than one after another.</summary>
    /// <returns>False while this name is paused.</returns>
    public bool TryBegin(string name)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var past = _byName.GetValueOrDefault(name);
            if (past.Count >= Allowed && now < past.Last + Pause) return false;
            if (!_byName.ContainsKey(name) && _byName.Count >= Remembered) _byName.Remove(_byName.MinBy(e => e.Value.Last).Key);
            _byName[name] = new Attempts(past.Count >= Allowed ? 1 : past.Count + 1, now);
            return true;
        }
    }

    /// <summary>Whether the next attempt would be refused.</summary>
    public bool IsPaused(string name)
    {
        lock (_gate)
        {
            return _byName.GetValueOrDefault(name) is { Count: >= Allowed } past && time.GetUtcNow() < past.Last + Pause;
        }
    }

    public void Forget(string name)
    {
        lock (_gate)
        {
            _byName.Remove(name);
        }
    }

    private readonly record struct Attempts(int Count, DateTimeOffset Last);
}
