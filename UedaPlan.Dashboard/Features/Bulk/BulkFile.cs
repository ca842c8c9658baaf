using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>取り込むファイル: bytes from outside to a table. It is handed bytes alone, so it can reach nothing but them.</summary>
public static class BulkFile
{
    public const int MostBytes = 2 * 1024 * 1024;

    public static string TooLarge { get; } = $"ファイルが大きすぎます。{MostBytes / 1024 / 1024}MBまでのファイルを選んでください";

    /// <exception cref="PlanRuleException">The file is of a wrong kind, damaged, too large or no filled-in form; the sentence says what to do.</exception>
    public static Sheet Read(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        if (bytes.Length > MostBytes) throw new PlanRuleException(TooLarge);
        var sheet = FileKind.IsWorkbook(bytes.Span) ? XlsxFile.Read(bytes, stop) : Sheet.Of(CsvFile.RowsOf(CsvFile.Decode(bytes.Span)), stop);
        return sheet ?? throw new PlanRuleException($"「{BulkColumns.Code}」「{BulkColumns.Year}」「{BulkColumns.Value}」の見出しが見つかりません。様式をダウンロードして、見出しを変えずに使ってください");
    }
}
