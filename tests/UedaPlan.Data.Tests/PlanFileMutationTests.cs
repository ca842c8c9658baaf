using System.Text.Json;
using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Hundreds of damaged copies of the real file: each is a plan that can be judged, or is refused; nothing else ever happens.</summary>
public sealed class PlanFileMutationTests
{
    private const int Copies = 240;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly Func<Random, JsonNode?>[] Strangers =
    [
        _ => null, _ => "", _ => "－", _ => "1-1-1-1", _ => -1, _ => 0, _ => 1e300, _ => 0.1234567890123456789m, _ => decimal.MaxValue, _ => true,
        r => r.Next(), r => new JsonArray(r.Next(9), "x"), r => new JsonObject { ["summary"] = r.Next() }, _ => new string('長', 3000), _ => "\u0000\uFFFF",
    ];

    [Fact]
    public void PlanFile_DamagedAtRandom_LoadsOrIsRefused()
    {
        var random = new Random(20261122);
        var (loaded, refused) = (0, 0);
        for (var copy = 0; copy < Copies; copy++)
        {
            var json = Damage(random);
            if (Loads(json)) loaded++;
            else refused++;
        }

        Assert.True(loaded > 10 && refused > 50, $"{loaded} loaded, {refused} refused: the damage must reach both");
    }

    [Fact]
    public void PlanFile_WithRandomBytesChanged_LoadsOrIsRefused()
    {
        var random = new Random(1122);
        for (var copy = 0; copy < Copies / 4; copy++)
        {
            var text = BrokenPlan.Whole.ToCharArray();
            for (var i = random.Next(1, 4); i > 0; i--) text[random.Next(text.Length)] = "\"{}[]:,0-.e\\ \n\uD800課"[random.Next(16)];
            Loads(new string(text));
        }
    }

    private static bool Loads(string json)
    {
        try
        {
            var plan = PlanFile.Parse(json, BrokenPlan.Name).Plan;
            var board = Board.Of(plan, [], 1, false, Proposals.Now); // what loads must also be shown
            PlanDifference.Between(BrokenPlan.Whole, json);
            return board.Cards.All(c => c.Status == Status.NoData);
        }
        catch (PlanRuleException e)
        {
            Assert.Contains(BrokenPlan.Name, e.Message);
            return false;
        }
    }

    private static string Damage(Random random)
    {
        var root = JsonNode.Parse(BrokenPlan.Whole)!;
        for (var i = random.Next(1, 4); i > 0; i--) DamageOne(random, root);
        return root.ToJsonString(Indented);
    }

    private static void DamageOne(Random random, JsonNode root)
    {
        var nodes = Below(root).ToList();
        switch (nodes[random.Next(nodes.Count)])
        {
            case JsonObject { Count: > 0 } o:
                var key = o.ElementAt(random.Next(o.Count)).Key;
                if (random.Next(3) == 0) o.Remove(key);
                else o[random.Next(4) == 0 ? key + "x" : key] = Stranger(random, nodes);
                break;
            case JsonArray { Count: > 0 } a:
                var at = random.Next(a.Count);
                if (random.Next(3) == 0) a.RemoveAt(at);
                else a.Insert(at, random.Next(2) == 0 ? a[at]?.DeepClone() : Stranger(random, nodes));
                break;
        }
    }

    private static JsonNode? Stranger(Random random, List<JsonNode> nodes) =>
        random.Next(4) == 0 ? nodes[random.Next(nodes.Count)].DeepClone() : Strangers[random.Next(Strangers.Length)](random);

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        yield return node;
        var children = node switch { JsonObject o => o.Select(m => m.Value), JsonArray a => a, _ => [] };
        foreach (var child in children.OfType<JsonNode>().SelectMany(Below)) yield return child;
    }
}
