namespace UedaPlan.Domain.Tests;

/// <summary>Cells of a file: quoted as the format wants it, and nothing a spreadsheet would calculate.</summary>
public sealed class CsvCellTests
{
    [Theory]
    [InlineData("年度末の集計", "年度末の集計")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("「\"」", "\"「\"\"」\"")]
    [InlineData("一行\r\n二行", "\"一行\n二行\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" \u200B@SUM(A1)", "' \u200B@SUM(A1)")]
    [InlineData("＝HYPERLINK(\"http://x\")", "\"'＝HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("－", "－")]
    [InlineData("-5", "'-5")]
    [InlineData(null, "")]
    public void Cell_OfAnyText_IsTextForEverySpreadsheet(string? text, string expected) => Assert.Equal(expected, CsvCell.Of(text));

    [Fact]
    public void Line_OfCells_EndsAsTheFormatSays() => Assert.Equal("a,\"b,c\",\r\n", CsvCell.Line("a", "b,c", null));
}
