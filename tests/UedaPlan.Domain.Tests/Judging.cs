namespace UedaPlan.Domain.Tests;

/// <summary>Judges a row of the plan with the figures of years that follow each other.</summary>
internal static class Judging
{
    public static Judgement Of(string code, int firstYear, params string[] readings) => Of(PlanRows.Row(code).WithActuals(firstYear, readings));

    public static Judgement Of(Indicator indicator) => Judge.Of(indicator, Thresholds.Default);

    public static string Word(string code, int firstYear, params string[] readings) => Of(code, firstYear, readings).Status.ToWord();

    public static decimal? Rounded(decimal? value, int decimals) => value is { } number ? Math.Round(number, decimals, MidpointRounding.AwayFromZero) : null;
}
