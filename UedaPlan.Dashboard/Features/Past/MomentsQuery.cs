using System.Globalization;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Past;

/// <summary>時点を選ぶページのアドレス: which page of the saves, and where a chosen moment leads.</summary>
public sealed record MomentsQuery(int Page, ReturnAddress To, string? Asked) : IPageQuery
{
    /// <summary>A moment that does not exist is told about and never kept.</summary>
    public static string? Canonical(IQueryCollection query, Board board) => Of(query) is { Asked: null } read ? read.Query : null;

    public static MomentsQuery Of(IQueryCollection query) => new(
        int.TryParse(First(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1,
        ReturnAddress.Of(First(query, "to")),
        First(query, "asked"));

    public string AddressOf(int page) => (this with { Page = page }).Query is { Length: > 0 } query ? $"/moments?{query}" : "/moments";

    private const int MostPages = 10_000;

    private string Query => string.Join('&', new[]
    {
        Page > 1 ? $"page={Page}" : null,
        To.Address != "/" ? $"to={Uri.EscapeDataString(To.Address)}" : null,
    }.OfType<string>());

    private static string? First(IQueryCollection query, string name) => query[name] is [{ Length: > 0 } text, ..] ? text : null;
}
