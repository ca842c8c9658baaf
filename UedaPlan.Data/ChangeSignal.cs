using System.Threading.Channels;

namespace UedaPlan.Data;

/// <summary>変更の合図: says that something changed, never what. A burst collapses into one waiting signal.</summary>
public sealed class ChangeSignal
{
    private readonly Channel<bool> _waiting = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Raise() => _waiting.Writer.TryWrite(true);

    /// <summary>Returns when something has changed since the last call returned.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken) => await _waiting.Reader.ReadAsync(cancellationToken);
}
