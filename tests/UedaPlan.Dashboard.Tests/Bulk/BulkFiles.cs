using System.Text;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>取り込むファイルの見本: a board of the real plan with a few figures, and files as departments send them.</summary>
internal static class BulkFiles
{
    public const string Participation = "shimin-sanka";
    public static readonly DateTimeOffset Now = new(2027, 4, 22, 10, 0, 0, TimeSpan.FromHours(9));
    public static readonly DateOnly Today = new(2027, 4, 22);
    public static readonly Author Head = new("head", AuthorRole.Head, Participation);
    public static readonly Encoding ShiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public const string Headings = "番号,指標,年度,段階,時点,値,数1,数2,コメント,変更の理由";

    public static readonly Board Board = Board.Of(PlanFile.BuiltIn().Plan,
    [
        Saved(1, "1-1-1-2", 2025, "146/218"), Saved(2, "1-1-1-3", 2025, "82.3"), Saved(3, "1-1-1-3", 2026, "81.6") with { Comment = "=1+1 は式ではありません。\n\"引用\"も、,も。" },
        Saved(4, "1-1-1-4", 2026, "20"), Saved(5, "1-1-1-5", 2026, "8") with { Stage = FigureStage.Interim, AsOf = new DateOnly(2026, 9, 30) },
        Saved(6, "1-3-1-3", 2025, "－") with { Author = new Author("z", AuthorRole.Head, "zaisei") },
    ], 7, false, Now);

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(Headings)));

    public static BulkPreview Look(byte[] bytes, Board? board = null, Author? author = null) =>
        BulkPreview.Of(BulkFile.Read(bytes, TestContext.Current.CancellationToken), board ?? Board, author ?? Head, Now);

    /// <summary>The only row of a file, as it would be taken.</summary>
    public static BulkRow LookAt(string row) => Assert.Single(Look(Csv(row)).Rows);

    public static string RefusalOf(byte[] bytes) => Assert.Throws<PlanRuleException>(() => BulkFile.Read(bytes, TestContext.Current.CancellationToken)).Message;

    private static Figure Saved(long number, string code, int year, string reading) => new()
    {
        Number = number,
        Revision = number,
        Indicator = IndicatorCode.Parse(code),
        Year = new FiscalYear(year),
        Stage = FigureStage.Actual,
        Reading = Reading.Parse(reading),
        Author = Head,
        SavedAt = Now.AddDays(-9),
    };
}
