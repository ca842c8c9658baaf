using System.Text.Json;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>状態の絞り込み: which statuses an address asks for: watch,actionNeeded in the order of the screens; none means all.</summary>
public sealed class StatusFilter
{
    private readonly HashSet<Status> _chosen;

    private StatusFilter(IEnumerable<Status> chosen) => _chosen = [.. chosen];

    public bool IsOn => _chosen.Count > 0;

    /// <summary>The canonical text of a filter: known names, each once, in order; null when nothing is filtered.</summary>
    public static string? Canonical(string? text) => Parse(text).ToText();

    /// <summary>Unknown names are left out: an address somebody mistyped shows more, never an error.</summary>
    public static StatusFilter Parse(string? text)
    {
        var names = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new StatusFilter(StatusKeys.All.Where(s => names.Contains(NameOf(s))));
    }

    public bool Has(Status status) => _chosen.Contains(status);

    /// <summary>The filter after its button for this status was pressed.</summary>
    public StatusFilter Toggled(Status status) => new(Has(status) ? _chosen.Where(s => s != status) : _chosen.Append(status));

    public string? ToText() => IsOn ? string.Join(',', StatusKeys.All.Where(Has).Select(NameOf)) : null;

    private static string NameOf(Status status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
