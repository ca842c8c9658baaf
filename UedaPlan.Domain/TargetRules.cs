using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace UedaPlan.Domain;

/// <summary>目標の決まり: what a new target of an indicator must keep, and how it would be printed.</summary>
public static class TargetRules
{
    public const int LongestPrinted = 60;
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Printed = "printed";
    public const string Effective = "effective";

    private const int MostDecimals = 4;
    private const decimal TooLarge = 1_000_000_000_000m;

    /// <summary>The name of the input of one of the target's numbers.</summary>
    public static string Value(int index) => $"value-{index}";

    /// <summary>What is wrong; empty for a target that may be saved.</summary>
    public static ImmutableArray<TargetProblem> ProblemsOf(Indicator indicator, Target target, DateOnly effective) =>
    [
        .. target.Values.SelectMany((v, i) => ProblemOf(indicator, v) is { } message ? new[] { new TargetProblem(Value(i), message) } : []),
        .. CountProblems(indicator, target.Values[0]),
        .. PrintedProblem(target) is { } printed ? new[] { new TargetProblem(Printed, printed) } : [],
        .. DayProblem(indicator, target, effective) is { } day ? new[] { new TargetProblem(Effective, day) } : [],
    ];

    /// <summary>A number as typed, with the decimals it is typed with, as the plan will print it: 45 · 70.0 · １,２００.</summary>
    /// <exception cref="PlanRuleException">The text is no number.</exception>
    public static PrintedValue ReadValue(string? text)
    {
        var plain = Reading.Normalize(text);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return new PrintedValue(Reading.Number(plain, FigureField.Reading), point < 0 ? 0 : plain.Length - point - 1);
    }

    /// <summary>The target that stands the day before, revisions to come included.</summary>
    public static Target StandingBefore(Indicator indicator, DateOnly day) =>
        indicator.Upcoming.Where(u => u.Effective < day).MaxBy(u => u.Effective)?.Target ?? indicator.Target;

    /// <summary>The same target with the bound that its direction needs: one below the baseline is a floor, 以上.</summary>
    public static Target Bounded(Indicator indicator, Target target)
    {
        var changed = indicator with { Target = target };
        var falls = Enumerable.Range(0, target.Values.Length).Any(i => changed.KindOf(i) == IndicatorKind.Floor);
        return target.Bound == Bound.None && falls ? target with { Bound = Bound.AtLeast } : target;
    }

    /// <summary>As the plan prints such targets: 45事業 · 40.0%以上 · 70% [152/218棟] · 講演会1回、研修会2回.</summary>
    public static string PrintedOf(Indicator indicator, Target target)
    {
        if (!indicator.CountNames.IsEmpty) return string.Join('、', indicator.CountNames.Zip(target.Values, (c, v) => $"{c.Label}{FigureFormat.Number(v.Number, 0)}{indicator.Unit}"));
        var value = target.Values[0];
        var counts = value.Counts is { } c ? $" [{c.Numerator:N0}/{c.Denominator:N0}{indicator.Pair?.Unit}]" : "";
        var bound = target.Bound == Bound.Below ? "未満" : target.Bound == Bound.AtLeast && !indicator.IsAssumed(Assumption.Bound) ? "以上" : "";
        return FigureFormat.Number(value.Number, value.Decimals) + indicator.Unit + bound + counts;
    }

    private static string? ProblemOf(Indicator indicator, PrintedValue value) => value switch
    {
        { Number: < 0 or >= TooLarge } => "0以上で12桁までの数を入力してください",
        { Decimals: > 0 } when indicator.IsWhole || !indicator.CountNames.IsEmpty => "整数で入力してください",
        { Decimals: > MostDecimals } => $"小数点以下は{MostDecimals}桁までです",
        { Number: > 100 } when indicator.IsShare => "100以下の数を入力してください",
        { Number: 0 } when indicator.Baseline is null || indicator.Target.Bound == Bound.Below => "0より大きい数を入力してください",
        _ => null,
    };

    private static IEnumerable<TargetProblem> CountProblems(Indicator indicator, PrintedValue value)
    {
        if (value.Counts is not { } counts) yield break;
        if (counts.Denominator < 1) yield return new TargetProblem(Denominator, "1以上の数を入力してください");
        else if (counts.Numerator < 0 || counts.Numerator > counts.Denominator) yield return new TargetProblem(Numerator, $"0以上、{counts.Denominator:N0}以下の数を入力してください");
        else if (Math.Max(counts.Numerator, counts.Denominator) > int.MaxValue) yield return new TargetProblem(Denominator, "9桁までの数を入力してください");
        else if (Exact.PercentOf(counts).Round(Math.Min(value.Decimals, MostDecimals)) != Exact.Of(value.Number))
        {
            yield return new TargetProblem(Value(0), $"{counts.Numerator:N0} ÷ {counts.Denominator:N0} は {FigureFormat.Number(FigureFormat.PercentOf(counts), value.Decimals)}{indicator.Unit} です。目標の数と合わせてください");
        }
    }

    // Whoever reads the printed wording must find in it the number that is judged by.
    private static string? PrintedProblem(Target target)
    {
        var text = target.Printed;
        if (text.Length == 0) return "計画に載せる表記を入力してください";
        if (text.Length > LongestPrinted) return $"{LongestPrinted}字までで入力してください";
        if (text.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c == '|')) return "改行、絵文字、「|」は使えません";
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal);
        var missing = target.Values.Where(v => !NumbersIn(plain).Contains(v.Number.ToString($"F{v.Decimals}", CultureInfo.InvariantCulture))).ToList();
        return missing.Count == 0 ? null : $"表記の中に、目標の数({FigureFormat.Number(missing[0].Number, missing[0].Decimals)})がありません";
    }

    private static string[] NumbersIn(string text) =>
        new string([.. text.Select(c => char.IsAsciiDigit(c) || c == '.' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string? DayProblem(Indicator indicator, Target target, DateOnly effective) =>
        effective < indicator.StartYear.FirstDay || effective > target.Year.LastDay
            ? $"{JapaneseCalendar.EraDay(indicator.StartYear.FirstDay)}から{JapaneseCalendar.EraDay(target.Year.LastDay)}までの日を入力してください"
            : SameAs(StandingBefore(indicator, effective), target) ? "いまの目標と同じです。変えるところを入力してください" : null;

    private static bool SameAs(Target one, Target other) =>
        (one.Year, one.Bound, one.Printed) == (other.Year, other.Bound, other.Printed) && one.Values.SequenceEqual(other.Values);
}
