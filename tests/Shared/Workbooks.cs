using System.IO.Compression;
using System.Text;

namespace UedaPlan.Tests;

/// <summary>手でつくるブック: workbooks as Excel and LibreOffice pack them, part by part.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packed = "http://schemas.openxmlformats.org/package/2006/relationships";

    public const string Book = $"""<workbook xmlns="{Main}" xmlns:r="{Links}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    public const string BookLinks = $"""
        <Relationships xmlns="{Packed}"><Relationship Id="rId1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="{Links}/styles" Target="styles.xml"/></Relationships>
        """;

    // 0 as it is, 1 percent, 2 a day of Japanese Excel, 3 a day in a format of its own.
    public const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="176"/></cellXfs></styleSheet>
        """;

    public static string Texts(params string[] texts) => $"""<sst xmlns="{Main}">{string.Concat(texts.Select(t => $"<si>{t}</si>"))}</sst>""";

    public static string Rows(string rows) => $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    /// <summary>A workbook of one sheet with shared texts, as Excel saves it.</summary>
    public static byte[] Of(string rows, params string[] texts) =>
        Pack(("xl/workbook.xml", Book), ("xl/_rels/workbook.xml.rels", BookLinks), ("xl/styles.xml", Styles), ("xl/sharedStrings.xml", Texts(texts)), ("xl/worksheets/sheet1.xml", Rows(rows)));

    public static byte[] Pack(params IEnumerable<(string Path, string Text)> parts) => Pack(CompressionLevel.Fastest, parts);

    public static byte[] Pack(CompressionLevel level, params IEnumerable<(string Path, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                using var part = archive.CreateEntry(path, level).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A workbook whose sheet unpacks to so many megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in new[] { ("xl/workbook.xml", Book), ("xl/_rels/workbook.xml.rels", BookLinks) })
            {
                using var part = archive.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            sheet.Write("<worksheet><sheetData>"u8);
            var nothing = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < megabytes; i++) sheet.Write(nothing);
            sheet.Write("</sheetData></worksheet>"u8);
        }
        return bytes.ToArray();
    }
}
