using System.Text;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>ファイルの種類: told by the first bytes, never by the name.</summary>
internal static class FileKind
{
    private const string Again = "様式(Excel または CSV)に書き込んだファイルを選んでください";

    private static readonly (byte[] Start, string What)[] Others =
    [
        ("%PDF"u8.ToArray(), "PDF"),
        ([0x89, .. "PNG"u8], "画像"),
        ([0xFF, 0xD8, 0xFF], "画像"),
        ("GIF8"u8.ToArray(), "画像"),
        ("II*\0"u8.ToArray(), "画像"),
        ("BM"u8.ToArray(), "画像"),
        ([0x1F, 0x8B], "圧縮したファイル"),
        ([0x37, 0x7A, 0xBC, 0xAF], "圧縮したファイル"),
        ("Rar!"u8.ToArray(), "圧縮したファイル"),
        ("MZ"u8.ToArray(), "プログラム"),
        (@"{\rtf"u8.ToArray(), "文書"),
    ];

    /// <summary>Whether it is packed as workbooks are; otherwise it can only be text.</summary>
    /// <exception cref="PlanRuleException">It is something else; the sentence says what.</exception>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) throw new PlanRuleException($"ファイルが空です。{Again}");
        if (bytes.StartsWith("PK"u8) && bytes.Length > 3 && bytes[2] < 9) return true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw OldOffice(bytes);
        foreach (var (start, what) in Others)
        {
            if (bytes.StartsWith(start) && !IsText(bytes, start)) throw new PlanRuleException($"{what}は取り込めません。{Again}");
        }
        if (bytes.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, .. " \t\r\n"u8]).StartsWith("<"u8)) throw new PlanRuleException($"WebページかXMLのファイルです。{Again}");
        return false;
    }

    /// <summary>What a packed file without a workbook in it is.</summary>
    public static PlanRuleException NoWorkbook(Func<string, bool> has) => new(
        has("word/document.xml") ? $"Wordの文書は取り込めません。{Again}"
        : has("ppt/presentation.xml") ? $"PowerPointの資料は取り込めません。{Again}"
        : has("xl/workbook.bin") ? "Excelバイナリブック(.xlsb)は取り込めません。Excelで開き、「Excelブック(.xlsx)」で保存し直してください"
        : has("content.xml") ? "OpenDocument(.ods)は取り込めません。「Excelブック(.xlsx)」で保存し直してください"
        : $"圧縮したファイルは取り込めません。中のファイルを取り出し、{Again}");

    private static PlanRuleException OldOffice(ReadOnlySpan<byte> bytes) => new(
        bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? "パスワードのついたファイルは取り込めません。Excelでパスワードを外し、保存し直してください"
            : "古い形式のファイル(.xls など)は取り込めません。Excelで開き、「Excelブック(.xlsx)」で保存し直してください");

    // Two letters may begin a table as well: only a file that is no text is taken for what they announce.
    private static bool IsText(ReadOnlySpan<byte> bytes, byte[] start) => start.Length == 2 && start[0] < 0x80 && start[0] != 0x1F && bytes.IndexOf((byte)0) < 0;
}
