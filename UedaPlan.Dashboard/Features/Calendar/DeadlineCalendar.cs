using System.Text;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Calendar;

/// <summary>期限のカレンダー: the deadlines of indicators as iCalendar (RFC 5545). Nobody's name is in it.</summary>
public static class DeadlineCalendar
{
    private const int MostOctets = 75;
    private const int DaysDoneIsShown = 366;
    private const string LineEnd = "\r\n";

    // The days are whole days and need no zone; a calendar needs one component at least, and a department may have no deadline.
    private static readonly string[] Zone =
    [
        "BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19510909T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE",
    ];

    /// <summary>The calendar of one department, or with null of all of them. Entry is where figures are entered, null where that cannot be told.</summary>
    public static string Write(Board board, Department? department, DateOnly today, Uri? entry)
    {
        var text = new StringBuilder();
        Add(text, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//UedaPlan//Deadlines//JA", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            $"X-WR-CALNAME:{Escaped($"総合計画の入力期限 {department?.Name ?? "すべての課"}{(board.Demo ? "(デモ)" : "")}")}",
            "X-WR-TIMEZONE:Asia/Tokyo", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H");
        Add(text, Zone);
        foreach (var indicator in board.Cards.Select(c => c.Indicator).Where(i => department is null || i.Department.Code == department.Code))
        {
            foreach (var (year, day) in DaysOf(indicator, board.Plan, today)) AddEvent(text, board, indicator, year, day, department is null, entry);
        }
        Add(text, "END:VCALENDAR");
        return text.ToString();
    }

    // What is missing of the years that have begun, and what has been entered for a while, marked so.
    private static IEnumerable<(FiscalYear Year, DateOnly Day)> DaysOf(Indicator indicator, Plan plan, DateOnly today)
    {
        for (var year = plan.FirstYear; year <= plan.LastYear && year.FirstDay <= today; year = year.Plus(1))
        {
            if (year <= indicator.StartYear || indicator.DeadlineOf(year) is not { } day) continue;
            if (indicator.ActualOf(year) is null || day.AddDays(DaysDoneIsShown) > today) yield return (year, day);
        }
    }

    private static void AddEvent(StringBuilder text, Board board, Indicator indicator, FiscalYear year, DateOnly day, bool withDepartment, Uri? entry)
    {
        var entered = indicator.ActualOf(year);
        var what = $"{FigureFormat.Year(indicator, year)} {indicator.Name.Plain}{(withDepartment ? $"({indicator.Department.Name})" : "")}";
        var assumed = indicator.IsAssumed(Assumption.Deadline);
        var form = entry is null ? null : new Uri(entry, $"/entry/{indicator.Code}/{year.StartYear}");
        Add(text, "BEGIN:VEVENT",
            $"UID:deadline-{indicator.Code}-{year.StartYear}@uedaplan",
            $"DTSTAMP:{Utc(board.ReadAt)}",
            $"LAST-MODIFIED:{Utc(board.ReadAt)}",
            $"SEQUENCE:{board.PlanVersion}",
            $"DTSTART;VALUE=DATE:{day:yyyyMMdd}",
            $"SUMMARY:{Escaped($"{(entered is null ? "実績の入力期限" : "入力済み")} {what}")}",
            $"DESCRIPTION:{Escaped($"指標 {indicator.Code}\n担当課 {indicator.Department.Name}{(assumed ? "\n期限は仮のものです。計画事務局が確認します。" : "")}{(form is null ? "" : $"\n入力する画面 {form}")}")}",
            $"STATUS:{(assumed ? "TENTATIVE" : "CONFIRMED")}",
            "TRANSP:TRANSPARENT");
        if (form is not null) Add(text, $"URL:{form}");
        Add(text, "END:VEVENT");
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");

    private static string Escaped(string value) => value.Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\n", "\\n");

    // Lines are folded by octets, and never within a character.
    private static void Add(StringBuilder text, params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > MostOctets)
                {
                    text.Append(LineEnd).Append(' ');
                    octets = 1;
                }
                text.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }
            text.Append(LineEnd);
        }
    }
}
