using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>ブックの文字: the texts that cells share, and the way any text of a workbook is put together.</summary>
internal static partial class XlsxTexts
{
    private const int MostTexts = 100_000;

    public static List<string> Read(XmlReader xml)
    {
        var texts = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
            texts.Add(ReadRich(xml));
            if (texts.Count > MostTexts) throw new PlanRuleException("ファイルの中の文字が多すぎます。様式の表だけを残して保存し直してください");
        }
        return texts;
    }

    /// <summary>The text of an element that may hold runs in several looks; readings (ふりがな) beside it are not part of it.</summary>
    public static string ReadRich(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "rPh") PassOver(xml);
            else if (xml.LocalName == "t") text.Append(ReadPlain(xml));
        }
        return Decoded(text.ToString());
    }

    /// <summary>The text directly within an element; afterwards the reader stands at its end.</summary>
    public static string ReadPlain(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        }
        return text.ToString();
    }

    /// <summary>A text as it must be written so that spreadsheets, and <see cref="ReadRich"/>, show it as it is.</summary>
    public static string Encoded(string text) => Code().Replace(
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(IsAllowed)), code => $"_x005F{code.Value}");

    private static bool IsAllowed(Rune rune) => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);

    // _x000D_ stands for a character that XML cannot hold.
    private static string Decoded(string text) => Code().Replace(text, code => ((char)int.Parse(code.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        .ReplaceLineEndings("\n");

    private static void PassOver(XmlReader xml)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth) { }
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Code();
}
