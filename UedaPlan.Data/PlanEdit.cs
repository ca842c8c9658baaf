using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の1か所の変更: changes the plan file's own objects; whether the result is a plan, the plan file's rules say.</summary>
public abstract record PlanEdit
{
    internal static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private protected PlanEdit() { }

    internal abstract void Apply(JsonObject plan);

    /// <summary>What the plan as it stands has to say against it, beyond the rules of plan files.</summary>
    /// <exception cref="PlanRuleException">It may not be made.</exception>
    internal virtual void Check(Plan plan) { }

    /// <summary>The object of an indicator within the plan file.</summary>
    /// <exception cref="PlanRuleException">The plan has no such indicator.</exception>
    private protected static JsonObject Find(JsonObject plan, IndicatorCode code)
    {
        var text = code.ToString();
        return SectionsOf(plan).SelectMany(s => Items(s, "indicators")).FirstOrDefault(i => i["code"]?.GetValue<string>() == text)
            ?? throw new PlanRuleException("この指標は計画にありません。画面を開き直してください");
    }

    internal static IEnumerable<JsonObject> SectionsOf(JsonObject plan) =>
        Items(plan, "parts").SelectMany(p => Items(p, "chapters")).SelectMany(c => Items(c, "sections"));

    internal static IEnumerable<JsonObject> Items(JsonObject node, string key) => node[key]?.AsArray().OfType<JsonObject>() ?? [];
}
