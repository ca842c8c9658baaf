using System.Collections.Immutable;
using System.Text;
using MiniExcelLibs;
using UedaPlan.Dashboard.Features.Bulk;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>Form, import and export are one format: what goes out comes back as it was, and does no harm on the way.</summary>
public sealed class BulkFormTests
{
    public static TheoryData<string> Writers => ["csv", "xlsx"];

    [Theory]
    [MemberData(nameof(Writers))]
    public void Form_SentBackUntouched_ChangesNothing(string kind)
    {
        foreach (var department in BulkFiles.Board.Plan.Departments)
        {
            foreach (var everyYear in new[] { false, true })
            {
                var form = BulkForm.Of(BulkFiles.Board, department.Code, BulkFiles.Today, everyYear);
                var preview = BulkFiles.Look(Write(form, kind), author: BulkFiles.Head with { Department = department.Code });

                Assert.Equal(form.Rows.Length, preview.Rows.Length);
                Assert.All(preview.Rows, row => Assert.True(row.Outcome == BulkOutcome.Same, $"{row.Number}: {string.Join(" ", row.Problems)}"));
                Assert.Empty(preview.IgnoredColumns.Except([BulkColumns.Hint, BulkColumns.Previous]));
            }
        }
    }

    [Fact]
    public void Form_OfADepartment_HoldsItsIndicatorsOfTheReportingYearWithLastYearBeside()
    {
        var form = BulkForm.Of(BulkFiles.Board, BulkFiles.Participation, BulkFiles.Today);

        Assert.Equal(["1-1-1-1", "1-1-1-2", "1-1-1-3", "1-1-1-4", "1-1-1-5"], form.Rows.Select(r => r[0].Text));
        Assert.All(form.Rows, row => Assert.Equal("令和8年度", row[form.Heads.IndexOf(BulkColumns.Year)].Text));
        Assert.Equal("67.0%(146 / 218棟)", form.Rows[1][form.Heads.IndexOf(BulkColumns.Previous)].Text);
        Assert.Equal("数1に耐震化済みの施設(棟)、数2に対象の施設(棟)", form.Rows[1][form.Heads.IndexOf(BulkColumns.Hint)].Text);
        Assert.Equal(new FormCell("81.6", true), form.Rows[2][form.Heads.IndexOf(BulkColumns.Value)]);
        Assert.Equal("令和8年9月30日", form.Rows[4][form.Heads.IndexOf(BulkColumns.AsOf)].Text);
    }

    [Fact]
    public void ExcelForm_InAnotherProgram_HoldsNumbersAndTextsAndNoFormula()
    {
        var bytes = XlsxBook.Write(BulkForm.Of(BulkFiles.Board, BulkFiles.Participation, BulkFiles.Today));

        var rows = new MemoryStream(bytes).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(81.6, rows[2]["値"]);
        Assert.Equal("'=1+1 は式ではありません。\n\"引用\"も、,も。", rows[2]["コメント"]);
        Assert.DoesNotContain("<f>", SheetOf(bytes));
    }

    // ＝, ＋, － and ＠ count as well: Japanese Excel takes them for formulas, too.
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+81-268")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝HYPERLINK(\"http://example.com\")")]
    [InlineData("＋１")]
    [InlineData("－１")]
    [InlineData("＠")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    [InlineData("\u200B=1")]
    [InlineData("'=1")]
    [InlineData("''＝1")]
    [InlineData("'")]
    [InlineData("－")]
    [InlineData("-")]
    [InlineData("令和8年度の値")]
    public void Text_ThatMayBeTakenForAFormula_IsNoFormulaOutsideAndItselfInside(string text)
    {
        var written = Neutral.Write(text);

        Assert.Equal(text, Neutral.Read(written));
        Assert.True(written is "－" or "-" || !"=+-@\t＝＋－＠".Contains(written.TrimStart(' ', '\u200B')[0], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public void AnyText_ThroughAFile_ComesBackAsItWas(string kind)
    {
        const string Alphabet = "=+-@＝＋－＠'\"\t\n,;　 あ漢𠮷_x000D_&<>%１a.";
        var random = new Random(20_270_422);
        for (var round = 0; round < 300; round++)
        {
            var texts = Enumerable.Range(0, 3).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet.EnumerateRunes().ElementAt(random.Next(Alphabet.EnumerateRunes().Count()))))).ToList();
            var form = new BulkForm(["番号", "年度", "値", "コメント"], [.. texts.Select(t => ImmutableArray.Create(new FormCell("x"), new FormCell("R8"), new FormCell("1", true), new FormCell(t)))]);

            var sheet = BulkFile.Read(Write(form, kind), TestContext.Current.CancellationToken);

            Assert.Equal(texts.Select(t => t.Trim().Length == 0 ? "" : t), sheet.Rows.Select(r => r.At(3).Text is var back && back.Trim().Length == 0 ? "" : back));
        }
    }

    private static byte[] Write(BulkForm form, string kind) => kind == "csv" ? CsvForm.Write(form) : XlsxBook.Write(form);

    private static string SheetOf(byte[] workbook)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using var part = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        return part.ReadToEnd();
    }
}
