using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Overview;

/// <summary>全体の状況の見方: which statuses are shown and what is searched for; forms and links keep what they do not change.</summary>
public sealed record OverviewView(StatusFilter Filter, SearchQuery? Search)
{
    public const string StatusField = "status";
    public const string SearchField = "q";

    public string Address => AddressOf(Search?.Text);

    /// <summary>The query in one form per meaning; "" where everything is shown.</summary>
    public string Canonical => AddressOf(Search?.Canonical).TrimStart('/', '?');

    public static OverviewView Of(string? status, string? search) => new(StatusFilter.Parse(status), SearchQuery.Parse(search));

    /// <summary>What a form that sends one field has to send along.</summary>
    public IEnumerable<(string Name, string Value)> FieldsBut(string own) => FieldsOf(Search?.Text).Where(f => f.Name != own);

    private string AddressOf(string? search) => "/" + string.Join('&', FieldsOf(search).Select(f => $"{f.Name}={Escaped(f.Value)}")) is var all and not "/" ? all.Insert(1, "?") : "/";

    private IEnumerable<(string Name, string Value)> FieldsOf(string? search)
    {
        if (Filter.ToText() is { } statuses) yield return (StatusField, statuses);
        if (search is not null) yield return (SearchField, search);
    }

    // The comma between statuses may stand in a query as it is.
    private static string Escaped(string value) => Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal);
}
