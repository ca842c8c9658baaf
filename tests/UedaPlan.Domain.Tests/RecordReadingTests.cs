namespace UedaPlan.Domain.Tests;

/// <summary>報告値の規則: which readings make sense for which row.</summary>
public sealed class RecordReadingTests
{
    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会2")]
    [InlineData("1-1-1-1", "講演会0・研修会999999999999")]
    [InlineData("1-1-1-2", "148/218")]
    [InlineData("1-1-1-2", "0/1")]
    [InlineData("1-1-1-2", "218/218")]
    [InlineData("1-1-1-3", "82.9")]
    [InlineData("1-1-1-3", "100")]
    [InlineData("1-1-1-3", "0")]
    [InlineData("1-1-1-4", "22")]
    [InlineData("1-2-1-2", "6,400")]
    [InlineData("1-2-1-4", "999999999999")]
    [InlineData("1-2-2-1", "36.7")]
    [InlineData("1-2-2-1", "110/300")]
    [InlineData("1-3-1-1", "42.91")]
    [InlineData("1-3-1-1", "12,345/29,876")]
    [InlineData("1-3-1-3", "－")]
    [InlineData("1-3-1-3", "350.1")]
    [InlineData("1-3-1-4", "24,750,000/24,900,000")]
    public void Reading_ThatMakesSense_IsAccepted(string code, string reading)
    {
        var row = PlanRows.Row(code);

        Assert.Equal(Reading.Parse(reading), row.Record(row.ProposeActual(2026, reading) with { Reason = "数え方の見直し" }, Proposals.Now).Reading); // however far from the baseline
    }

    [Theory]
    [InlineData("1-1-1-3", "－", "この指標では「－」は使えません。数を入力してください")]
    [InlineData("1-3-1-2", "－", "この指標では「－」は使えません。数を入力してください")]
    [InlineData("1-1-1-3", "148/218", "この指標は1つの数で入力してください")]
    [InlineData("1-1-1-3", "講演会1・研修会2", "この指標は1つの数で入力してください")]
    [InlineData("1-1-1-2", "67.9", "耐震化済みの施設と対象の施設の数で入力してください")]
    [InlineData("1-1-1-1", "3", "講演会と研修会の数をそろえて入力してください")]
    [InlineData("1-1-1-1", "講演会1", "講演会と研修会の数をそろえて入力してください")]
    [InlineData("1-1-1-1", "研修会2・講演会1", "講演会と研修会の数をそろえて入力してください")]
    [InlineData("1-1-1-1", "講演会1・研修会2・研修会3", "講演会と研修会の数をそろえて入力してください")]
    [InlineData("1-1-1-1", "講演会1・見学会2", "講演会と研修会の数をそろえて入力してください")]
    [InlineData("1-1-1-1", "講演会-1・研修会2", "0以上の数を入力してください")]
    [InlineData("1-1-1-3", "-0.1", "0以上の数を入力してください")]
    [InlineData("1-1-1-4", "-1", "0以上の数を入力してください")]
    [InlineData("1-1-1-3", "82.95", "小数点以下は1桁までです")]
    [InlineData("1-3-1-1", "42.915", "小数点以下は2桁までです")]
    [InlineData("1-1-1-4", "22.5", "整数で入力してください")]
    [InlineData("1-1-1-3", "100.1", "100以下の数を入力してください")]
    [InlineData("1-3-1-2", "100.1", "100以下の数を入力してください")]
    public void Reading_ThatMakesNoSense_SaysWhatDoes(string code, string reading, string sentence) =>
        Refused(sentence, FigureField.Reading, code, Reading.Parse(reading));

    [Theory]
    [InlineData(-1, 218, FigureField.Numerator, "0以上の数を入力してください")]
    [InlineData(148, 0, FigureField.Denominator, "1以上の数を入力してください")]
    [InlineData(148, -218, FigureField.Denominator, "1以上の数を入力してください")]
    [InlineData(219, 218, FigureField.Numerator, "対象の施設(218棟)以下の数を入力してください")]
    [InlineData(1_000_000_000_000, 1_000_000_000_000, FigureField.Numerator, "12桁までの数を入力してください")]
    [InlineData(1, 1_000_000_000_000, FigureField.Denominator, "12桁までの数を入力してください")]
    [InlineData(long.MaxValue, long.MaxValue, FigureField.Numerator, "12桁までの数を入力してください")]
    [InlineData(long.MinValue, long.MinValue, FigureField.Numerator, "0以上の数を入力してください")]
    public void Ratio_OfCountsThatCannotBe_PointsAtTheCount(long numerator, long denominator, FigureField field, string sentence) =>
        Refused(sentence, field, "1-1-1-2", new Reading.Ratio(numerator, denominator));

    [Fact]
    public void Ratio_WithALargeWhole_IsWrittenWithCommas() => Refused(
        "すべての交付件数(29,876件)以下の数を入力してください", FigureField.Numerator, "1-3-1-1", new Reading.Ratio(30_000, 29_876));

    [Fact]
    public void Ratio_ThatIsNoShare_MayPassOneHundred() // as if 将来負担比率 were entered as two amounts
    {
        var row = PlanRows.Row("1-3-1-3") with { Pair = new CountPair("将来負担額", "標準財政規模", "千円", Required: false) };

        Assert.Equal("120.0%", FigureFormat.Of(row, row.Record(row.ProposeActual(2026, "120/100") with { Reason = "数え方の見直し" }, Proposals.Now).Reading));
    }

    [Fact]
    public void Dash_WhereMoreIsBetter_IsRefusedWhateverThePlanFileSays() // or a missing figure would count as met
    {
        var row = PlanRows.Row("1-1-1-4") with { MayBeDash = true };

        Assert.Equal("この指標では「－」は使えません。数を入力してください",
            Assert.Throws<PlanRuleException>(() => row.Record(row.ProposeActual(2026, "－"), Proposals.Now)).Message);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1000000000000")]
    [InlineData("999999999999.5")] // thirteen digits could not be read back
    public void Amount_OfMoreThanTwelveDigits_IsRefused(string value) =>
        Refused("12桁までの数を入力してください", FigureField.Reading, "1-3-1-3", new Reading.Amount(decimal.Parse(value)));

    [Fact]
    public void Counts_OfMoreThanTwelveDigits_AreRefused() => Refused("12桁までの数を入力してください", FigureField.Reading,
        "1-1-1-1", new Reading.Counts([new NamedCount("講演会", 1), new NamedCount("研修会", long.MaxValue)]));

    [Fact]
    public void Amount_WithManyTrailingZeros_IsTheNumberItIs() => Assert.Equal("82.9",
        PlanRows.Row("1-1-1-3").Record(PlanRows.Row("1-1-1-3").ProposeActual(2026, new Reading.Amount(82.900000000000000m)), Proposals.Now).Reading.ToText());

    private static void Refused(string sentence, FigureField field, string code, Reading reading)
    {
        var row = PlanRows.Row(code);
        var refusal = Assert.Throws<PlanRuleException>(() => row.Record(row.ProposeActual(2026, reading), Proposals.Now));
        Assert.Equal((sentence, field, null), (refusal.Message, refusal.Field, refusal.Newer));
    }
}
