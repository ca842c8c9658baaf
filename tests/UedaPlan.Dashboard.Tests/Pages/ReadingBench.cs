using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>閲覧の台: the real plan with the figures a test gives it, on a live board, ready to be rendered.</summary>
internal sealed class ReadingBench : IDisposable
{
    private static readonly Plan _plan = PlanFile.BuiltIn().Plan;

    public ReadingBench(params (string Indicator, int Year, string Reading)[] figures)
    {
        Board = BoardOf(figures);
        var live = new LiveBoard(NullLogger<LiveBoard>.Instance);
        live.Publish(Board);
        Context.Services.AddSingleton(live);
        Context.Services.AddSingleton(new PinnedBoard(live));
    }

    public BunitContext Context { get; } = new();
    public Board Board { get; }

    public IndicatorCard Card(string code) => Board.Find(IndicatorCode.Parse(code))!;

    public static Board BoardOf(params (string Indicator, int Year, string Reading)[] figures) =>
        Board.Of(_plan, figures.Select((f, i) => FigureOf(f.Indicator, f.Year, f.Reading, i + 1)), 7, demo: true, DateTimeOffset.UnixEpoch);

    public void Dispose() => Context.Dispose();

    private static Figure FigureOf(string indicator, int year, string reading, long number) => new()
    {
        Number = number,
        Indicator = IndicatorCode.Parse(indicator),
        Year = new FiscalYear(year),
        Stage = FigureStage.Actual,
        Reading = Domain.Reading.Parse(reading),
        Author = new Author("head", AuthorRole.Head, null),
        SavedAt = new DateTimeOffset(2027, 3, 24, 14, 31, 0, TimeSpan.FromHours(9)),
    };
}
