using Microsoft.AspNetCore.WebUtilities;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Past;

/// <summary>戻る先: the page a reader came from and lands on again at the moment he chooses; only pages that know the past, never somebody else's.</summary>
public sealed record ReturnAddress
{
    private static readonly ReturnAddress Overview = new("/", null);

    private ReturnAddress(string path, string? status) => (Path, Status) = (path, status);

    public string Path { get; }

    /// <summary>The statuses the overview is filtered by; null for all.</summary>
    public string? Status { get; }

    public string Address => Status is null ? Path : $"{Path}?status={Status}";

    /// <summary>The page as it stood then.</summary>
    public string At(string moment) => new Viewpoint(moment).To(Address);

    /// <summary>The overview where it is none of the pages.</summary>
    public static ReturnAddress Of(string? text) => (text ?? "").Split('?', 2) switch
    {
        ["/", var query] => new ReturnAddress("/", StatusFilter.Canonical(QueryHelpers.ParseQuery(query).GetValueOrDefault("status") is [var first, ..] ? first : null)),
        [var path, ..] when path.StartsWith("/sections/", StringComparison.Ordinal) && SectionCode.TryParse(path["/sections/".Length..], out var code) => new ReturnAddress($"/sections/{code}", null),
        [var path, ..] when path.StartsWith("/indicators/", StringComparison.Ordinal) && IndicatorCode.TryParse(path["/indicators/".Length..], out var code) => new ReturnAddress($"/indicators/{code}", null),
        [var path, ..] when path.StartsWith("/statistics/", StringComparison.Ordinal) && StatisticCode.TryParse(path["/statistics/".Length..], out var code) => new ReturnAddress($"/statistics/{code}", null),
        ["/statistics" or "/method", ..] => new ReturnAddress(text!.Split('?')[0], null),
        _ => Overview,
    };
}
