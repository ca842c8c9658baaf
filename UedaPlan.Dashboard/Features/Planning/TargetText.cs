using System.Collections.Immutable;
using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>目標の入力: a new target as it was typed. Without a wording of its own it is printed as the plan prints such targets.</summary>
public sealed record TargetText(ImmutableArray<string> Values, string Numerator, string Denominator, string? Printed, string Effective)
{
    private const string DayForm = "yyyy-MM-dd";

    public static TargetText Of(Indicator indicator, DateOnly today)
    {
        var counts = indicator.Target.Values[0].Counts;
        return new([.. indicator.Target.Values.Select(v => v.Number.ToString($"F{v.Decimals}", CultureInfo.InvariantCulture))],
            $"{counts?.Numerator}", $"{counts?.Denominator}", null, today.ToString(DayForm, CultureInfo.InvariantCulture));
    }

    public TargetText With(string field, string text) => field switch
    {
        TargetRules.Numerator => this with { Numerator = text },
        TargetRules.Denominator => this with { Denominator = text },
        TargetRules.Printed => this with { Printed = text },
        TargetRules.Effective => this with { Effective = text },
        _ => this with { Values = Values.SetItem(int.Parse(field["value-".Length..], CultureInfo.InvariantCulture), text) },
    };

    public bool SaysTheSame(TargetText other) => this with { Values = other.Values } == other && Values.SequenceEqual(other.Values);

    /// <summary>The day, where one was chosen.</summary>
    public DateOnly? Day => DateOnly.TryParseExact(Effective, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What was typed as a target, and what is wrong with it; no target where a number cannot be read.</summary>
    public (Target? Target, ImmutableArray<TargetProblem> Problems) Read(Indicator indicator)
    {
        List<TargetProblem> problems = [];
        T? Try<T>(string field, Func<T> read) where T : class
        {
            try
            {
                return read();
            }
            catch (PlanRuleException e)
            {
                problems.Add(new TargetProblem(field, e.Message));
                return null;
            }
        }

        var values = Values.Select((text, i) => Try(TargetRules.Value(i), () => TargetRules.ReadValue(text))).ToList();
        var counts = ReadCounts(indicator, Try);
        if (Day is null) problems.Add(new TargetProblem(TargetRules.Effective, "日付を入力してください"));
        if (problems.Count > 0) return (null, [.. problems]);
        var read = values.OfType<PrintedValue>().ToImmutableArray();
        var target = indicator.Target with { Values = counts is null ? read : [read[0] with { Counts = counts }] };
        target = TargetRules.Bounded(indicator, target);
        target = target with { Printed = (Printed ?? TargetRules.PrintedOf(indicator, target)).Trim() };
        return (target, TargetRules.ProblemsOf(indicator, target, Day!.Value));
    }

    private Reading.Ratio? ReadCounts(Indicator indicator, Func<string, Func<Reading.Ratio>, Reading.Ratio?> read)
    {
        if (indicator.Pair is null || (Numerator.Trim().Length == 0 && Denominator.Trim().Length == 0)) return null;
        var above = read(TargetRules.Numerator, () => new Reading.Ratio(Reading.ParseCount(Numerator, FigureField.Numerator), 1));
        var below = read(TargetRules.Denominator, () => new Reading.Ratio(1, Reading.ParseCount(Denominator, FigureField.Denominator)));
        return above is null || below is null ? null : new Reading.Ratio(above.Numerator, below.Denominator);
    }
}
