using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>正式な文言の変更: the city's own wording of texts of one section; null takes it away, and the summary stands again.</summary>
public sealed record WordingEdit(SectionCode Code, IReadOnlyDictionary<PlanTextPlace, string?> Texts) : PlanEdit
{
    internal override void Apply(JsonObject plan)
    {
        var code = Code.ToString();
        var section = SectionsOf(plan).FirstOrDefault(s => s["code"]?.GetValue<string>() == code) ?? throw new PlanRuleException("この施策は計画にありません。画面を開き直してください");
        foreach (var (place, text) in Texts)
        {
            var node = NodeOf(section, place) ?? throw new PlanRuleException("この文言の場所は計画にありません。画面を開き直してください");
            if (OfficialWording.ProblemOf(text) is { } problem) throw new PlanRuleException(problem);
            if (OfficialWording.Tidy(text) is { } official) node["official"] = official;
            else node.Remove("official");
        }
    }

    private static JsonObject? NodeOf(JsonObject section, PlanTextPlace place) => place.Kind switch
    {
        PlanTextKind.Purpose => section["purpose"]?.AsObject(),
        PlanTextKind.Issue => Items(section, "issues").ElementAtOrDefault(place.Item),
        PlanTextKind.Role => Items(section, "roles").ElementAtOrDefault(place.Group) is { } role ? Items(role, "items").ElementAtOrDefault(place.Item) : null,
        _ => Items(section, "measures").ElementAtOrDefault(place.Group) is { } measure ? Items(measure, "steps").ElementAtOrDefault(place.Item) : null,
    };
}
