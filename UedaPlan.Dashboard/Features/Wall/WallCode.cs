using System.Text;
using QRCoder;
using UedaPlan.Dashboard.Live;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Wall;

/// <summary>二次元コード: a picture that takes a phone to the view a wall shows; its own address, because pages say nothing of the host they are read at.</summary>
public static class WallCode
{
    private const string Dark = "#0e1522", Light = "#e9edf2"; // never pure white on a panel that shows it for weeks

    public static IEndpointConventionBuilder MapWallCode(this IEndpointRouteBuilder app) => app.MapGet("/wall/code", Answer);

    /// <summary>Not found for what is no view of the plan, and where a phone could not reach the server by the name this one used.</summary>
    internal static IResult Answer(string? to, HttpContext context, LiveBoard live, PublicAddress server)
    {
        if (to is null || !IsView(to, live) || server.ForOthers(context.Request) is not { } address) return Results.NotFound();
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return Results.Text(Draw(new Uri(address, to).AbsoluteUri), "image/svg+xml", Encoding.UTF8);
    }

    internal static string Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (rows[y][x]) path.Append($"M{x} {y}h1v1h-1z");
            }
        }
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {rows.Count} {rows.Count}" shape-rendering="crispEdges"><path fill="{Light}" d="M0 0h{rows.Count}v{rows.Count}h-{rows.Count}z"/><path fill="{Dark}" d="{path}"/></svg>""";
    }

    private static bool IsView(string address, LiveBoard live) => address == "/"
        || (address.StartsWith("/sections/", StringComparison.Ordinal) && SectionCode.TryParse(address["/sections/".Length..], out var code) && live.Current.Find(code) is not null);
}
