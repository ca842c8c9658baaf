namespace UedaPlan.Domain.Tests;

public sealed class ReadingParseTests
{
    [Theory]
    [InlineData("82.9", "82.9")]
    [InlineData("８２．９", "82.9")]
    [InlineData(" 82.9 ", "82.9")]
    [InlineData("82.90", "82.9")]
    [InlineData("6400", "6400")]
    [InlineData("6,400", "6400")]
    [InlineData("６，４００", "6400")]
    [InlineData("54,504", "54504")]
    [InlineData("54 504", "54504")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("　２１０　", "210")]
    [InlineData("82.9\u200B", "82.9")]
    [InlineData("\uFEFF210", "210")]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("−5", "-5")]
    [InlineData("▲５．６", "-5.6")]
    [InlineData("△1,234", "-1234")]
    [InlineData("999999999999", "999999999999")]
    public void Parse_OneNumber_IsAnAmount(string typed, string text)
    {
        var amount = Assert.IsType<Reading.Amount>(Reading.Parse(typed));

        Assert.Equal(text, amount.ToText());
    }

    [Theory]
    [InlineData("144/217", 144, 217)]
    [InlineData("１４４／２１７", 144, 217)]
    [InlineData("144 / 217", 144, 217)]
    [InlineData("12,345/23,456", 12345, 23456)]
    public void Parse_TwoNumbers_IsARatio(string typed, long numerator, long denominator) =>
        Assert.Equal(new Reading.Ratio(numerator, denominator), Reading.Parse(typed));

    [Theory]
    [InlineData("講演会1・研修会2")]
    [InlineData("講演会１･研修会２")]
    [InlineData("講演会 1回、研修会 2回")]
    [InlineData("講演会1回・研修会2回")]
    public void Parse_NamedNumbers_AreCounts(string typed)
    {
        var counts = new Reading.Counts([new NamedCount("講演会", 1), new NamedCount("研修会", 2)]);

        Assert.Equal(counts, Reading.Parse(typed));
        Assert.Equal(counts.GetHashCode(), Reading.Parse(typed).GetHashCode());
        Assert.NotEqual(counts, Reading.Parse("講演会1・研修会1"));
    }

    [Theory]
    [InlineData("－")]
    [InlineData("-")]
    [InlineData("ー")]
    [InlineData("―")]
    [InlineData("—")]
    [InlineData("−")]
    public void Parse_ADashHoweverTyped_IsTheDash(string typed) => Assert.Equal(new Reading.Dash(), Reading.Parse(typed));

    [Theory]
    [InlineData(null, "数を入力してください")]
    [InlineData("", "数を入力してください")]
    [InlineData(" 　", "数を入力してください")]
    [InlineData("82,9", "カンマ(,)の位置を確かめてください")]
    [InlineData("1,0000", "カンマ(,)の位置を確かめてください")]
    [InlineData(",100", "カンマ(,)の位置を確かめてください")]
    [InlineData("abc", "数字で入力してください")]
    [InlineData("八十", "数字で入力してください")]
    [InlineData("82.9%", "数字で入力してください")]
    [InlineData("82。9", "数字で入力してください")]
    [InlineData("82.", "数字で入力してください")]
    [InlineData(".5", "数字で入力してください")]
    [InlineData("1e5", "数字で入力してください")]
    [InlineData("--5", "数字で入力してください")]
    [InlineData("5²", "数字で入力してください")]
    [InlineData("①", "数字で入力してください")]
    [InlineData("½", "数字で入力してください")]
    [InlineData("٣", "数字で入力してください")]
    [InlineData("1234567890123", "12桁までの数を入力してください")]
    [InlineData("0.1234567890123", "12桁までの数を入力してください")]
    [InlineData("1/2/3", "「148/218」のように2つの数で入力してください")]
    [InlineData("2・講演会1", "数字で入力してください")]
    [InlineData("講演会1・2", "「講演会1・研修会2」のように名前と数で入力してください")]
    [InlineData("講演会1.5", "整数で入力してください")]
    [InlineData("講演会8-1", "数字で入力してください")]
    public void Parse_SomethingElse_SaysWhatIsExpected(string? typed, string sentence)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => Reading.Parse(typed));

        Assert.Equal((sentence, FigureField.Reading), (refusal.Message, refusal.Field));
    }

    [Theory]
    [InlineData("/217", FigureField.Numerator, "数を入力してください")]
    [InlineData("144/", FigureField.Denominator, "数を入力してください")]
    [InlineData("144棟/217", FigureField.Numerator, "数字で入力してください")]
    [InlineData("144/217.5", FigureField.Denominator, "整数で入力してください")]
    [InlineData("144/2,17", FigureField.Denominator, "カンマ(,)の位置を確かめてください")]
    public void Parse_AHalfOfARatioIsWrong_PointsAtThatHalf(string typed, FigureField field, string sentence)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => Reading.Parse(typed));

        Assert.Equal((sentence, field), (refusal.Message, refusal.Field));
    }

    [Theory]
    [InlineData("\uD800")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    [InlineData("\0")]
    public void Parse_BrokenText_IsRefusedLikeAnyOther(string typed) =>
        Assert.Equal("数字で入力してください", Assert.Throws<PlanRuleException>(() => Reading.Parse(typed)).Message);

    [Fact]
    public void Parse_ANovel_IsRefusedAtOnce() =>
        Assert.Throws<PlanRuleException>(() => Reading.Parse("講" + new string('1', 1_000_000) + "x"));

    [Theory]
    [InlineData("１４４", 144)]
    [InlineData("6,400", 6400)]
    [InlineData("5.0", 5)]
    public void ParseCount_AWholeNumber_IsRead(string typed, long expected) =>
        Assert.Equal(expected, Reading.ParseCount(typed, FigureField.Numerator));

    [Theory]
    [InlineData("", "数を入力してください")]
    [InlineData("1.5", "整数で入力してください")]
    [InlineData("棟", "数字で入力してください")]
    public void ParseCount_SomethingElse_PointsAtItsInput(string typed, string sentence)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => Reading.ParseCount(typed, FigureField.Denominator));

        Assert.Equal((sentence, FigureField.Denominator), (refusal.Message, refusal.Field));
    }
}
