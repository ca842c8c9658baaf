using Microsoft.AspNetCore.Components;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Live;

/// <summary>作業ページの土台: one subscription to the live board, gone when the page is left.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private IDisposable? _subscription;

    [Inject] private LiveBoard Live { get; init; } = default!;

    protected Board Board { get; private set; } = default!;

    protected override void OnInitialized()
    {
        _subscription = Live.Subscribe(() => _ = FollowAsync()); // subscribe first, then read: nothing can fall between
        Board = Live.Current;
    }

    /// <summary>Called on the page's own thread when a newer board is there, before the page renders again.</summary>
    protected virtual void OnBoardChanged() { }

    /// <summary>Called when the page is left: what is still under way for it may stop.</summary>
    protected virtual void OnLeft() { }

    public void Dispose()
    {
        _subscription?.Dispose();
        OnLeft();
        GC.SuppressFinalize(this);
    }

    private async Task FollowAsync()
    {
        // An idle circuit would render right here, on the thread that tells everybody else.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await InvokeAsync(() =>
            {
                if (ReferenceEquals(Board, Live.Current)) return;
                Board = Live.Current;
                OnBoardChanged();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException) { } // the browser left between two lines
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}
