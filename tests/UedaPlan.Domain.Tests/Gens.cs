using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>Rows of the plan with whatever figures a department could report for them.</summary>
internal static class Gens
{
    private const long Most = 999_999_999_999;

    private static readonly Indicator[] Rows = [.. PlanRows.All, .. Variations()];

    public static Gen<Indicator> Row(Func<Indicator, bool>? of = null) => Gen.OneOf([.. Rows.Where(of ?? (_ => true))]);

    /// <summary>A row with up to six years of figures, corrections among them, some far after the target year.</summary>
    public static Gen<Indicator> Judged(Func<Indicator, bool>? of = null) => Row(of).SelectMany(row => History(row).Select(figures =>
        figures.Aggregate(row, (before, next) => before.WithActual(next.Year, next.Reading))));

    public static Gen<(int Year, Reading Reading)[]> History(Indicator row) => Gen.Select(YearOf(row), ReadingOf(row)).Array[1, 6];

    public static Gen<int> YearOf(Indicator row) => Gen.Frequency(
        (6, Gen.Int[row.StartYear.StartYear + 1, 2031]), (1, Gen.OneOf(2045, 2130, 9000)));

    public static Gen<Reading> ReadingOf(Indicator row)
    {
        if (!row.CountNames.IsEmpty)
        {
            return Number(row, 0).Array[row.CountNames.Length].Select(values =>
                (Reading)new Reading.Counts([.. row.CountNames.Select((c, i) => new NamedCount(c.Name, (long)values[i]))]));
        }
        var amount = Number(row, row.DecimalsOf(null)).Select(value => (Reading)new Reading.Amount(value));
        if (row.MayBeDash) return Gen.Frequency((4, amount), (1, Gen.Const((Reading)new Reading.Dash())));
        return row.Pair switch
        {
            null => amount,
            { Required: true } => RatioOf(row),
            _ => Gen.OneOf(amount, RatioOf(row)),
        };
    }

    /// <summary>Near baseline and target, where statuses change, and now and then as extreme as the rules allow.</summary>
    private static Gen<decimal> Number(Indicator row, int decimals)
    {
        var power = (decimal)Math.Pow(10, decimals);
        var target = row.Target.Values[0].Number * power;
        var most = row.IsShare ? 100 * power : Math.Min(Most, Most / power);
        var near = Gen.Long[0, (long)Math.Min(most, (2 * target) + 2)];
        var atTarget = Gen.Long[(long)Math.Max(0, target - 12), (long)Math.Min(most, target + 12)];
        return Gen.Frequency((4, near), (3, atTarget), (1, Gen.OneOf(0, (long)most, (long)most - 1))).Select(n => n / power);
    }

    private static Gen<Reading> RatioOf(Indicator row) => Gen.Select(Gen.OneOf(Gen.Long[1, 3000], Gen.Long[1, Most]), Number(row, 4), Gen.Long[-2, 2])
        .Select((denominator, percent, off) => (Reading)new Reading.Ratio(Math.Clamp((long)(percent * denominator / 100) + off, 0, denominator), denominator));

    // What Part 1 does not print but a revised plan may: a falling and a limited rate given as counts, a baseline with more
    // decimals than its target, counts of different kinds.
    private static IEnumerable<Indicator> Variations()
    {
        var pair = new CountPair("加入世帯", "全世帯", "世帯", Required: false);
        yield return PlanRows.Row("1-1-1-3") with { Pair = pair };
        yield return PlanRows.Row("1-3-1-2") with { Pair = pair, Baseline = IndicatorBuilder.From(2024, "5.60%", 5.60m) };
        yield return PlanRows.Row("1-2-2-1") with { Target = IndicatorBuilder.To("36.3%", 36.3m) };
        yield return PlanRows.Row("1-1-1-4") with { Target = IndicatorBuilder.To("12事業", 12m) };
        yield return PlanRows.Row("1-1-1-1") with { Target = IndicatorBuilder.To("講演会1回、協働推進員研修会9回", 1m, 9m) };
    }
}
