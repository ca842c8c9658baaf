using System.Globalization;
using System.Text.RegularExpressions;

namespace UedaPlan.Domain;

/// <summary>日付の読み取り: a day as people write it: 2026-10-31 · 令和8年10月31日 · R8.10.31 · 10月31日, full-width too.</summary>
public static partial class DayText
{
    private const int LongestText = 40;

    /// <summary>Reads a day; where no year is written it is the day of that fiscal year.</summary>
    /// <exception cref="PlanRuleException">The text is no day of the calendar.</exception>
    public static DateOnly Parse(string? text, FiscalYear year)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new PlanRuleException("いつの時点の値かを入力してください", FigureField.AsOf);
        var match = text.Length > LongestText ? Match.Empty : Form().Match(Reading.Normalize(text));
        if (!match.Success) throw Unreadable();
        var (month, day) = (NumberOf(match, "month"), NumberOf(match, "day"));
        var calendarYear = match.Groups["year"].Success ? FirstYearOf(match.Groups["era"].Value) + YearOf(match) : month >= 4 ? year.StartYear : year.StartYear + 1;
        if (calendarYear is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(calendarYear, month)) throw Unreadable();
        return new DateOnly(calendarYear, month, day);
    }

    /// <summary>As <see cref="Parse"/>; null where the text is no day.</summary>
    public static DateOnly? TryParse(string? text, FiscalYear year)
    {
        try
        {
            return Parse(text, year);
        }
        catch (PlanRuleException)
        {
            return null;
        }
    }

    private static int FirstYearOf(string era) => era switch
    {
        "令和" or "R" or "r" => 2018,
        "平成" or "H" or "h" => 1988,
        _ => 0,
    };

    private static int YearOf(Match match) => match.Groups["year"].Value == "元" ? 1 : NumberOf(match, "year");

    private static int NumberOf(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static PlanRuleException Unreadable() => new("日付を「10月31日」のように入力してください", FigureField.AsOf);

    [GeneratedRegex(@"^((?:(?<era>令和|平成|[RrHh])(?<year>元|[0-9]{1,2})|(?<year>[0-9]{4}))[-/.年])?(?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?(\([日月火水木金土]\))?$")]
    private static partial Regex Form();
}
