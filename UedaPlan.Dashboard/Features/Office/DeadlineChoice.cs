using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Office;

/// <summary>期限の選択: which indicators, which year and which day are chosen on the page, until they are saved.</summary>
public sealed class DeadlineChoice
{
    private const int MostNamed = 3;

    private readonly HashSet<IndicatorCode> _indicators = [];

    public DeadlineChoice(FiscalYear year) => Year = year;

    public IReadOnlySet<IndicatorCode> Indicators => _indicators;

    /// <summary>Null for the day that stands for every year.</summary>
    public FiscalYear? Year { get; private set; }
    public string YearKey => Year?.StartYear.ToString() ?? "";
    public DateOnly? Date { get; set; }

    /// <summary>The single year's own day is taken away.</summary>
    public bool GivesBack { get; set; }

    /// <summary>As typed; full-width digits count as digits.</summary>
    public string Month { get; set; } = "";
    public string Day { get; set; } = "";

    public YearlyDeadline? Yearly => Number(Month) is { } month && Number(Day) is { } day && new YearlyDeadline(month, day) is { IsDay: true } deadline ? deadline : null;

    public void ChooseYear(string? key) => Year = int.TryParse(key, out var year) ? new FiscalYear(year) : null;

    public void Choose(IReadOnlyList<IndicatorCode> indicators, bool chosen)
    {
        if (chosen) _indicators.UnionWith(indicators);
        else _indicators.ExceptWith(indicators);
    }

    public void Clear() => _indicators.Clear();

    /// <summary>What keeps the change from being saved, and what to do; null when nothing does.</summary>
    public string? ProblemOf(IReadOnlyList<Indicator> chosen)
    {
        if (chosen.Count == 0) return "期限を変える指標を選んでください。";
        if (Year is not { } year)
        {
            if (Yearly is null) return "毎年ある月と日を入力してください(例 5月31日)。";
            return chosen.FirstOrDefault(i => i.Survey) is { } survey ? $"「{survey.Name.Plain}」はアンケート調査です。調査をする年度を選んで、期限を入力してください。" : null;
        }
        if (GivesBack) return null;
        if (Date is not { } day) return "期限の日を入力してください。";
        return new YearDeadline(year, day) is { IsInReach: false } slip ? slip.Problem + "。" : null;
    }

    public IReadOnlyList<PlanEdit> EditsOf(IReadOnlyList<Indicator> chosen) =>
        [.. chosen.Select(i => Year is { } year ? (PlanEdit)new SetYearDeadline(i.Code, year, GivesBack ? null : Date) : new SetYearlyDeadline(i.Code, Yearly!.Value))];

    /// <summary>5件の期限: 令和9年5月31日 → 令和9年3月31日(水); empty while something is missing.</summary>
    public string Preview(IReadOnlyList<Indicator> chosen)
    {
        if (ProblemOf(chosen) is not null) return chosen.Count == 0 ? "" : $"{chosen.Count}件を選んでいます。";
        var before = chosen.Select(i => Year is { } year ? TextOf(i.DeadlineOf(year)) : i.Deadline.ToString()!).Distinct().ToList();
        var after = Year is null ? Yearly.ToString() : GivesBack ? "ふだんの期限(調査はなし)" : JapaneseCalendar.ToLongDay(Date!.Value);
        return $"{chosen.Count}件の期限: {(before.Count > MostNamed ? "いまの期限" : string.Join("、", before))} → {after}";
    }

    private static string TextOf(DateOnly? day) => day is { } known ? JapaneseCalendar.EraDay(known) : "調査なし";

    private static int? Number(string typed) => int.TryParse(typed.Trim().Normalize(System.Text.NormalizationForm.FormKC), out var number) ? number : null;
}
