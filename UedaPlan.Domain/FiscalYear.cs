namespace UedaPlan.Domain;

/// <summary>会計年度: 1 April to 31 March, named by the calendar year it starts in.</summary>
public readonly record struct FiscalYear(int StartYear) : IComparable<FiscalYear>
{
    private const int FirstReiwaYear = 2019;
    private const int FirstHeiseiYear = 1989;

    public DateOnly FirstDay => new(StartYear, 4, 1);
    public DateOnly LastDay => new(StartYear + 1, 3, 31);

    /// <summary>令和 n 年度.</summary>
    public static FiscalYear Reiwa(int year) => new(FirstReiwaYear - 1 + year);

    public static FiscalYear Containing(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>The year on the calendar in Ueda, wherever the server's clock thinks it is.</summary>
    public static FiscalYear At(DateTimeOffset moment) => Containing(JapaneseCalendar.DayOf(moment));

    public FiscalYear Plus(int years) => new(StartYear + years);

    public int CompareTo(FiscalYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>令和8年度; the first year of an era is 元年度.</summary>
    public override string ToString() => $"{JapaneseCalendar.EraYear(StartYear, FirstReiwaYear, FirstHeiseiYear)}度";

    /// <summary>令8, for axes.</summary>
    public string ToShort() => StartYear >= FirstReiwaYear ? $"令{StartYear - FirstReiwaYear + 1}" : $"平{StartYear - FirstHeiseiYear + 1}";

    public static int operator -(FiscalYear later, FiscalYear earlier) => later.StartYear - earlier.StartYear;
    public static bool operator <(FiscalYear left, FiscalYear right) => left.StartYear < right.StartYear;
    public static bool operator >(FiscalYear left, FiscalYear right) => left.StartYear > right.StartYear;
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.StartYear <= right.StartYear;
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.StartYear >= right.StartYear;
}
