using System.Security.Cryptography;
using System.Text;

namespace UedaPlan.Dashboard.Live;

/// <summary>
/// 見張りの脚本: for pages nobody stands at; it is written into the page itself, so that it is there when none of the page's
/// files arrives. The content policy knows it by its hash.
/// </summary>
public static class PageWatch
{
    private static readonly string Text = Read();

    public static string Element { get; } = $"<script>{Text}</script>";

    /// <summary>What script-src must allow.</summary>
    public static string PolicySource { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'";

    private static string Read()
    {
        using var stream = typeof(PageWatch).Assembly.GetManifestResourceStream("PageWatch.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n"); // as a browser reads it
    }
}
