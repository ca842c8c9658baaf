using System.Text;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Office;

/// <summary>お願いの文面: a mail to a department, to be copied: what is missing, by when, and where to enter it. No names of people.</summary>
public static class ReminderText
{
    /// <summary>To one department; empty when it owes nothing.</summary>
    public static string Of(DepartmentDuty duty, Uri entry)
    {
        if (!duty.Owes) return "";
        var text = new StringBuilder().AppendLine("件名: 総合計画の実績の入力について(お願い)").AppendLine().AppendLine($"{duty.Department.Name} 御中").AppendLine();
        text.AppendLine("計画事務局です。総合計画の指標のうち、次の実績がまだ入力されていません。期限までに入力をお願いします。").AppendLine();
        AddLines(text, duty);
        return End(text, entry);
    }

    /// <summary>To all departments that owe something, in one mail; empty when none does.</summary>
    public static string ForAll(IEnumerable<DepartmentDuty> duties, Uri entry)
    {
        var owing = duties.Where(d => d.Owes).ToList();
        if (owing.Count == 0) return "";
        var text = new StringBuilder().AppendLine("件名: 総合計画の実績の入力について(お願い)").AppendLine().AppendLine("関係各課 御中").AppendLine();
        text.AppendLine("計画事務局です。総合計画の指標のうち、次の実績がまだ入力されていません。期限までに入力をお願いします。").AppendLine();
        foreach (var duty in owing)
        {
            text.AppendLine($"◆ {duty.Department.Name}");
            AddLines(text, duty);
        }
        return End(text, entry);
    }

    private static void AddLines(StringBuilder text, DepartmentDuty duty)
    {
        var missing = duty.Duties.SelectMany(d => d.Missing.Select(year => (d.Indicator, Year: year, Deadline: d.Indicator.DeadlineOf(year), d.Today)))
            .OrderBy(m => m.Deadline ?? DateOnly.MaxValue).ThenBy(m => m.Indicator.Code).ToLookup(m => m.Deadline < m.Today);
        if (missing[true].Any()) text.AppendLine("【期限を過ぎているもの】");
        foreach (var (indicator, year, deadline, _) in missing[true]) text.AppendLine(LineOf(indicator, year, deadline));
        if (missing[false].Any()) text.AppendLine("【これから期限を迎えるもの】");
        foreach (var (indicator, year, deadline, _) in missing[false]) text.AppendLine(LineOf(indicator, year, deadline));
        text.AppendLine();
    }

    private static string LineOf(Indicator indicator, FiscalYear year, DateOnly? deadline) =>
        $"・{indicator.Code} {indicator.Name.Plain} {FigureFormat.Year(indicator, year)}{(deadline is { } day ? $" 期限 {JapaneseCalendar.ToLongDay(day)}" : "")}";

    private static string End(StringBuilder text, Uri entry) => text
        .AppendLine("入力する画面(課の利用者IDでサインインしてください):").AppendLine(entry.ToString()).AppendLine()
        .AppendLine("行き違いですでに入力いただいている場合は、ご容赦ください。").ToString();
}
