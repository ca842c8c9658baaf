namespace UedaPlan.Domain.Tests;

public sealed class JapaneseCalendarTests
{
    [Theory]
    [InlineData(2027, 3, 24, "令和9年3月24日(水)", "3月24日(水)")]
    [InlineData(2027, 3, 31, "令和9年3月31日(水)", "3月31日(水)")]
    [InlineData(2027, 4, 1, "令和9年4月1日(木)", "4月1日(木)")]
    [InlineData(2026, 5, 31, "令和8年5月31日(日)", "5月31日(日)")]
    [InlineData(2019, 4, 30, "平成31年4月30日(火)", "4月30日(火)")]
    [InlineData(2019, 5, 1, "令和元年5月1日(水)", "5月1日(水)")]
    [InlineData(2019, 12, 31, "令和元年12月31日(火)", "12月31日(火)")]
    [InlineData(2020, 1, 1, "令和2年1月1日(水)", "1月1日(水)")]
    [InlineData(1989, 1, 8, "平成元年1月8日(日)", "1月8日(日)")]
    [InlineData(1950, 1, 1, "西暦1950年1月1日(日)", "1月1日(日)")]
    public void Day_IsWrittenWithItsEraAndWeekday(int year, int month, int day, string longDay, string shortDay)
    {
        Assert.Equal(longDay, JapaneseCalendar.ToLongDay(new DateOnly(year, month, day)));
        Assert.Equal(shortDay, JapaneseCalendar.ToDay(new DateOnly(year, month, day)));
    }

    [Fact]
    public void Moment_OnAServerInAnotherZone_IsWrittenInJapanTime()
    {
        var moment = new DateTimeOffset(2027, 3, 24, 5, 31, 0, TimeSpan.Zero);

        Assert.Equal("令和9年3月24日 14:31", JapaneseCalendar.ToLongMoment(moment));
        Assert.Equal("3月24日 14:31", JapaneseCalendar.ToMoment(moment));
        Assert.Equal("14:31", JapaneseCalendar.ToClock(moment));
    }

    [Fact]
    public void Moment_LateInTheUtcEvening_IsTheNextDayInJapan()
    {
        var moment = new DateTimeOffset(2027, 3, 31, 15, 5, 0, TimeSpan.Zero);

        Assert.Equal("4月1日 00:05", JapaneseCalendar.ToMoment(moment));
        Assert.Equal(new DateOnly(2027, 4, 1), JapaneseCalendar.DayOf(moment));
    }
}
