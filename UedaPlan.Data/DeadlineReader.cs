using System.Collections.Immutable;
using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>期限を読む: the standing deadline of an indicator and those of single years.</summary>
internal static class DeadlineReader
{
    public const string DayFormat = "yyyy-MM-dd";

    public static YearlyDeadline? Standing(PlanObject o)
    {
        if (o.Child("deadline") is not { } d) return null;
        var day = new YearlyDeadline(d.Integer("month"), d.Integer("day"));
        if (!day.IsDay) d.Problem("「deadline」には、毎年ある日を「month」と「day」で書いてください");
        if (o.Flag("survey")) o.Problem("deadline", "アンケート調査の指標に毎年度の期限は書けません。調査をする年度を「deadlines」に書いてください");
        d.End();
        return day.IsDay ? day : null;
    }

    public static ImmutableArray<YearDeadline> Years(PlanObject o)
    {
        if (!o.Has("deadlines")) return [];
        var all = o.Objects("deadlines").Select(Read).ToList();
        if (all.Select(d => d.Year).Distinct().Count() != all.Count) o.Problem("deadlines", "「deadlines」の中で年度が重なっています");
        return [.. all.OrderBy(d => d.Year)];
    }

    private static YearDeadline Read(PlanObject d)
    {
        var (year, text) = (d.Year("year"), d.Text("day"));
        var isDay = DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var deadline = new YearDeadline(year, day);
        if (!isDay && text.Length > 0) d.Problem("day", "「day」には 2027-05-31 の形で日付を書いてください");
        else if (isDay && !deadline.IsInReach) d.Problem("day", deadline.Problem);
        d.End();
        return isDay && deadline.IsInReach ? deadline : new YearDeadline(year, year.LastDay);
    }
}
