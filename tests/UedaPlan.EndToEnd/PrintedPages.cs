using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>印刷した紙: a page as the browser prints it: how many sheets of paper, and which heading stands where.</summary>
public sealed partial class PrintedPages
{
    private readonly List<string> _pages;

    private PrintedPages(string document)
    {
        _pages = [.. PageObject().Matches(document).Select(m => m.Groups[1].Value)];
        Headings = [.. Entry().Matches(document).Select(m => new Heading(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(m.Groups[1].Value)), _pages.IndexOf(m.Groups[2].Value) + 1))];
    }

    public int Count => _pages.Count;

    /// <summary>In no particular order.</summary>
    public IReadOnlyList<Heading> Headings { get; }

    public static async Task<PrintedPages> OfAsync(IPage page, bool backgrounds = true) =>
        new(Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = backgrounds, Outline = true, Tagged = true })));

    /// <summary>The page on which the one heading stands that begins so.</summary>
    public int PageOf(string beginning) => Headings.Single(h => h.Text.StartsWith(beginning, StringComparison.Ordinal)).Page;

    [GeneratedRegex(@"(\d+) 0 obj\s*<<\s*/Type /Page\s")]
    private static partial Regex PageObject();

    [GeneratedRegex(@"/Title <FEFF([0-9A-F]+)>\s*/Dest \[(\d+) 0 R")]
    private static partial Regex Entry();

    /// <summary>見出し: its words and its page, counted from 1.</summary>
    public sealed record Heading(string Text, int Page);
}
