using System.Net;
using System.Text;
using System.Text.Json;
using UedaPlan.Dashboard.Live;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>起動用ページ: a file for the panel's own disk that waits for this server and then opens its wall; the panel may be switched on first.</summary>
public static class StartPage
{
    public const string Path = "/wall/start-page";

    private const string FileName = "上田市総合計画-壁面.html";
    private const int LongestOptions = 2000;
    private static readonly string Template = Read();

    internal static IResult Answer(HttpContext context, PublicAddress address)
    {
        context.Response.Headers.CacheControl = "no-store"; // it may hold a display link
        var options = DisplayDoor.QueryOf(context.Request.Query);
        return address.Or(context.Request) is { } server && options.Length <= LongestOptions
            ? Results.Bytes(Encoding.UTF8.GetBytes(Of(server, options)), "text/html; charset=utf-8", FileName)
            : PlainPage.NoStartPage;
    }

    /// <summary>The page for the wall of a server with these options, "?…" or empty.</summary>
    internal static string Of(Uri server, string options)
    {
        var target = new Target(new Uri(server, "/health").AbsoluteUri, new Uri(server, DisplayDoor.Wall + options).AbsoluteUri);
        // The serializer writes < > & and quotes as \u…: nothing can end the script element.
        return Template.Replace("{{target}}", JsonSerializer.Serialize(target, JsonSerializerOptions.Web), StringComparison.Ordinal)
            .Replace("{{server}}", WebUtility.HtmlEncode(server.Authority), StringComparison.Ordinal);
    }

    private static string Read()
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream("StartPage.html")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Target(string Health, string Wall);
}
