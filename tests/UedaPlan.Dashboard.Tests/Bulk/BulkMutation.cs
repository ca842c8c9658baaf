using System.IO.Compression;
using System.Text;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Tests;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>変えられたファイル: from a seed and a number always the same bytes: noise, or a real file with a few things changed.</summary>
internal static class BulkMutation
{
    private static readonly BulkForm Form = BulkForm.Of(BulkFiles.Board, BulkFiles.Participation, BulkFiles.Today);
    private static readonly string Csv = Encoding.UTF8.GetString(CsvForm.Write(Form)).TrimStart('\uFEFF');
    private static readonly byte[] Workbook = XlsxBook.Write(Form);
    private static readonly (string Path, string Text)[] Parts = [.. PartsOf(Workbook), ("xl/sharedStrings.xml", Workbooks.Texts("<t>番号</t>", "<t>82.9</t>"))];

    private static readonly byte[][] Starts = [[0x50, 0x4B, 3, 4], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xD0, 0xCF, 0x11, 0xE0], "%PDF"u8.ToArray(), "<html"u8.ToArray(), "\"\"\""u8.ToArray()];

    private static readonly string[] Tokens =
    [
        ",", "\"", "\r\n", "\n", "\t", ";", "\0", "'", "=", "－", "-", "1-1-1-2", "1-1-1-4", "9-9-9-9", "令和8年度", "R8", "2026", "令和元年", "実績", "途中経過", "2026/9/30", "9月31日",
        "82.9", "１２３", "1,234", "1e309", "99999999999999999999999999999", "0.1e-400", "148/218", "講演会1・研修会2", "%", "５²", "\uD83D", "\uFFFE", "\u200B", "_x000D_", "あ", "値", "番号",
        "<row>", "</row>", "<c r=\"", "<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>0</v></c>", "<v>", "</v>", "<f/>", "<f>A1</f>", "t=\"e\"", "t=\"d\"", "s=\"9999999999\"", "r=\"ZZZ1048576\"", "r=\"-1\"",
        "&lt;", "&#0;", "&a;", "<!DOCTYPE x [<!ENTITY a \"aa\">]>", "<![CDATA[", "]]>", "<!--", "<?xml version=\"1.1\"?>", "xmlns=\"\"", "xmlns:r=\"x\"", "/", "../", "rId1", "rId99", "state=\"hidden\"",
    ];

    public static byte[] Of(int seed, int number)
    {
        var random = new Random(HashOf(seed, number));
        return random.Next(100) switch
        {
            < 12 => Noise(random, random.Next(2000)),
            < 20 => [.. Starts[random.Next(Starts.Length)], .. Noise(random, random.Next(600))],
            < 62 => Text(random),
            < 75 => Changed(random, Workbook),
            _ => Packed(random),
        };
    }

    private static byte[] Text(Random random)
    {
        var text = Changed(random, Csv);
        byte[] bytes = random.Next(4) switch
        {
            0 => BulkFiles.ShiftJis.GetBytes(text),
            1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            2 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
        return random.Next(4) == 0 ? Changed(random, bytes) : bytes;
    }

    private static byte[] Packed(Random random)
    {
        var parts = Parts.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(parts.Count);
            if (random.Next(12) == 0) parts.RemoveAt(at);
            else if (random.Next(20) == 0) parts.Add(parts[at]);
            else parts[at] = (parts[at].Path, Changed(random, parts[at].Text));
            if (parts.Count == 0) break;
        }
        return Workbooks.Pack(random.Next(8) == 0 ? CompressionLevel.Fastest : CompressionLevel.NoCompression, parts); // what is tried here is the text within
    }

    private static string Changed(Random random, string text)
    {
        var changed = new StringBuilder(text);
        for (var changes = random.Next(0, 6); changes > 0; changes--)
        {
            var at = random.Next(changed.Length + 1);
            var length = Math.Min(random.Next(1, random.Next(2, 40)), changed.Length - at);
            switch (random.Next(5))
            {
                case 0: changed.Remove(at, length); break;
                case 1: changed.Insert(at, changed.ToString(at, length)); break;
                case 2: changed.Remove(at, length).Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                case 3: changed.Insert(at, string.Concat(Enumerable.Repeat(Tokens[random.Next(Tokens.Length)], random.Next(12) == 0 ? random.Next(3000) : 1))); break;
                default: changed.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
            }
        }
        if (random.Next(15) == 0) changed.Length = random.Next(changed.Length + 1);
        return changed.ToString();
    }

    private static byte[] Changed(Random random, byte[] bytes)
    {
        var changed = bytes.ToList();
        for (var changes = random.Next(1, 8); changes > 0 && changed.Count > 0; changes--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0: changed[at] = (byte)random.Next(256); break;
                case 1: changed.RemoveAt(at); break;
                case 2: changed.InsertRange(at, Noise(random, random.Next(6))); break;
                default: changed[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        if (random.Next(8) == 0) changed.RemoveRange(0, random.Next(changed.Count + 1));
        return [.. random.Next(8) == 0 ? changed.Take(random.Next(changed.Count + 1)) : changed];
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    // The same on every machine, unlike HashCode.
    private static int HashOf(int seed, int number) => unchecked((seed * 31) + (number * (int)2_654_435_761));

    private static IEnumerable<(string Path, string Text)> PartsOf(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in archive.Entries)
        {
            using var part = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return (entry.FullName, part.ReadToEnd());
        }
    }
}
