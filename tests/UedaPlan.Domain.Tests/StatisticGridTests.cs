using System.Globalization;

namespace UedaPlan.Domain.Tests;

/// <summary>What comes from a spreadsheet, and what becomes of it.</summary>
public sealed class StatisticGridTests
{
    [Theory]
    [InlineData("令和5年度", 2023)]
    [InlineData("令和5年", 2023)]
    [InlineData("令和5", 2023)]
    [InlineData("令5", 2023)]
    [InlineData("R5", 2023)]
    [InlineData("Ｒ５", 2023)]
    [InlineData("R.5", 2023)]
    [InlineData("2023", 2023)]
    [InlineData("2023年度", 2023)]
    [InlineData(" ２０２３ 年度 ", 2023)]
    [InlineData("令和元年度", 2019)]
    [InlineData("平成31年度", 2019)]
    [InlineData("H30", 2018)]
    [InlineData("平元", 1989)]
    public void Year_InEveryUsualForm_IsTheSameFiscalYear(string text, int year)
    {
        Assert.True(YearLabel.TryRead(text, out var read));
        Assert.Equal(new FiscalYear(year), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("全体")]
    [InlineData("令和0")]
    [InlineData("平成32")]
    [InlineData("1988")]
    [InlineData("2100")]
    [InlineData("5")]
    [InlineData("20歳代")]
    [InlineData("\uFFFE")]
    [InlineData("令和5年度調査")]
    public void Year_ThatIsNone_StaysALabel(string text) => Assert.False(YearLabel.TryRead(text, out _));

    [Fact]
    public void Paste_OfYearsDownTheSide_IsReadExactly()
    {
        var values = Read("\t件数\t金額\nR4\t19\t3,265.50\nR5\t17\t３，０４４\n");

        Assert.Equal(["令和4年度", "令和5年度"], values.Labels);
        Assert.Equal(["件数", "金額"], values.Series.Select(s => s.Name));
        Assert.Equal([19m, 17m], values.Series[0].Values);
        Assert.Equal("3,265.50", values.Series[1].TextAt(0));
        Assert.Equal("3,044.00", values.Series[1].TextAt(1));
    }

    [Theory]
    [InlineData("％", "%", "84.2%")]
    [InlineData("人、 ％", "人、%", "８４．２％")]
    public void Paste_WithPercentSignsUnderAPercentage_IsReadAsItsNumber(string typed, string unit, string cell)
    {
        var table = unit == "%" ? $"\t率\nR4\t{cell}" : $"\t数\t率\nR4\t5\t{cell}";

        var values = StatisticGrid.Paste(table).Read(StatisticForm.Lines, typed, null).Values!;

        Assert.Equal(unit, values.Unit);
        Assert.Equal(84.2m, values.Series[^1].Values[0]);
        Assert.NotEmpty(StatisticGrid.Paste("\t数\t率\nR4\t5%\t84.2").Read(StatisticForm.Lines, "人、%", null).Problems);
    }

    [Fact]
    public void Paste_OfYearsAcrossTheTop_IsTurnedToTheSide() =>
        Assert.Equal(Read("\t件数\t金額\n令4\t19\t5\n令5\t17\t6"), Read("項目\t令4\t令5\n件数\t19\t17\n金額\t5\t6"));

    [Fact]
    public void Paste_WithYearsInAnyOrder_IsSorted() =>
        Assert.Equal(["令和元年度", "令和2年度", "令和5年度"], Read("\t人\nR5\t3\nH31\t1\n2020\t2").Labels);

    [Fact]
    public void Paste_WithBlankRowsAndColumnsAround_KnowsOnlyTheTable() =>
        Assert.Equal(Read("\t人\n令5\t3"), Read("\t\t\r\n\t\t人\t\r\n\t令5\t3\t\r\n\t\t\t\r\n\r\n"));

    [Fact]
    public void Paste_OfQuotedCells_KeepsWhatIsInThem() =>
        Assert.Equal(["外国籍 市民\"数\"", "その他"], Read("年度\t\"外国籍\n市民\"\"数\"\"\"\tその他\n令5\t\"1,234\"\t\"5\"").Series.Select(s => s.Name));

    [Theory]
    [InlineData("")]
    [InlineData("―")]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("…")]
    [InlineData("...")]
    public void Cell_WithoutAValue_IsNoneAndNeverZero(string cell)
    {
        var values = Read($"\t人\t件\n令4\t{cell}\t1\n令5\t0\t2");

        Assert.Equal([null, 0m], values.Series[0].Values);
        Assert.Equal(("―", "0"), (values.Series[0].TextAt(0), values.Series[0].TextAt(1)));
    }

