using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Benchmarks;

/// <summary>測定用の計画: Part 1 with three years of figures, and a plan of 500 indicators with ten.</summary>
public static class SamplePlans
{
    private static readonly Author Head = new("benchmark", AuthorRole.Head, "any");

    public static Plan PartOne { get; } = PlanFile.BuiltIn().Plan;

    /// <summary>Every section of Part 1 again and again, each indicator under a code of its own, until there are 500.</summary>
    public static Plan FiveHundred { get; } = Grow(PartOne, 500);

    /// <summary>One actual for each of the years after an indicator's baseline, a little higher every year.</summary>
    public static ImmutableArray<Figure> Figures(Plan plan, int years) => [.. plan.Indicators.SelectMany(i => Enumerable.Range(1, years).Select(n => Figure(i, n)))
        .Select((f, number) => f with { Number = number + 1 })];

    private static Figure Figure(Indicator indicator, int yearsAfter) => new()
    {
        Number = 0,
        Indicator = indicator.Code,
        Year = indicator.StartYear.Plus(yearsAfter),
        Stage = FigureStage.Actual,
        Reading = ReadingOf(indicator, yearsAfter),
        Author = Head,
        SavedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddDays(yearsAfter),
    };

    private static Reading ReadingOf(Indicator indicator, int yearsAfter) => indicator switch
    {
        { CountNames.IsEmpty: false } => new Reading.Counts([.. indicator.CountNames.Select(c => new NamedCount(c.Name, yearsAfter))]),
        { Pair.Required: true } => new Reading.Ratio(140 + yearsAfter, 218),
        _ => new Reading.Amount((indicator.Baseline?.Values[0].Number ?? 0) + yearsAfter),
    };

    private static Plan Grow(Plan plan, int indicators)
    {
        var one = plan.Parts[0];
        var parts = Enumerable.Range(1, (indicators / plan.Indicators.Count()) + 1).Select(number => one with
        {
            Number = number,
            Chapters = [.. one.Chapters.Select(c => c with { Part = number, Sections = [.. c.Sections.Select(s => Moved(s, number))] })],
        });
        return plan with { Parts = [.. parts] };
    }

    private static Section Moved(Section section, int part)
    {
        var code = section.Code with { Part = part };
        return section with { Code = code, Indicators = [.. section.Indicators.Select(i => i with { Code = i.Code with { Section = code } })] };
    }
}
