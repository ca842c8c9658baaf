using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>
/// デモの鼓動: every so often saves a demo figure through the real writer, so that the screens are seen to live. It moves one
/// figure away from the story and back, and never touches what the story is about.
/// </summary>
public sealed partial class DemoPulse(IServiceProvider services, StorageSettings settings, IConfiguration configuration, TimeProvider time, ILogger<DemoPulse> log) : BackgroundService
{
    private const int MostEntries = 3000; // a demo left running for months must not grow for ever

    private static readonly (string Indicator, decimal Story, decimal Other)[] Beats =
    [
        ("1-3-2-1", 63912, 63987),
        ("1-2-1-4", 210, 214),
        ("1-2-3-1", 612, 615),
        ("1-3-1-1", 46.18m, 46.25m),
    ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seconds = configuration.GetValue("Demo:PulseSeconds", 60.0);
        if (!settings.Demo || seconds <= 0) return;
        for (var beat = 0; !stoppingToken.IsCancellationRequested; beat++)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, stoppingToken);
            try
            {
                await BeatAsync(Beats[beat % Beats.Length], stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested) // a figure of somebody else stands; a fault must not end the server
            {
                LogSkipped(e.Message);
            }
        }
    }

    private async Task BeatAsync((string Indicator, decimal Story, decimal Other) beat, CancellationToken stoppingToken)
    {
        if (services.GetRequiredService<LiveBoard>().Current.Find(IndicatorCode.Parse(beat.Indicator)) is not { Latest: { } latest } card || latest.Number > MostEntries) return;
        var next = latest.Reading == new Reading.Amount(beat.Story) ? beat.Other : beat.Story;
        var author = await DemoAccounts.HeadOfAsync(services, card.Indicator.Department.Code);
        await services.GetRequiredService<FigureWriter>().SaveAsync(new RecordFigure(card.Indicator.Code,
            new NewFigure(latest.Year, FigureStage.Actual, new Reading.Amount(next), author, latest.Number, null, "デモの自動更新")), stoppingToken);
    }

    [LoggerMessage(LogLevel.Information, "Demo pulse skipped: {Reason}")]
    private partial void LogSkipped(string reason);
}
