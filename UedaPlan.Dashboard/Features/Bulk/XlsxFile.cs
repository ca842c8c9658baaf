using System.IO.Compression;
using System.Xml;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>
/// Excelブックの読み取り: only the parts that hold the table are unpacked, within one allowance of bytes that are counted as they
/// come, whatever the archive says of itself. No entity, no link and no formula is followed.
/// </summary>
internal static class XlsxFile
{
    private const int MostParts = 500;
    private const int MostSheets = 20;
    private const string Damaged = "Excelブックとして読み取れません。Excelで開き、「Excelブック(.xlsx)」で保存し直してください";
    private const string TwoForms = "様式の表が2つ以上のシートにあります。取り込むシートだけを残すか、ほかのシートを非表示にして保存し直してください";

    /// <summary>The one sheet shown that has the headings of the form; null where none has.</summary>
    /// <exception cref="PlanRuleException">It is no workbook, damaged, unpacks to too much, or two sheets have the headings.</exception>
    public static Sheet? Read(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return new XlsxParts(Guard(archive)).Read(stop);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException or OverflowException or FormatException)
        {
            throw new PlanRuleException(Damaged, cause: e);
        }
    }

    private static Dictionary<string, ZipArchiveEntry> Guard(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts) throw new PlanRuleException("ファイルの中の部品が多すぎます。様式に書き込んだExcelブックを選んでください");
        var parts = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries)
        {
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry)) throw new InvalidDataException("Two parts have one name.");
        }
        return parts.ContainsKey(XlsxParts.Workbook) ? parts : throw FileKind.NoWorkbook(parts.ContainsKey);
    }

    /// <summary>ブックの部品: workbook, shared texts, styles and sheets, and one allowance for all of them.</summary>
    private sealed class XlsxParts(Dictionary<string, ZipArchiveEntry> parts)
    {
        public const string Workbook = "xl/workbook.xml";
        private const string Links = "xl/_rels/workbook.xml.rels";

        private readonly Allowance _allowance = new();

        public Sheet? Read(CancellationToken stop)
        {
            var links = ReadLinks();
            var texts = Read(links.Values.FirstOrDefault(l => l.Type == "sharedStrings").Path, XlsxTexts.Read) ?? [];
            var forms = Read(links.Values.FirstOrDefault(l => l.Type == "styles").Path, XlsxForms.Read) ?? [];
            Sheet? found = null;
            foreach (var id in Read(Workbook, ReadSheetIds)!.Take(MostSheets))
            {
                if (!links.TryGetValue(id, out var link)) continue;
                if (Read(link.Path, xml => Sheet.Of(new XlsxRows(xml, texts, forms).Read(), stop)) is not { } sheet) continue;
                if (found is not null) throw new PlanRuleException(TwoForms); // which of them is meant, only its author knows
                found = sheet;
            }
            return found;
        }

        private T? Read<T>(string? path, Func<XmlReader, T> read) where T : class?
        {
            if (path is null || !parts.TryGetValue(path, out var part)) return null;
            using var xml = XmlReader.Create(new CountedStream(part.Open(), _allowance), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = Allowance.Most,
                CloseInput = true,
            });
            return read(xml);
        }

        private Dictionary<string, (string Type, string Path)> ReadLinks() => Read(Links, xml =>
        {
            var links = new Dictionary<string, (string Type, string Path)>();
            while (links.Count < MostParts && xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
                if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Target") is not { } target) continue;
                var type = xml.GetAttribute("Type") ?? "";
                links[id] = (type[(type.LastIndexOf('/') + 1)..], target.StartsWith('/') ? target[1..] : $"xl/{target}");
            }
            return links;
        }) ?? [];

        private static List<string> ReadSheetIds(XmlReader xml)
        {
            var ids = new List<string>();
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "sheet" || xml.GetAttribute("state") is "hidden" or "veryHidden") continue;
                while (xml.MoveToNextAttribute())
                {
                    if (xml.LocalName == "id") ids.Add(xml.Value); // in the namespace of relationships, of which there are two
                }
                if (ids.Count >= MostSheets) break;
            }
            return ids;
        }
    }
}
