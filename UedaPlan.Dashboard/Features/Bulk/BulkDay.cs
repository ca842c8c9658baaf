using System.Globalization;
using System.Text.RegularExpressions;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>日付の読み取り: 令和8年9月30日, R8.9.30, 2026/9/30, 9月30日 of the row's year, or the number Excel keeps for a day.</summary>
internal static partial class BulkDay
{
    private const int FirstSerial = 36_526, LastSerial = 73_050; // 2000 to 2099

    public static DateOnly? Read(string text, FiscalYear? year)
    {
        var plain = BulkColumns.Tidy(text);
        if (plain.Length > 40) return null;
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial)
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(serial));
        }
        var match = Form().Match(plain);
        if (!match.Success) return null;
        var (month, day) = (NumberOf(match, "month"), NumberOf(match, "day"));
        var start = match.Groups["era"].Success ? FiscalYear.Reiwa(match.Groups["reiwa"].Value == "元" ? 1 : NumberOf(match, "reiwa")).StartYear
            : match.Groups["year"].Success ? NumberOf(match, "year")
            : year is { } own ? (month >= 4 ? own.StartYear : own.StartYear + 1) : 0;
        return start is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(start, month) ? new DateOnly(start, month, day) : null;
    }

    private static int NumberOf(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // A weekday, and that it is the state of that day, may follow.
    [GeneratedRegex(@"^(?:(?<era>令和|令|R|r)\.?(?<reiwa>元|[0-9]{1,2})[年./-]|(?<year>[0-9]{4})[年./-])?(?<month>[0-9]{1,2})[月./-](?<day>[0-9]{1,2})日?(?:\(.\))?(?:時点|現在)?$")]
    private static partial Regex Form();
}
