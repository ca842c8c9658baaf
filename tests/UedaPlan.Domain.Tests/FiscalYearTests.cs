namespace UedaPlan.Domain.Tests;

public sealed class FiscalYearTests
{
    [Fact]
    public void At_LastMomentOfMarchInJapan_IsStillTheOldYear() =>
        Assert.Equal(FiscalYear.Reiwa(8), FiscalYear.At(new DateTimeOffset(2027, 3, 31, 14, 59, 59, TimeSpan.Zero)));

    [Fact]
    public void At_FirstMomentOfAprilInJapan_IsTheNewYearThoughUtcIsStillInMarch() =>
        Assert.Equal(FiscalYear.Reiwa(9), FiscalYear.At(new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void At_FirstOfAprilOnAClockFarEastOfJapan_IsStillTheOldYear() =>
        Assert.Equal(FiscalYear.Reiwa(8), FiscalYear.At(new DateTimeOffset(2027, 4, 1, 2, 0, 0, TimeSpan.FromHours(14))));

    [Theory]
    [InlineData(2027, 3, 31, 2026)]
    [InlineData(2027, 4, 1, 2027)]
    [InlineData(2028, 2, 29, 2027)]
    [InlineData(2027, 12, 31, 2027)]
    [InlineData(2028, 1, 1, 2027)]
    public void Containing_ADay_IsNamedByTheYearOfItsApril(int year, int month, int day, int expected) =>
        Assert.Equal(new FiscalYear(expected), FiscalYear.Containing(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2017, "平成29年度", "平29")]
    [InlineData(2018, "平成30年度", "平30")]
    [InlineData(2019, "令和元年度", "令1")]
    [InlineData(2020, "令和2年度", "令2")]
    [InlineData(2023, "令和5年度", "令5")]
    [InlineData(2024, "令和6年度", "令6")]
    [InlineData(2030, "令和12年度", "令12")]
    [InlineData(1989, "平成元年度", "平1")]
    public void Texts_OfAYear_AreThoseOfThePlan(int year, string text, string axis)
    {
        Assert.Equal(text, new FiscalYear(year).ToString());
        Assert.Equal(axis, new FiscalYear(year).ToShort());
    }

    [Fact]
    public void FirstAndLastDay_OfReiwa12_AreAprilAndMarch()
    {
        Assert.Equal(new DateOnly(2030, 4, 1), FiscalYear.Reiwa(12).FirstDay);
        Assert.Equal(new DateOnly(2031, 3, 31), FiscalYear.Reiwa(12).LastDay);
    }

    [Fact]
    public void Order_OfYears_IsTheOrderOfTime()
    {
        var (earlier, later) = (FiscalYear.Reiwa(5), FiscalYear.Reiwa(12));

        Assert.Equal(7, later - earlier);
        Assert.Equal(later, earlier.Plus(7));
        Assert.True(earlier < later && later > earlier && earlier <= later && later >= earlier);
        Assert.Equal([earlier, later], new[] { later, earlier }.Order());
    }
}
