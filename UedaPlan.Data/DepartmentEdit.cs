using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>課の変更: an edit of the plan's departments.</summary>
public abstract partial record DepartmentEdit : PlanEdit
{
    public const int LongestName = 30;
    private const string Everybody = "all"; // what addresses call all departments together

    private protected DepartmentEdit() { }

    private protected static JsonObject DepartmentOf(JsonObject plan, string code) => Items(plan, "departments").FirstOrDefault(d => CodeOf(d) == code)
        ?? throw new PlanRuleException("この課は計画にありません。画面を開き直してください");

    private protected static string? CodeOf(JsonObject item) => item["code"]?.GetValue<string>();

    private protected static string NameOf(JsonObject plan, string typed, string? own = null)
    {
        var name = typed.Trim();
        if (name.Length is 0 or > LongestName || !Printable().IsMatch(name)) throw new PlanRuleException($"課の名前を{LongestName}字までで入力してください(改行、「|」、半角カナは使えません)");
        if (Items(plan, "departments").Any(d => CodeOf(d) != own && d["name"]?.GetValue<string>() == name)) throw new PlanRuleException($"「{name}」はもうあります。ほかの名前にしてください");
        return name;
    }

    private protected static string NewCodeOf(JsonObject plan, string typed)
    {
        var code = typed.Trim();
        if (code.Length > 40 || code == Everybody || !Code().IsMatch(code)) throw new PlanRuleException("課のコードを、ローマ字の小文字とハイフンで40字までで入力してください(例 koho)。all は使えません");
        if (Items(plan, "departments").Any(d => CodeOf(d) == code)) throw new PlanRuleException($"コード「{code}」はもう使われています。ほかのコードにしてください");
        return code;
    }

    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[^\p{C}|\uFF61-\uFF9F]+\z")]
    private static partial Regex Printable();
}

/// <summary>課の追加: its code is its name in storage and never changes.</summary>
public sealed record AddDepartment(string Code, string Name) : DepartmentEdit
{
    internal override void Apply(JsonObject plan) =>
        plan["departments"]!.AsArray().Add(new JsonObject { ["code"] = NewCodeOf(plan, Code), ["name"] = NameOf(plan, Name) });
}

/// <summary>課の名前の変更.</summary>
public sealed record RenameDepartment(string Code, string Name) : DepartmentEdit
{
    internal override void Apply(JsonObject plan) => DepartmentOf(plan, Code)["name"] = NameOf(plan, Name, Code);
}

/// <summary>課の廃止: only once nothing hangs on it; accounts are looked at where the plan is saved.</summary>
public sealed record RetireDepartment(string Code) : DepartmentEdit
{
    internal override void Apply(JsonObject plan)
    {
        var department = DepartmentOf(plan, Code);
        var indicators = SectionsOf(plan).SelectMany(s => Items(s, "indicators")).Count(IsOwn);
        var charts = SectionsOf(plan).SelectMany(s => Items(s, "statistics")).Count(IsOwn);
        if (indicators + charts > 0) throw new PlanRuleException($"「{department["name"]}」には担当する指標が{indicators}件、図が{charts}件あります。先にほかの課へ移してください");
        plan["departments"]!.AsArray().Remove(department);
    }

    private bool IsOwn(JsonObject item) => item["department"]?.GetValue<string>() == Code;
}

/// <summary>図の担当課の変更: a chart of the plan belongs to another department.</summary>
public sealed record AssignChart(StatisticCode Chart, string Department) : PlanEdit
{
    internal override void Apply(JsonObject plan)
    {
        var section = Chart.Section.ToString();
        var chart = SectionsOf(plan).Where(s => s["code"]?.GetValue<string>() == section).SelectMany(s => Items(s, "statistics")).ElementAtOrDefault(Chart.Position - 1)
            ?? throw new PlanRuleException("この図は計画にありません。画面を開き直してください");
        chart["department"] = Department;
    }
}
