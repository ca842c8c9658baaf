using System.Globalization;
using System.Text.RegularExpressions;

namespace UedaPlan.Dashboard.Tests;

/// <summary>配色の対比: every pair of colours that meet on a screen, in both themes, on tablets and on the wall.</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5, Mark = 3;

    private static readonly string _styles = File.ReadAllText(StylesFile());
    private static readonly string[] _grounds = ["bg", "surface", "surface-sunken", "live-tint"];
    private static readonly string[] _statuses = ["achieved", "ontrack", "watch", "action", "none"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void EveryPair_CanBeTold(bool dark, bool wall)
    {
        var colours = ColoursOf(dark, wall);

        var weak = Pairs().Select(p => (p.Over, p.Under, p.Least, Ratio: Contrast(colours[p.Over], colours[p.Under])))
            .Where(p => p.Ratio < p.Least).Select(p => $"{p.Over} on {p.Under}: {p.Ratio:0.00} < {p.Least}");

        Assert.Empty(weak);
    }

    private static IEnumerable<(string Over, string Under, double Least)> Pairs() =>
    [
        .. Each(["text", "text-2"], _grounds, Text), .. Each(["text-3"], ["bg", "surface", "surface-sunken"], Text),
        .. Each(["action", "action-hover", "ochre", "demo-fg"], ["bg", "surface", "live-tint"], Text), .. Each(["text", "action", "ochre"], ["action-tint"], Text),
        .. _statuses.SelectMany(s => Each([$"st-{s}-fg"], ["bg", "surface", "live-tint", $"st-{s}-tint"], Text)),
        .. _statuses.SelectMany(s => Each([$"st-{s}-fill"], ["bg", "surface", "live-tint", $"st-{s}-tint"], Mark)),
        .. _statuses.SelectMany(s => Each(["text"], [$"st-{s}-tint"], Text)), .. Each(["text-on-strong"], ["action", "action-hover", "strong"], Text),
        .. _statuses.SelectMany(s => Each(["text-on-strong"], [$"st-{s}-fill"], Mark)),
        .. new[] { "error", "warn", "info", "success", "demo" }.SelectMany(m => Each([$"{m}-fg"], ["surface", $"{m}-tint"], Text)),
        .. Each(["on-ink", "thread", "online"], ["ink"], Text), .. Each(["on-ink"], ["ink-2"], Text),
        ("live-ink", "live", Text), ("band-ink", "band", Text), .. Each(["live"], ["bg", "surface", "live-tint"], Mark),
        .. Each(["line-strong", "strong", "focus-outer"], ["bg", "surface"], Mark),
        .. Each(["ch-actual", "ch-target", "ch-pace", "ch-forecast", "ch-baseline", "ch-1", "ch-2", "ch-3", "ch-4", "ch-5", "ch-6"], ["surface"], Mark), .. Each(["ch-target", "ch-forecast"], ["surface"], Text),
    ];

    private static IEnumerable<(string Over, string Under, double Least)> Each(string[] overs, string[] unders, double least) =>
        overs.SelectMany(o => unders.Select(u => (o, u, least)));

    private static Dictionary<string, string> ColoursOf(bool dark, bool wall)
    {
        var beforeWall = _styles.IndexOf("[data-surface=\"wall\"] {", StringComparison.Ordinal);
        var afterWall = _styles.IndexOf("/* ---- the tokens of the status", StringComparison.Ordinal);
        Dictionary<string, string> colours = [];
        foreach (Match token in Colour().Matches(wall ? _styles[..afterWall] : _styles[..beforeWall]))
        {
            colours[token.Groups["name"].Value] = token.Groups["dark"] is { Success: true } two && dark ? two.Value : token.Groups["light"].Value;
        }
        return colours;
    }

    // WCAG 2.2: relative luminance.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) => 0.2126 * Channel(colour, 0) + 0.7152 * Channel(colour, 2) + 0.0722 * Channel(colour, 4);

    private static double Channel(string colour, int at)
    {
        var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static string StylesFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "UedaPlan.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "UedaPlan.Dashboard", "wwwroot", "app.css");
    }

    [GeneratedRegex("--(?<name>[a-z0-9-]+):\\s*(?:light-dark\\()?#(?<light>[0-9a-f]{6})(?:,\\s*#(?<dark>[0-9a-f]{6})\\))?;")]
    private static partial Regex Colour();
}
