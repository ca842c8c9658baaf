using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの物語: invented figures FY2024–FY2026, saved through the real writer at past moments, once.</summary>
public sealed class DemoStory(IServiceProvider services, PlanReader reader, TimeProvider time)
{
    // Indicator, first fiscal year, one reading per year. 1-1-1-1 and 1-1-1-2 still owe FY2026; 1-2-1-3 waits for its survey.
    private static readonly (string Indicator, int FirstYear, string[] Readings)[] Figures =
    [
        ("1-1-1-1", 2024, ["講演会1・研修会2", "講演会1・研修会2"]),
        ("1-1-1-2", 2024, ["145/218", "146/218"]),
        ("1-1-1-3", 2024, ["82.9", "82.3", "81.9"]),
        ("1-1-1-4", 2024, ["19", "21", "22"]),
        ("1-1-1-5", 2025, ["5", "8"]),
        ("1-2-1-1", 2025, ["205", "198"]),
        ("1-2-1-2", 2025, ["6430", "6480"]),
        ("1-2-1-4", 2025, ["95", "210"]),
        ("1-2-2-1", 2025, ["37.5", "38.6"]),
        ("1-2-2-2", 2025, ["16.2", "16.9"]),
        ("1-2-2-3", 2026, ["73.4"]),
        ("1-2-3-1", 2025, ["588", "612"]),
        ("1-2-3-2", 2025, ["4", "5"]),
        ("1-2-3-3", 2025, ["3", "3"]),
        ("1-2-3-4", 2025, ["3", "4"]),
        ("1-3-1-1", 2024, ["36.02", "41.85", "46.18"]),
        ("1-3-1-2", 2025, ["5.7"]),
        ("1-3-1-3", 2025, ["24.8"]),
        ("1-3-1-4", 2025, ["99.4"]),
        ("1-3-2-1", 2024, ["57120", "60680", "63912"]),
    ];

    // What a head would write where a figure has grown beyond the usual.
    private static readonly Dictionary<string, string> Reasons = new() { ["1-2-1-4"] = "庁舎見学の受け入れを増やしたため" };

    /// <summary>Saves the story into a demo database that has no figure yet.</summary>
    public async Task TellAsync(CancellationToken cancellationToken = default)
    {
        var board = await reader.ReadBoardAsync(cancellationToken);
        if (board.Cards.Any(c => !c.Indicator.Figures.IsEmpty)) return;
        var known = Figures.Select(f => (Code: IndicatorCode.Parse(f.Indicator), f.FirstYear, f.Readings)).Where(f => board.Find(f.Code) is not null);
        var entries = known.SelectMany(f => f.Readings.Select((text, i) => (f.Code, Year: new FiscalYear(f.FirstYear + i), Reading: Reading.Parse(text))));
        var minute = 0;
        foreach (var (code, year, reading) in entries.OrderBy(e => e.Year).ThenBy(e => e.Code))
        {
            var moment = MomentOf(year).AddMinutes(7 * minute++);
            await SaveAsync(board, code, new Entry(year, reading, moment) { Reason = Reasons.GetValueOrDefault(code.ToString()) }, cancellationToken);
        }
        await CorrectAsync(board, cancellationToken);
    }

    // The mockups' own correction, with its reason and comment.
    private async Task CorrectAsync(Board board, CancellationToken cancellationToken)
    {
        var code = IndicatorCode.Parse("1-1-1-3");
        if (board.Find(code) is null) return;
        var now = (await reader.ReadBoardAsync(cancellationToken)).Find(code)!.Indicator.EntryOf(new FiscalYear(2026));
        if (now is null) return;
        await SaveAsync(board, code, new Entry(now.Year, new Reading.Amount(81.6m), now.SavedAt.AddDays(2))
        {
            Seen = now.Number,
            Comment = "転入者向けの案内を見直し、窓口で加入の声かけを始めました。",
            Reason = "集計の基準日をそろえたため",
        }, cancellationToken);
    }

    private async Task SaveAsync(Board board, IndicatorCode code, Entry entry, CancellationToken cancellationToken)
    {
        if (FiscalYear.At(entry.Moment) < entry.Year) return; // the machine's calendar has not reached that year
        var author = await DemoAccounts.HeadOfAsync(services, board.Find(code)!.Indicator.Department.Code);
        await services.WriterAt(new FixedTime(entry.Moment)).SaveAsync(new RecordFigure(code,
            new NewFigure(entry.Year, FigureStage.Actual, entry.Reading, author, entry.Seen, entry.Comment, entry.Reason)), cancellationToken);
    }

    // The April after the year, or some days ago where that is still to come; in office hours of Japan.
    private DateTimeOffset MomentOf(FiscalYear year)
    {
        var usual = new DateOnly(year.StartYear + 1, 4, 18);
        var recent = JapaneseCalendar.DayOf(time.GetUtcNow()).AddDays(-12);
        return new DateTimeOffset(usual < recent ? usual : recent, new TimeOnly(9, 30), TimeSpan.FromHours(9));
    }

    private sealed record Entry(FiscalYear Year, Reading Reading, DateTimeOffset Moment)
    {
        public long? Seen { get; init; }
        public string? Comment { get; init; }
        public string? Reason { get; init; }
    }
}
