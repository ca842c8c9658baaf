using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>セルの書式: what a stored number is meant as: 67.9% is stored as 0.679, a day as a count of days.</summary>
internal enum XlsxForm
{
    Plain,
    Percent,
    Day,
}

/// <summary>書式の一覧: the form of each style of a workbook, in its order.</summary>
internal static partial class XlsxForms
{
    private static readonly SearchValues<char> DayLetters = SearchValues.Create("ymdhgYMDHG");

    private const int MostStyles = 65_000; // Excel's own limit

    public static List<XlsxForm> Read(XmlReader xml)
    {
        var codes = new Dictionary<int, XlsxForm>();
        var forms = new List<XlsxForm>();
        var withinCells = false;
        while (forms.Count < MostStyles && codes.Count < MostStyles && xml.Read())
        {
            if (xml.LocalName == "cellXfs") withinCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            var id = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            if (xml.LocalName == "numFmt") codes[id] = FormOf(xml.GetAttribute("formatCode") ?? "");
            else if (withinCells && xml.LocalName == "xf") forms.Add(codes.TryGetValue(id, out var form) ? form : BuiltIn(id));
        }
        return forms;
    }

    /// <summary>What a person sees in the cell of a number: Excel itself shows at most 15 digits.</summary>
    public static string Shown(string stored, XlsxForm form)
    {
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return stored;
        if (form == XlsxForm.Day && number is >= 1 and < 2_958_466) return DateTime.FromOADate(number).ToString("yyyy/M/d", CultureInfo.InvariantCulture);
        if (!decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return stored;
        if (form == XlsxForm.Percent && Math.Abs(value) < 1_000_000_000_000_000m) return $"{Plain(value * 100)}%";
        return Plain(value);
    }

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    // 27 to 36 and 50 to 58 are the days of Japanese Excel.
    private static XlsxForm BuiltIn(int id) => id switch
    {
        9 or 10 => XlsxForm.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => XlsxForm.Day,
        _ => XlsxForm.Plain,
    };

    private static XlsxForm FormOf(string code)
    {
        var bare = Literal().Replace(code.Length > 255 ? code[..255] : code, ""); // as long as Excel lets it be
        if (bare.Contains('%')) return XlsxForm.Percent;
        return bare.AsSpan().IndexOfAny(DayLetters) >= 0 ? XlsxForm.Day : XlsxForm.Plain;
    }

    [GeneratedRegex("""General|G/標準|"[^"]*"?|\[[^\]]*\]?|[\\_*].""")]
    private static partial Regex Literal();
}
