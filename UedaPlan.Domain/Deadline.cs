namespace UedaPlan.Domain;

/// <summary>毎年度の期限: the same day every time, within the twelve months that follow the fiscal year.</summary>
public readonly record struct YearlyDeadline(int Month, int Day)
{
    public static YearlyDeadline Usual { get; } = new(5, 31);
    public static YearlyDeadline Settlement { get; } = new(9, 30);

    /// <summary>Whether there is such a day in every year: 29 February is none.</summary>
    public bool IsDay => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(2025, Month);

    public DateOnly After(FiscalYear year) => new(year.LastDay.Year + (Month >= 4 ? 0 : 1), Month, Day);

    /// <summary>5月31日</summary>
    public override string ToString() => $"{Month}月{Day}日";
}

/// <summary>年度の期限: the day of one fiscal year alone; for a survey it also says that the survey is held.</summary>
public readonly record struct YearDeadline(FiscalYear Year, DateOnly Day)
{
    private const int Years = 3;

    /// <summary>After the year's first day and within three years of it: anything else is a slip of the pen.</summary>
    public bool IsInReach => Day > Year.FirstDay && Day <= Year.FirstDay.AddYears(Years);

    /// <summary>What to do where <see cref="IsInReach"/> fails.</summary>
    public string Problem => $"{Year}の期限は、{JapaneseCalendar.EraDay(Year.FirstDay.AddDays(1))}から{JapaneseCalendar.EraDay(Year.FirstDay.AddYears(Years))}までの日にしてください";
}
