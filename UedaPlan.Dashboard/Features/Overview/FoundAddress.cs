using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Overview;

/// <summary>見つかった場所: the address of the exact place of an item of the plan.</summary>
public static class FoundAddress
{
    public static string Of(PlanItem item) => item.Kind switch
    {
        PlanItemKind.Indicator => $"/indicators/{item.Indicator!.Code}",
        PlanItemKind.Statistic => $"/statistics/{item.Statistic!.Code}",
        PlanItemKind.Chapter => $"/#chapter-{item.Chapter!.Part}-{item.Chapter.Number}",
        PlanItemKind.Word => $"/glossary#word-{item.Number}",
        _ => $"/sections/{item.Section!.Code}{PlaceOf(item)}",
    };

    private static string PlaceOf(PlanItem item) => item.Kind switch
    {
        PlanItemKind.Measure => $"#measure-{item.Number}",
        PlanItemKind.Step => $"#measure-{item.Number}-{item.Step}",
        PlanItemKind.Project => $"#project-{item.Number}",
        PlanItemKind.RelatedPlan => $"#plan-{item.Number}",
        PlanItemKind.Issue => $"#issue-{item.Number}",
        PlanItemKind.Role => $"#role-{item.Number}",
        _ => "",
    };
}
