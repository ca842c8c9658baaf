using UedaPlan.Domain;

namespace UedaPlan.Tests;

/// <summary>指標の組み立て: a row of the plan from what the plan prints. The decimals printed are those of the literal: 80.0m has one.</summary>
public static class IndicatorBuilder
{
    /// <summary>A share of a whole in percent.</summary>
    public static Indicator Rate(string code, string name, Department department, Baseline? baseline, Target target) =>
        Of(code, name, department, "%", baseline, target) with { IsShare = true };

    /// <summary>A whole number of 回, 人 or 事業.</summary>
    public static Indicator Count(string code, string name, Department department, string unit, Baseline? baseline, Target target) =>
        Of(code, name, department, unit, baseline, target);

    public static Baseline From(int year, string printed, params decimal[] values) =>
        new(new FiscalYear(year), [.. values.Select(Printed)], printed);

    public static Baseline FromCounts(int year, string printed, decimal value, long numerator, long denominator) =>
        new(new FiscalYear(year), [Printed(value) with { Counts = new Reading.Ratio(numerator, denominator) }], printed);

    /// <summary>A target of 令和12年度.</summary>
    public static Target To(string printed, params decimal[] values) =>
        new(FiscalYear.Reiwa(12), [.. values.Select(Printed)], Bound.None, printed);

    public static Target ToCounts(string printed, decimal value, long numerator, long denominator) =>
        new(FiscalYear.Reiwa(12), [Printed(value) with { Counts = new Reading.Ratio(numerator, denominator) }], Bound.None, printed);

    private static PrintedValue Printed(decimal value) => new(value, value.Scale);

    private static Indicator Of(string code, string name, Department department, string unit, Baseline? baseline, Target target) => new()
    {
        Code = IndicatorCode.Parse(code),
        Name = new Phrased(name),
        ShortName = new Phrased(name).Plain,
        Unit = unit,
        Department = department,
        Baseline = baseline,
        BaselinePrinted = baseline is null ? "" : $"{baseline.Printed} ({baseline.Year})",
        Target = target,
    };
}
