namespace UedaPlan.Domain;

/// <summary>大きな変化: an actual so far from the one before, or the baseline, that a slip is likelier than the change; it needs a reason.</summary>
/// <remarks>Rates: 10 points or more. Any number: doubled or halved, and at least 5 apart. Named counts each for itself; a dash that comes or goes.</remarks>
public sealed record UnusualChange(string Since, string Difference)
{
    private static readonly Exact ManyPoints = Exact.Of(10L);
    private static readonly Exact FarApart = Exact.Of(5L);
    private static readonly Exact Twice = Exact.Of(2L);

    public string Sentence => $"{Since}から大きく変わっています({Difference})。このままでよければ理由を書いて保存してください。";

    /// <summary>Null where the change is nothing unusual, or there is nothing to compare with.</summary>
    public static UnusualChange? Of(Indicator indicator, FiscalYear year, Reading reading)
    {
        var before = indicator.Actuals.LastOrDefault(f => f.Year < year);
        if (before is null && indicator.Baseline is null) return null;
        string[] differences = [.. Enumerable.Range(0, indicator.Target.Values.Length).Select(i => new Line(indicator, i))
            .Select(line => DifferenceOf(line, before is null ? line.Start : line.ValueOf(before.Reading), reading)).OfType<string>()];
        return differences.Length == 0 ? null : new UnusualChange(NameOf(indicator, year, before), string.Join('・', differences));
    }

    private static string? DifferenceOf(Line line, Exact? was, Reading reading)
    {
        var decimals = line.Indicator.DecimalsOf(reading);
        string Text(Exact? value) => value is { } number ? FigureFormat.Number(number.ToDecimal(), decimals) + line.Indicator.Unit : "「－」";
        return (was, line.ValueOf(reading)) switch
        {
            (null, null) => null,
            ({ } old, { } now) => !IsFar(line.Indicator, old, now) ? null
                : $"{line.Name}{FigureFormat.SignedDifference((now - old).ToDecimal(), decimals)}{FigureFormat.DifferenceUnit(line.Indicator)}",
            var (old, now) => $"{Text(old)}から{Text(now)}",
        };
    }

    private static bool IsFar(Indicator indicator, Exact was, Exact now)
    {
        var (less, more) = was < now ? (was, now) : (now, was);
        var apart = more - less;
        return (indicator.Unit == "%" && apart >= ManyPoints) || (apart >= FarApart && more >= less * Twice);
    }

    private static string NameOf(Indicator indicator, FiscalYear year, Figure? before) =>
        before is null ? $"基準値({indicator.Baseline!.Year})" : before.Year == year.Plus(-1) ? "前年度" : before.Year.ToString();
}
