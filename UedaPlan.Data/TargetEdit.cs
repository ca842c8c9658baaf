using System.Globalization;
using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>目標の見直し: a new target of an indicator from a day on. A day that has come takes effect in the same version.</summary>
public sealed record TargetEdit(IndicatorCode Code, Target Target, DateOnly Effective, string Reason) : PlanEdit
{
    internal override void Apply(JsonObject plan)
    {
        var indicator = Find(plan, Code);
        var upcoming = indicator["upcoming"]?.AsArray() ?? [];
        foreach (var same in upcoming.OfType<JsonObject>().Where(u => UpcomingTargets.DayOf(u) == Effective).ToList()) upcoming.Remove(same);
        upcoming.Add(new JsonObject { ["effective"] = UpcomingTargets.Written(Effective), ["reason"] = Reason.Trim(), ["target"] = Write(Target) });
        indicator["upcoming"] ??= upcoming;
    }

    internal override void Check(Plan plan)
    {
        var indicator = plan.Indicators.FirstOrDefault(i => i.Code == Code) ?? throw new PlanRuleException("この指標は計画にありません。画面を開き直してください");
        if (Target.Values.Length != indicator.Target.Values.Length || Target.Year != indicator.Target.Year) throw new PlanRuleException("目標の数の形が変わりました。画面を開き直してください");
        if (TargetRules.ProblemsOf(indicator, Target, Effective) is [var first, ..]) throw new PlanRuleException(first.Message);
    }

    private static JsonObject Write(Target target)
    {
        var written = new JsonObject { ["year"] = target.Year.StartYear };
        if (target.Values is [var only])
        {
            (written["value"], written["decimals"]) = (only.Number, only.Decimals);
            if (only.Counts is { } counts) (written["numerator"], written["denominator"]) = (counts.Numerator, counts.Denominator);
        }
        else written["values"] = new JsonArray([.. target.Values.Select(v => JsonValue.Create(v.Number))]);
        if (target.Bound != Bound.None) written["bound"] = target.Bound == Bound.Below ? "below" : "atLeast";
        written["printed"] = target.Printed;
        return written;
    }
}

/// <summary>目標の見直しの取りやめ: an upcoming target that will not take effect.</summary>
public sealed record WithdrawTargetEdit(IndicatorCode Code, DateOnly Effective) : PlanEdit
{
    internal override void Apply(JsonObject plan)
    {
        var upcoming = Find(plan, Code)["upcoming"]?.AsArray() ?? [];
        var planned = upcoming.OfType<JsonObject>().FirstOrDefault(u => UpcomingTargets.DayOf(u) == Effective)
            ?? throw new PlanRuleException("この見直しは、もう予定されていません。画面を開き直してください");
        upcoming.Remove(planned);
        if (upcoming.Count == 0) Find(plan, Code).Remove("upcoming");
    }
}

/// <summary>予定の目標の発効: turns targets whose day has come into the target, and keeps what stood before.</summary>
internal static class UpcomingTargets
{
    private const string Form = "yyyy-MM-dd";

    public static string Written(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    public static DateOnly DayOf(JsonObject upcoming) => DateOnly.ParseExact(upcoming["effective"]!.GetValue<string>(), Form, CultureInfo.InvariantCulture);

    /// <summary>The reasons of those that took effect.</summary>
    public static IReadOnlyList<string> TakeIn(JsonObject plan, DateOnly today) =>
        [.. PlanEdit.SectionsOf(plan).SelectMany(s => PlanEdit.Items(s, "indicators")).SelectMany(i => TakeInOf(i, today))];

    private static List<string> TakeInOf(JsonObject indicator, DateOnly today)
    {
        if (indicator["upcoming"] is not JsonArray upcoming) return [];
        var due = upcoming.OfType<JsonObject>().Where(u => DayOf(u) <= today).OrderBy(DayOf).ToList();
        foreach (var change in due)
        {
            upcoming.Remove(change);
            Revise(indicator, change);
        }
        if (upcoming.Count == 0) indicator.Remove("upcoming");
        return due.ConvertAll(u => u["reason"]!.GetValue<string>());
    }

    private static void Revise(JsonObject indicator, JsonObject change)
    {
        var revisions = indicator["revisions"]?.AsArray() ?? [];
        revisions.Add(new JsonObject
        {
            ["effective"] = change["effective"]!.DeepClone(),
            ["before"] = indicator["target"]!["printed"]!.DeepClone(),
            ["after"] = change["target"]!["printed"]!.DeepClone(),
            ["reason"] = change["reason"]!.DeepClone(),
        });
        indicator["revisions"] ??= revisions;
        indicator["target"] = change["target"]!.DeepClone();
    }
}
