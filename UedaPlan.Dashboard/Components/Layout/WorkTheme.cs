using MudBlazor;

namespace UedaPlan.Dashboard.Components.Layout;

/// <summary>作業ページの配色: the tokens of app.css as MudBlazor wants them; it computes shades, so it cannot take a variable.</summary>
public static class WorkTheme
{
    private const string Family = "Noto Sans JP";
    private static readonly string[] _families = [Family, "Noto Sans CJK JP", "Hiragino Sans", "BIZ UDPGothic", "Yu Gothic UI", "sans-serif"];

    public static MudTheme Light { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0017c1",
            PrimaryDarken = "#00118f",
            AppbarBackground = "#17264a",
            Background = "#f5f7fa",
            Surface = "#ffffff",
            TextPrimary = "#1a1a1a",
            TextSecondary = "#4d4d4d",
            TextDisabled = "#666666",
            LinesInputs = "#727a87",
            LinesDefault = "#d5dbe3",
            Divider = "#d5dbe3",
            TableLines = "#d5dbe3",
            Success = "#115a36",
            Warning = "#6e5600",
            Error = "#ce0000",
            Info = "#0055ad",
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = _families, FontSize = "1rem", LineHeight = "1.75" },
            Button = new ButtonTypography { FontFamily = _families, FontSize = "1rem", FontWeight = "700", TextTransform = "none" },
            Body1 = new Body1Typography { FontFamily = _families, FontSize = "1rem" },
            Body2 = new Body2Typography { FontFamily = _families, FontSize = "1rem" },
        },
    };
}
