using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>A day as people write it.</summary>
public sealed class DayTextTests
{
    private static readonly FiscalYear Year = FiscalYear.Reiwa(8);

    [Theory]
    [InlineData("2026-10-31")]
    [InlineData("2026/10/31")]
    [InlineData("2026年10月31日")]
    [InlineData("令和8年10月31日")]
    [InlineData("令和８年１０月３１日")]
    [InlineData(" 令和8年 10月 31日(土) ")]
    [InlineData("R8.10.31")]
    [InlineData("r8/10/31")]
    [InlineData("Ｒ８．１０．３１")]
    [InlineData("10月31日")]
    [InlineData("10/31")]
    [InlineData("１０月３１日")]
    public void Parse_ADayWrittenAnyWay_IsThatDay(string text) => Assert.Equal(new DateOnly(2026, 10, 31), DayText.Parse(text, Year));

    [Theory]
    [InlineData("3月31日", 2027)]
    [InlineData("4月1日", 2026)]
    [InlineData("平成31年4月30日", 2019)]
    [InlineData("令和元年5月1日", 2019)]
    public void Parse_MonthAndEra_FindTheirYear(string text, int year) => Assert.Equal(year, DayText.Parse(text, Year).Year);

    [Theory]
    [InlineData("2月29日")] // 2027 is no leap year
    [InlineData("13月1日")]
    [InlineData("10月32日")]
    [InlineData("8.10.31")] // no era: it could be any year
    [InlineData("昨日")]
    [InlineData("0000-01-01")]
    [InlineData("10³1日")]
    public void Parse_WhatIsNoDay_SaysHowToWriteOne(string text)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => DayText.Parse(text, Year));

        Assert.Equal(("日付を「10月31日」のように入力してください", FigureField.AsOf), (refusal.Message, refusal.Field));
        Assert.Null(DayText.TryParse(text, Year));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" 　")]
    public void Parse_Nothing_AsksForTheDay(string? text) =>
        Assert.Equal("いつの時点の値かを入力してください", Assert.Throws<PlanRuleException>(() => DayText.Parse(text, Year)).Message);

    [Fact]
    public void Parse_EveryDayAsTheScreensWriteIt_IsThatDay() => Gen.Date[new DateTime(1989, 1, 8), new DateTime(2100, 1, 1)].Sample(moment =>
    {
        var day = DateOnly.FromDateTime(moment);
        Assert.Equal(day, DayText.Parse(JapaneseCalendar.EraDay(day), Year));
        Assert.Equal(day, DayText.Parse(JapaneseCalendar.ToShortDay(day), FiscalYear.Containing(day)));
    });

    [Fact]
    public void Parse_AnyText_IsADayOrASentence() => Gen.String[0, 60].Sample(text => { DayText.TryParse(text, Year); });
}
