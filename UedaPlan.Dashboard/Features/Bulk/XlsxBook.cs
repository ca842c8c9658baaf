using System.IO.Compression;
using System.Text;
using System.Xml;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>Excel様式: one sheet; every cell is a number or a text of its own, never a formula.</summary>
internal static class XlsxBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packed = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int Printed = 1, Filled = 2, Head = 3; // places in the list of styles below

    private static readonly (string Path, string Xml)[] Frame =
    [
        ("[Content_Types].xml", $"""
            <Types xmlns="{Packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Kind}.styles+xml"/></Types>
            """),
        ("_rels/.rels", $"""
            <Relationships xmlns="{Packed}/relationships"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="まとめて入力" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Packed}/relationships"><Relationship Id="rId1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Links}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="游ゴシック"/></font><font><b/><sz val="11"/><name val="游ゴシック"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFECEFF4"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fillId="2" borderId="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>
            """),
    ];

    public static byte[] Write(BulkForm form)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in Frame)
            {
                using var part = new StreamWriter(archive.CreateEntry(path).Open(), new UTF8Encoding(false));
                part.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}""");
            }
            using var sheet = XmlWriter.Create(archive.CreateEntry("xl/worksheets/sheet1.xml").Open(), new XmlWriterSettings { CloseOutput = true });
            WriteSheet(sheet, form);
        }
        return bytes.ToArray();
    }

    private static void WriteSheet(XmlWriter xml, BulkForm form)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>""");
        WriteWidths(xml, form);
        xml.WriteStartElement("sheetData", Main);
        WriteRow(xml, 1, form.Heads.Select(h => (new FormCell(h), Head)));
        foreach (var (index, row) in form.Rows.Index()) WriteRow(xml, index + 2, row.Select((cell, i) => (cell, i < BulkForm.PrintedColumns ? Printed : Filled)));
        xml.WriteEndElement();
        WriteStageChoice(xml, form);
        xml.WriteRaw("""<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>""");
        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, int number, IEnumerable<(FormCell Cell, int Style)> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", $"{number}");
        foreach (var (index, (cell, style)) in cells.Index())
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", $"{Sheet.Letters(index)}{number}");
            xml.WriteAttributeString("s", $"{style}");
            if (cell.IsNumber) xml.WriteElementString("v", Main, cell.Text);
            else if (cell.Text.Length > 0) WriteText(xml, XlsxTexts.Encoded(Neutral.Write(cell.Text.ReplaceLineEndings("\n"))));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter xml, BulkForm form)
    {
        xml.WriteStartElement("cols", Main);
        foreach (var (index, head) in form.Heads.Index())
        {
            var width = head switch { BulkColumns.Name or BulkColumns.Hint or BulkColumns.Comment => 36, BulkColumns.Previous or BulkColumns.AsOf or BulkColumns.Reason => 18, _ => 11 };
            xml.WriteRaw($"""<col min="{index + 1}" max="{index + 1}" width="{width}" customWidth="1"/>""");
        }
        xml.WriteEndElement();
    }

    // A list to choose from; whatever else is typed is told when the file is read.
    private static void WriteStageChoice(XmlWriter xml, BulkForm form)
    {
        if (form.Rows.IsEmpty) return;
        var column = Sheet.Letters(form.Heads.IndexOf(BulkColumns.Stage));
        xml.WriteRaw($"""<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="{column}2:{column}{form.Rows.Length + 1}"><formula1>"実績,途中経過"</formula1></dataValidation></dataValidations>""");
    }
}
