using System.Text;
using MiniExcelLibs;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Domain;
using UedaPlan.Tests;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>Files as programs save them are read; everything else is refused by a sentence that says what to do.</summary>
public sealed class BulkFileTests
{
    private const string Row = "1-1-1-3,自治会加入率,令和6年度,実績,,\"82.9\",,,\"見直し、\r\n声かけ～①髙\",";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "shift_jis", "utf-16"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Csv_InEachEncoding_IsReadAlike(string encoding)
    {
        var text = $"{BulkFiles.Headings}\r\n\r\n{Row}\r\n";
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text.Replace(",", "\t"))],
            _ => BulkFiles.ShiftJis.GetBytes(text),
        };

        var read = Assert.Single(BulkFiles.Look(bytes).Rows);

        Assert.Equal((3, "82.9", "見直し、\n声かけ～①髙"), (read.Number, read.Request!.Figure.Reading.ToText(), read.Request.Figure.Comment));
    }

    [Fact]
    public void PlanNames_InShiftJis_LoseNothing() => Assert.All(BulkFiles.Board.Cards, card =>
        Assert.Equal(card.Indicator.Name.Plain, BulkFiles.ShiftJis.GetString(BulkFiles.ShiftJis.GetBytes(card.Indicator.Name.Plain))));

    [Fact]
    public void Workbook_OfMiniExcel_IsReadAlike()
    {
        using var bytes = new MemoryStream();
        bytes.SaveAs(new[] { new { 番号 = "1-1-1-3", 年度 = "令和6年度", 値 = 82.9, コメント = "見直し" } });

        var read = Assert.Single(BulkFiles.Look(bytes.ToArray()).Rows);

        Assert.Equal(("82.9", "見直し"), (read.Request!.Figure.Reading.ToText(), read.Request.Figure.Comment));
    }

    [Theory]
    [InlineData("<c r=\"C2\" s=\"1\"><v>0.829</v></c>", "82.9")]
    [InlineData("<c r=\"C2\"><v>82.900000000000006</v></c>", "82.9")]
    [InlineData("<c r=\"C2\" t=\"s\"><v>5</v></c>", "82.9")]
    [InlineData("<c r=\"C2\"><f>829/10</f><v>82.9</v></c>", "82.9")]
    [InlineData("<c r=\"C2\" t=\"str\"><f>\"82\"&amp;\".9\"</f><v>82.9</v></c>", "82.9")]
    [InlineData("<c r=\"C2\" t=\"inlineStr\"><is><t>８２．９</t></is></c>", "82.9")]
    public void Cell_AsExcelStoresIt_IsReadAsItIsShown(string cell, string reading)
    {
        var read = Assert.Single(BulkFiles.Look(WorkbookWith(cell)).Rows);

        Assert.Equal(reading, read.Request?.Figure.Reading.ToText());
    }

    [Theory]
    [InlineData("<c r=\"C2\"><f>SUM(A1:A9)</f></c>", "計算式の結果が保存されていません。Excelで開いて保存し直すか、値を直接入力してください")]
    [InlineData("<c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "計算式の結果がエラー(#DIV/0!)です。値を確かめてください")]
    [InlineData("<c r=\"C2\" t=\"s\"><v>99</v></c>", "セルの文字が失われています。入力し直してください")]
    [InlineData("<c r=\"C2\" s=\"3\"><v>46150</v></c>", "「148/218」のように2つの数で入力してください")]
    public void Cell_WithoutAValueToRead_IsAProblemThere(string cell, string message)
    {
        var read = Assert.Single(BulkFiles.Look(WorkbookWith(cell)).Rows);

        Assert.Equal(new BulkProblem("C列「値」", message), Assert.Single(read.Problems));
    }

    [Fact]
    public void SharedText_WithReadingsAndRuns_IsItsTextAlone()
    {
        var read = Assert.Single(BulkFiles.Look(WorkbookWith("<c r=\"C2\"><v>82.9</v></c><c r=\"D2\" t=\"s\"><v>6</v></c>")).Rows);

        Assert.Equal("加入の声かけ", read.Request!.Figure.Comment);
    }

    [Fact]
    public void OtherFiles_OfEachKind_AreRefusedByName()
    {
        Assert.Contains("ファイルが空です", BulkFiles.RefusalOf([]));
        Assert.Contains("PDFは取り込めません", BulkFiles.RefusalOf("%PDF-1.7\n"u8.ToArray()));
        Assert.Contains("画像は取り込めません", BulkFiles.RefusalOf([0x89, 0x50, 0x4E, 0x47, 0, 0]));
        Assert.Contains("古い形式のファイル(.xls など)", BulkFiles.RefusalOf([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));
        Assert.Contains("パスワード", BulkFiles.RefusalOf([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Contains("Wordの文書", BulkFiles.RefusalOf(Workbooks.Pack(("word/document.xml", "<x/>"))));
        Assert.Contains("圧縮したファイル", BulkFiles.RefusalOf(Workbooks.Pack(("様式.csv", "番号"))));
        Assert.Contains("Webページ", BulkFiles.RefusalOf("<html>"u8.ToArray()));
        Assert.Contains("文字を読み取れません", BulkFiles.RefusalOf([0x81, 0xFF, 0x00, 0xFE]));
        Assert.Contains("文字を読み取れません", BulkFiles.RefusalOf("番号,年度,値\0"u8.ToArray()));
        Assert.Contains("見出しが見つかりません", BulkFiles.RefusalOf("a,b\n1,2"u8.ToArray()));
        Assert.Contains("見出し「値」が2つあります", Assert.Throws<PlanRuleException>(() => BulkFiles.Look("番号,年度,値,値\n1-1-1-3,R8,1,1"u8.ToArray())).Message);
        Assert.Contains("2行目の「\"」が閉じていません", BulkFiles.RefusalOf("番号,年度,値\n1-1-1-3,R8,\"1"u8.ToArray()));
    }

    [Fact]
    public void LargeFiles_OfEachKind_AreRefusedWithoutBeingUnpacked()
    {
        Assert.Equal(BulkFile.TooLarge, BulkFiles.RefusalOf(new byte[50 * 1024 * 1024]));
        Assert.Contains("行が多すぎます。一度に取り込めるのは1,000行までです", BulkFiles.RefusalOf(BulkFiles.Csv([.. Enumerable.Repeat("1-1-1-4,,R7,,,1,,,,", 10_000)])));
        Assert.Contains("2行目のF列が長すぎます", BulkFiles.RefusalOf(BulkFiles.Csv($"1-1-1-4,,R7,,,{new string('1', 1001)},,,,")));
        var bomb = Workbooks.Bomb(1000);
        Assert.True(bomb.Length < BulkFile.MostBytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("ファイルの中身が大きすぎます", BulkFiles.RefusalOf(bomb));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * 1024 * 1024);
    }

    [Fact]
    public void Workbook_WithEntities_IsNotExpandedAndNothingIsFetched()
    {
        var text = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>" + Workbooks.Rows("<row><c t=\"inlineStr\"><is><t>&a;&b;</t></is></c></row>");

        Assert.Contains("Excelブックとして読み取れません", BulkFiles.RefusalOf(Workbooks.Pack(("xl/workbook.xml", Workbooks.Book), ("xl/_rels/workbook.xml.rels", Workbooks.BookLinks), ("xl/worksheets/sheet1.xml", text))));
    }

    [Theory]
    [InlineData("", "様式の表が2つ以上のシートにあります")]
    [InlineData("state=\"hidden\"", null)]
    public void Workbook_WithTheFormOnTwoSheets_IsRefusedUnlessOneIsHidden(string state, string? refusal)
    {
        const string Second = "<c t=\"inlineStr\"><is><t>番号</t></is></c><c t=\"inlineStr\"><is><t>年度</t></is></c><c t=\"inlineStr\"><is><t>値</t></is></c>";
        var sheet = Workbooks.Rows($"<row>{Second}</row>");
        var book = Workbooks.Pack(
            ("xl/workbook.xml", Workbooks.Book.Replace("</sheets>", $"<sheet name=\"前年度\" sheetId=\"2\" {state} r:id=\"rId9\"/></sheets>", StringComparison.Ordinal)),
            ("xl/_rels/workbook.xml.rels", Workbooks.BookLinks.Replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"x/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>", StringComparison.Ordinal)),
            ("xl/worksheets/sheet1.xml", sheet), ("xl/worksheets/sheet2.xml", sheet));

        if (refusal is null) Assert.Empty(BulkFiles.Look(book).Rows);
        else Assert.StartsWith(refusal, BulkFiles.RefusalOf(book), StringComparison.Ordinal);
    }

    [Fact]
    public void Workbook_CutShort_IsRefused()
    {
        var whole = WorkbookWith("<c r=\"C2\"><v>1</v></c>");

        Assert.All(Enumerable.Range(4, whole.Length - 5).Where(length => length % 9 == 0), length => Assert.NotEmpty(BulkFiles.RefusalOf(whole[..length])));
    }

    private static byte[] WorkbookWith(string cell) => Workbooks.Of(
        $"<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>7</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c>{cell}</row>",
        "<t>番号</t>", "<t>年度</t>", "<t>値</t>", "<t>1-1-1-3</t>", "<t>令和6年度</t>", "<t>82.9</t>",
        "<r><t>加入の</t></r><r><rPr><b/></rPr><t>声かけ</t></r><rPh sb=\"0\" eb=\"2\"><t>カニュウ</t></rPh>", "<t>コメント</t>");
}
