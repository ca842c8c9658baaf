using System.Text.RegularExpressions;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.History;

/// <summary>記録の文: the words of one record, on the page and in the file alike.</summary>
public static partial class RecordText
{
    public static string WhoOf(PlanRecord record) => record.Role is null ? "サーバー" : record.Department ?? Viewer.PlanOffice;

    /// <summary>課長; null where the name says it.</summary>
    public static string? RoleOf(PlanRecord record) => record switch
    {
        { Role: null } => record.Kind == RecordKind.TookEffect ? "決めた日に自動で" : "管理用の機械で",
        { Role: AuthorRole.PlanOffice } => null,
        { Role: { } role } => Viewer.WordOf(role),
    };

    public static string NameOf(PlanRecord record, Plan plan) => record switch
    {
        { Figures: [var one] } => one.Indicator.ShortName,
        { Figures.Length: > 1 } => $"{record.Figures.Length}件(まとめて入力)",
        { Chart: not null } => record.ChartTitle ?? "",
        _ => IndicatorsOf(record) switch
        {
            [] => "計画全体",
            [var code] => plan.Indicators.FirstOrDefault(i => i.Code.ToString() == code)?.ShortName ?? code,
            [var code, ..] codes => $"{code} など{codes.Count}指標",
        },
    };

    public static string AboutOf(PlanRecord record) => record switch
    {
        { Figures: [var one] } => FigureFormat.Year(one.Indicator, one.Figure.Year),
        { Figures.Length: > 1 } => string.Join("・", record.Figures.Select(f => f.Figure.Year).Distinct().Order()),
        { Chart: { } chart } => chart.ToLabel(),
        { PlanVersion: { } version } => $"計画 第{version}版",
        _ => "",
    };

    /// <summary>For what has no before and after.</summary>
    public static string DoneOf(PlanRecord record) => record switch
    {
        { Chart: not null } => "図の値を保存",
        { PlanVersion: 1 } => "計画を登録",
        { Kind: RecordKind.PlanFile } => "計画を読み込み",
        _ => "計画を変更",
    };

    /// <summary>What changed in the plan; which indicator it was is not said again where there is only one.</summary>
    public static IReadOnlyList<string> LinesOf(PlanRecord record) => IndicatorsOf(record) is [var code]
        ? [.. record.Lines.Select(line => line.Replace($"変更 指標 {code} ", "").Replace($"指標 {code} ", ""))]
        : record.Lines;

    public static string IconOf(RecordKind kind) => kind switch
    {
        RecordKind.Input => "M4 20h4L20 8l-4-4L4 16z",
        RecordKind.Interim or RecordKind.Deadlines or RecordKind.TookEffect => "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19M12 6.5V12l4 2.5",
        RecordKind.Correction => "M4 8h15l-4-4M20 16H5l4 4",
        RecordKind.Comment => "M4 4h16v12H10l-5 4v-4H4z",
        RecordKind.Undone or RecordKind.Restored => "M4 9h10a6 6 0 0 1 0 12h-4M8 4 3.5 9 8 14",
        RecordKind.Chart => "M4 4v16h16M8 16v-4M12 16V8M16 16v-6",
        RecordKind.Target => "M5 21V4h13l-3 4 3 4H5",
        RecordKind.Assumptions => "m4 12.5 5.5 5.5L20 7",
        _ => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    };

    private static IReadOnlyList<string> IndicatorsOf(PlanRecord record) =>
        [.. record.Lines.Select(line => IndicatorInLine().Match(line)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"指標 ([0-9]+(?:-[0-9]+)+) ")]
    private static partial Regex IndicatorInLine();
}
