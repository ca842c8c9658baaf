namespace UedaPlan.Domain;

/// <summary>日付の書き方: the one place that turns days and moments into Japanese text, always in Japan time.</summary>
public static class JapaneseCalendar
{
    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9); // no daylight saving since 1951
    private const string Weekdays = "日月火水木金土";
    private static readonly DateOnly FirstReiwaDay = new(2019, 5, 1);
    private static readonly DateOnly FirstHeiseiDay = new(1989, 1, 8);

    public static DateTimeOffset InJapan(DateTimeOffset moment) => moment.ToOffset(JapanTime);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(InJapan(moment).DateTime);

    /// <summary>The first moment after a day in Japan.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, JapanTime);

    /// <summary>令和9年3月24日(水)</summary>
    public static string ToLongDay(DateOnly day) => $"{EraDay(day)}({Weekdays[(int)day.DayOfWeek]})";

    /// <summary>3月24日(水)</summary>
    public static string ToDay(DateOnly day) => $"{day.Month}月{day.Day}日({Weekdays[(int)day.DayOfWeek]})";

    /// <summary>3月24日</summary>
    public static string ToShortDay(DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <summary>令和9年3月24日 14:31</summary>
    public static string ToLongMoment(DateTimeOffset moment) => $"{EraDay(DayOf(moment))} {ToClock(moment)}";

    /// <summary>3月24日 14:31</summary>
    public static string ToMoment(DateTimeOffset moment) => $"{DayOf(moment).Month}月{DayOf(moment).Day}日 {ToClock(moment)}";

    /// <summary>令和9年3月24日</summary>
    public static string EraDay(DateOnly day) => $"{Era(day)}{day.Month}月{day.Day}日";

    /// <summary>14:31</summary>
    public static string ToClock(DateTimeOffset moment) => InJapan(moment).ToString("HH:mm");

    /// <summary>2027-03-24T05:31:00Z, for scripts and <c>datetime</c> attributes.</summary>
    public static string ToMachine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ");

    // Nothing of the plan is older than 平成; an address may ask for any day.
    private static string Era(DateOnly day) => day >= FirstReiwaDay ? Named("令和", day.Year - 2018)
        : day >= FirstHeiseiDay ? Named("平成", day.Year - 1988) : $"西暦{day.Year}年";

    // A fiscal year is named by the era of its end: April 2019 was still 平成, its fiscal year is 令和元年度.
    internal static string EraYear(int startYear, int firstReiwaYear, int firstHeiseiYear) => startYear >= firstReiwaYear
        ? Named("令和", startYear - firstReiwaYear + 1)
        : Named("平成", startYear - firstHeiseiYear + 1);

    private static string Named(string era, int year) => $"{era}{(year == 1 ? "元" : year)}年";
}
