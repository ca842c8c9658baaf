using System.Text;
using System.Text.RegularExpressions;

namespace UedaPlan.Domain;

/// <summary>年の書き方: 令和5, R5, 令5, 2023 and 令和5年度 name one fiscal year.</summary>
public static partial class YearLabel
{
    private const int FirstHeiseiYear = 1989, LastYear = 2099; // earlier eras stay as they were written

    public static bool TryRead(string? text, out FiscalYear year)
    {
        year = default;
        if (text is null || text.Length > 20 || text.Any(c => char.IsSurrogate(c) || c == '\uFFFE')) return false; // neither can be normalised
        var match = Form().Match(text.Normalize(NormalizationForm.FormKC));
        if (!match.Success) return false;
        var number = match.Groups["number"].Value is "元" ? 1 : int.Parse(match.Groups["number"].Value);
        var start = match.Groups["era"].Value switch
        {
            "" => number,
            "平成" or "平" or "H" or "h" => number <= 31 ? FirstHeiseiYear - 1 + number : 0,
            _ => FiscalYear.Reiwa(number).StartYear,
        };
        year = new FiscalYear(start);
        return number > 0 && start is >= FirstHeiseiYear and <= LastYear;
    }

    [GeneratedRegex(@"^\s*(?:(?<era>令和|令|R|r|平成|平|H|h)\s*\.?(?<number>元|[0-9]{1,2})|(?<number>[0-9]{4}))\s*(?:年度?)?\s*$")]
    private static partial Regex Form();
}
