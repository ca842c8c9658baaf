using System.Collections.Immutable;
using System.Text.Json;

namespace UedaPlan.Dashboard.Components.Layout;

/// <summary>残っていた入力: the fields of a form as a browser kept them, when, and what they were typed over. Here: on the page that is open now.</summary>
public sealed record KeptText(DateTimeOffset At, string Over, ImmutableDictionary<string, string> Fields, bool Here)
{
    private const int MostFields = 1_000;

    /// <summary>Null for anything else than what the script writes: a browser's storage is anybody's.</summary>
    public static KeptText? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<KeptText>(json, JsonSerializerOptions.Web) is { Over: not null, Fields: { Count: > 0 and <= MostFields } fields } kept
                && fields.Values.All(v => v is not null) ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
