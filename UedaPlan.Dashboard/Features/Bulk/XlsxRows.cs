using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>シートの行: read one after the other as they are asked for; of a formula only the value saved with it.</summary>
internal sealed class XlsxRows(XmlReader xml, List<string> texts, List<XlsxForm> forms)
{
    private const int LongestFault = 20;

    public IEnumerable<SheetRow> Read()
    {
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row") continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) && named > 0 ? named : number + 1;
            var cells = ReadCells();
            if (!cells.IsEmpty) yield return new SheetRow(number, cells);
        }
    }

    private ImmutableArray<SheetCell> ReadCells()
    {
        if (xml.IsEmptyElement) return [];
        SheetCell[]? cells = null; // only for a row that has something in it: empty ones come by the hundred thousand
        var (width, next) = (0, 0);
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? next;
            next = Math.Min(column, Sheet.MostColumns) + 1;
            var cell = ReadCell();
            if (column >= Sheet.MostColumns || cell.IsBlank) continue;
            (cells ??= new SheetCell[Sheet.MostColumns])[column] = cell;
            width = Math.Max(width, column + 1);
        }
        return cells is null ? [] : [.. cells.Take(width).Select(c => c.Text is null ? new SheetCell("") : c)];
    }

    private SheetCell ReadCell()
    {
        var type = xml.GetAttribute("t");
        var form = FormOf(xml.GetAttribute("s"));
        if (xml.IsEmptyElement) return new SheetCell("");
        string? value = null;
        var isFormula = false;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "f") isFormula = true;
            else if (xml.LocalName == "v") value = XlsxTexts.ReadPlain(xml);
            else if (xml.LocalName == "is") value = XlsxTexts.ReadRich(xml);
        }
        return CellOf(type, form, value, isFormula);
    }

    private SheetCell CellOf(string? type, XlsxForm form, string? value, bool isFormula) => type switch
    {
        _ when isFormula && (value is null || (value.Length == 0 && type != "str")) =>
            new SheetCell("", "計算式の結果が保存されていません。Excelで開いて保存し直すか、値を直接入力してください"),
        "e" => new SheetCell("", $"計算式の結果がエラー({Shortened(value)})です。値を確かめてください"),
        "s" => Shared(value),
        "str" or "inlineStr" => new SheetCell(Neutral.Read(value ?? "")),
        "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE"),
        "d" => new SheetCell((value ?? "").Split('T')[0]),
        _ => new SheetCell(XlsxForms.Shown(value ?? "", form)),
    };

    private SheetCell Shared(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count
        ? new SheetCell(Neutral.Read(texts[index]))
        : new SheetCell("", "セルの文字が失われています。入力し直してください");

    private XlsxForm FormOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < forms.Count ? forms[index] : XlsxForm.Plain;

    private static string Shortened(string? text) => text is null ? "" : text[..Math.Min(text.Length, LongestFault)];

    // B12 stands in column 1; null where it is no such place.
    private static int? ColumnOf(string? place)
    {
        var column = 0;
        var letters = 0;
        foreach (var c in place ?? "")
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            if (++letters > 3) return null;
            column = (column * 26) + (c - 'A' + 1);
        }
        return letters == 0 ? null : column - 1;
    }
}
