using Microsoft.AspNetCore.Components.Server;
using MudBlazor;
using MudBlazor.Services;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Components.Layout;

/// <summary>作業ページの組み立て: MudBlazor, and how long a circuit waits for its browser.</summary>
public static class WorkingPages
{
    /// <summary>Bytes a browser may send at once: the longest table that may be pasted, three bytes a character and as much again for its escapes.</summary>
    public const int LongestMessage = 6 * StatisticGrid.LongestPaste + 4096;

    public static IServiceCollection AddWorkingPages(this IServiceCollection services)
    {
        // Messages below, where they cover neither sign-out nor the first rows; they go by themselves: the button to close one is too small for a finger.
        services.AddMudServices(o => (o.SnackbarConfiguration.PositionClass, o.SnackbarConfiguration.VisibleStateDuration, o.SnackbarConfiguration.ShowCloseIcon)
            = (Defaults.Classes.Position.BottomCenter, 10_000, false));
        // Long enough for a tablet that was put aside; few, because each holds its whole page in memory.
        services.Configure<CircuitOptions>(o => (o.DisconnectedCircuitRetentionPeriod, o.DisconnectedCircuitMaxRetained) = (TimeSpan.FromMinutes(12), 20));
        return services;
    }
}
