using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>印刷の行き先: the address of the sheet that prints a reading page.</summary>
public static class PrintAddress
{
    /// <summary>Null where a page has no sheet of its own. Made from codes of the plan only: the link stands in a page shown to everybody.</summary>
    public static string? Of(Uri page, Board board) => page.AbsolutePath.ToLowerInvariant().Trim('/').Split('/') switch
    {
        [""] => "/print",
        ["sections", var text] when SectionCode.TryParse(text, out var code) && board.Find(code) is not null => $"/print/sections/{code}",
        ["indicators", var text] when IndicatorCode.TryParse(text, out var code) && board.Find(code) is not null => $"/print/indicators/{code}",
        _ => null,
    };
}
