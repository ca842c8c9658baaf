using System.Text.Json.Nodes;

namespace UedaPlan.Data.Tests;

/// <summary>The description of the format, held against the real file: whoever writes a plan file reads the description.</summary>
public sealed class PlanSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "plan.schema.json")))!.AsObject();

    [Fact]
    public void Schema_OfEveryKeyInTheRealFile_DescribesIt()
    {
        List<string> missing = [];
        Walk(JsonNode.Parse(BrokenPlan.Whole)!, Schema, "plan", missing);

        Assert.Empty(missing);
    }

    [Fact]
    public void Schema_OfEveryRequiredKey_AgreesWithTheRealFile()
    {
        List<string> missing = [];
        WalkRequired(JsonNode.Parse(BrokenPlan.Whole)!, Schema, "plan", missing);

        Assert.Empty(missing);
    }

    [Fact]
    public void Schema_OfEveryObject_RefusesUnknownKeysAsTheProductDoes() => Assert.All(
        Schema["$defs"]!.AsObject().Select(d => d.Value!.AsObject()).Where(d => d.ContainsKey("properties")),
        d => Assert.False(d["additionalProperties"]!.GetValue<bool>()));

    private static void Walk(JsonNode node, JsonObject schema, string path, List<string> missing)
    {
        if (node is JsonArray items)
        {
            if (schema["items"] is { } of) foreach (var item in items) Walk(item!, Resolve(of), path, missing);
            return;
        }
        if (node is not JsonObject members) return;
        foreach (var (key, value) in members)
        {
            var described = schema["properties"]?[key];
            if (described is null || !IsDescribed(described)) missing.Add($"{path}.{key}");
            else if (value is not null) Walk(value, Resolve(described), $"{path}.{key}", missing);
        }
    }

    private static void WalkRequired(JsonNode node, JsonObject schema, string path, List<string> missing)
    {
        if (node is JsonArray items && schema["items"] is { } of)
        {
            foreach (var item in items) WalkRequired(item!, Resolve(of), path, missing);
        }
        if (node is not JsonObject members) return;
        foreach (var key in schema["required"]?.AsArray().Select(k => k!.GetValue<string>()) ?? [])
        {
            if (!members.ContainsKey(key)) missing.Add($"{path}.{key}");
        }
        foreach (var (key, value) in members) WalkRequired(value!, Resolve(schema["properties"]![key]!), $"{path}.{key}", missing);
    }

    private static bool IsDescribed(JsonNode node) => node["description"] is not null || Resolve(node)["description"] is not null;

    private static JsonObject Resolve(JsonNode node) => node["$ref"]?.GetValue<string>() is { } name
        ? Schema["$defs"]![name["#/$defs/".Length..]]!.AsObject()
        : node.AsObject();
}
