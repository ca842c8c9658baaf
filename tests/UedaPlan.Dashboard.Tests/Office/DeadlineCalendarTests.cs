using System.Text;
using Ical.Net.CalendarComponents;
using UedaPlan.Dashboard.Features.Calendar;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Office;

/// <summary>期限のカレンダー: read back by a calendar library, and kept to the letter of the format.</summary>
public sealed class DeadlineCalendarTests
{
    private static readonly Uri Entry = new("https://plan.example.jp/");

    [Fact]
    public void Write_OfADepartment_ReadsBackAsItsDeadlines()
    {
        var events = EventsOf(OfficeBoards.Of(), "shimin-sanka");

        Assert.Equal(10, events.Count); // two years have begun
        var first = events.Single(e => e.Uid == "deadline-1-1-1-3-2026@uedaplan");
        Assert.Equal("実績の入力期限 令和8年度 自治会加入率", first.Summary);
        Assert.Equal((2027, 5, 31, false), (first.DtStart!.Year, first.DtStart.Month, first.DtStart.Day, first.DtStart.HasTime));
        Assert.Contains("期限は仮のものです", first.Description);
        Assert.Equal("https://plan.example.jp/entry/1-1-1-3/2026", first.Url!.ToString());
    }

    [Fact]
    public void Write_EnteredYear_IsMarkedAndLaterDropsOut()
    {
        var board = OfficeBoards.Of(null, ("1-3-2-1", 2026, "63912"));

        Assert.Contains(EventsOf(board, "koho"), e => e.Summary == "入力済み 令和8年度 市公式ソーシャルメディア登録者数");
        Assert.DoesNotContain(EventsOf(board, "koho", new DateOnly(2028, 6, 5)), e => e.Uid!.Contains("2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OfAllDepartments_NamesTheDepartmentAndLeavesOutSurveysNobodyNamed()
    {
        var events = EventsOf(OfficeBoards.Of(), null);

        Assert.Equal(2 * 18, events.Count);
        Assert.Contains(events, e => e.Summary == "実績の入力期限 令和8年度決算 実質公債費比率(財政課)");
    }

    [Fact]
    public void Write_ChangedDeadline_KeepsItsIdAndRaisesItsSequence()
    {
        var moved = OfficeBoards.Of(i => i with { YearDeadlines = i.Survey ? [] : [new YearDeadline(FiscalYear.Reiwa(8), new DateOnly(2027, 3, 31))], Assumed = [] });
        var before = EventsOf(OfficeBoards.Of() with { PlanVersion = 1 }, "koho")[0];
        var after = EventsOf(moved with { PlanVersion = 2 }, "koho")[0];

        Assert.Equal(before.Uid, after.Uid);
        Assert.True(after.Sequence > before.Sequence);
        Assert.Equal((3, "CONFIRMED"), (after.DtStart!.Month, after.Status));
    }

    [Fact]
    public void Write_AnyCalendar_KeepsLinesShortWholeAndEndedAsTheFormatAsks()
    {
        var text = Write(OfficeBoards.Of(), null);

        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public void Write_TextWithSignsOfTheFormat_IsEscaped()
    {
        var board = OfficeBoards.Of(i => i with { Name = new Phrased(@"A;B,C\D") });

        Assert.Contains(@"A\;B\,C\\D", Write(board, "koho").Replace("\r\n ", ""));
        Assert.Contains(@"A;B,C\D", EventsOf(board, "koho")[0].Summary);
    }

    [Fact]
    public void Write_NothingOwed_IsStillACalendar() =>
        Assert.Empty(EventsOf(OfficeBoards.Of(i => i with { Survey = true }), "koho"));

    private static string Write(Board board, string? department, DateOnly? today = null) =>
        DeadlineCalendar.Write(board, board.Plan.Departments.SingleOrDefault(d => d.Code == department), today ?? OfficeBoards.June, Entry);

    private static List<CalendarEvent> EventsOf(Board board, string? department, DateOnly? today = null) =>
        [.. Ical.Net.Calendar.Load(Write(board, department, today))!.Events];
}