    [Theory]
    [InlineData("▲1,234.5", "-1234.5")]
    [InlineData("△３", "-3")]
    [InlineData("−3", "-3")]
    [InlineData("1,234,567", "1234567")]
    public void Cell_WithANumber_IsReadExactly(string cell, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), Read($"\t人\n令4\t{cell}\n令5\t1").Series[0].Values[0]);

    [Theory]
    [InlineData("abc", "数字で入力してください")]
    [InlineData("12,34", "カンマ(,)の位置を確かめてください")]
    [InlineData("1234567890123", "12桁までの数を入力してください")]
    [InlineData("0.1234567", "小数点以下は6桁までです")]
    [InlineData("83.6%", "数字で入力してください")]
    [InlineData("5²", "数字で入力してください")]
    public void Cell_ThatIsNoNumber_IsNamedByRowColumnAndReason(string cell, string reason)
    {
        var check = StatisticGrid.Paste($"\t男性\t女性\n令4\t1\t2\n令5\t3\t{cell}").Read(StatisticForm.Lines, "人", null);

        Assert.Null(check.Values);
        var problem = Assert.Single(check.Problems);
        Assert.Equal((2, 2, $"3行目(令5)の3列目(女性): {reason}"), (problem.Row, problem.Column, problem.Sentence));
    }

    [Fact]
    public void Cell_WithAPercentSign_IsReadWhereTheUnitIsPercent() =>
        Assert.Equal(83.6m, StatisticGrid.Paste("\t率\n令4\t83.6%").Read(StatisticForm.Lines, "%", null).Values!.Series[0].Values[0]);

    [Theory]
    [InlineData("\t人\t人\n令5\t1\t2", "1行目の3列目(人): 「人」が2つあります")]
    [InlineData("\t人\n令5\t1\n2023\t2", "3行目(2023)の1列目: 「令和5年度」が2つあります")]
    [InlineData("\t人\t\n令5\t1\t2", "1行目の3列目: 項目名を入力してください")]
    [InlineData("\t人\n令5\t1\n\t2", "3行目の1列目: 年度(見出し)を入力してください")]
    [InlineData("\t一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\n令5\t1", "1行目の2列目: 項目名は40字までです")]
    [InlineData("\t人\n令5\t―", "数を1つ以上入力してください")]
    public void Table_ThatSaysSomethingTwiceOrNothing_IsRefused(string pasted, string sentence) =>
        Assert.Contains(sentence, StatisticGrid.Paste(pasted).Read(StatisticForm.Lines, "人", null).Problems.Select(p => p.Sentence));

    [Theory]
    [InlineData("\tある\tない\n全体\t60\t-1", "2行目(全体)の3列目(ない): 構成比の図には、0以上の数を入力してください")]
    [InlineData("\tある\tない\n全体\t60\t", "2行目(全体)の3列目(ない): 構成比の図では、1つの年のすべての項目に数を入れるか、すべて空けてください")]
    [InlineData("\tある\tない\n全体\t0\t0", "2行目(全体)の2列目(ある): 構成比の図では、合計が0になる年は示せません")]
    public void Shares_ThatCannotBeSharesOfAWhole_AreRefused(string pasted, string sentence) =>
        Assert.Equal(sentence, Assert.Single(StatisticGrid.Paste(pasted + "\n男性\t50\t50").Read(StatisticForm.Shares, "%", null).Problems).Sentence);

    [Theory]
    [InlineData("", "単位を入力してください(人、件、% など)")]
    [InlineData("件、円、人", "単位は、1つか、項目の数(2)と同じだけ「、」で区切って入力してください")]
    public void Unit_ThatFitsNoItem_IsRefused(string unit, string sentence) =>
        Assert.Equal(sentence, Assert.Single(StatisticGrid.Paste("\tあ\tい\n令5\t1\t2").Read(StatisticForm.Lines, unit, null).Problems).Sentence);

    [Fact]
    public void Unit_OfEachItem_IsToldInTurn()
    {
        var values = StatisticGrid.Paste("\t件数\t確定額\n令5\t1\t2").Read(StatisticForm.Lines, "件、千円", null).Values!;

        Assert.Equal(("件", "千円"), (values.UnitOf(0), values.UnitOf(1)));
        Assert.NotEmpty(StatisticGrid.Of(values).Read(StatisticForm.Stacked, "件、千円", null).Problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    [InlineData("令5")]
    [InlineData("令5\n令6")]
    public void Paste_OfNoTable_IsRefusedWithASentence(string pasted) => Assert.Throws<PlanRuleException>(() => StatisticGrid.Paste(pasted));

    [Fact]
    public void Paste_OfMoreThanAChartHolds_IsRefusedAndUpToThatIsNot()
    {
        static string Table(int labels, int series) => string.Join('\n', Enumerable.Range(0, labels + 1).Select(r =>
            string.Join('\t', Enumerable.Range(0, series + 1).Select(c => r == 0 ? $"項目{c}" : c == 0 ? $"{r}番" : "1"))));

        Assert.NotNull(Read(Table(40, 12)));
        Assert.Throws<PlanRuleException>(() => StatisticGrid.Paste(Table(41, 12)));
        Assert.Throws<PlanRuleException>(() => StatisticGrid.Paste(Table(40, 13)));
        Assert.Throws<PlanRuleException>(() => StatisticGrid.Paste(new string('1', 300_000)));
    }

    [Fact]
    public void Grid_OfValues_ReadsBackEqual()
    {
        var values = Read("\t件数\t金額\n令4\t\t3265.50\n令5\t▲17\t0");

        Assert.Equal(values, StatisticGrid.Of(values).Read(values.Form, values.Unit, values.Note).Values);
    }

    private static StatisticValues Read(string pasted)
    {
        var check = StatisticGrid.Paste(pasted).Read(StatisticForm.Lines, "人", null);
        Assert.Empty(check.Problems);
        return check.Values!;
    }
}
