using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力欄: one thing to type, named as the plan names it.</summary>
public sealed record EntryField(string Id, string Label)
{
    public string? Unit { get; init; }
    public bool IsRequired { get; init; }

    /// <summary>Whole numbers need no decimal point on a tablet's keyboard.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A day: typed as people write it, or chosen from the browser's calendar.</summary>
    public bool IsDay { get; init; }

    /// <summary>Lines of text; none for a number.</summary>
    public int Lines { get; init; }
    public int Longest { get; init; }
    public PreviousValue? Previous { get; init; }

    public static EntryField Day { get; } = new(EntryText.AsOf, "時点") { IsRequired = true, IsDay = true };
    public static EntryField Comment { get; } = new(EntryText.Comment, "コメント") { Lines = 3, Longest = EntryCheck.LongestText };

    public static EntryField ReasonOf(EntrySession session) =>
        new(EntryText.Reason, session.Standing is null ? "大きく変わった理由" : "変更の理由") { Lines = 2, Longest = EntryCheck.LongestText, IsRequired = true };

    /// <summary>The label of an input of the form; null where there is no such input.</summary>
    public static string? LabelOf(EntrySession session, string id) => id == EntryText.Stage ? StageChoice.Legend
        : AllOf(session.Indicator, session.Year).Append(Day).Append(Comment).Append(ReasonOf(session)).FirstOrDefault(f => f.Id == id)?.Label;

    /// <summary>The fields of an indicator in the shape that is being typed.</summary>
    public static IEnumerable<EntryField> Of(Indicator indicator, FiscalYear year, EntryText text) =>
        AllOf(indicator, year).Where(f => indicator.Pair is null || text.AsRatio == f.Id is EntryText.Numerator or EntryText.Denominator);

    /// <summary>Every number an indicator can be given, whatever shape is chosen.</summary>
    public static IEnumerable<EntryField> AllOf(Indicator indicator, FiscalYear year)
    {
        var before = indicator.Actuals.LastOrDefault(f => f.Year < year);
        PreviousValue? Previous(string id, string unit) => PreviousValue.Of(indicator, before, id, unit);
        EntryField Field(string id, string label, string unit, bool whole) =>
            new(id, label) { Unit = unit, IsRequired = true, IsWhole = whole, Previous = Previous(id, unit) };

        if (!indicator.CountNames.IsEmpty)
        {
            return indicator.CountNames.Select((count, i) => Field(EntryText.Count(i), count.Label, indicator.Unit, true));
        }
        var amount = Field(EntryText.Amount, indicator.ShortName, indicator.Unit, indicator.IsWhole);
        return indicator.Pair is not { } pair
            ? [amount]
            : [amount, Field(EntryText.Numerator, pair.Numerator, pair.Unit, true), Field(EntryText.Denominator, pair.Denominator, pair.Unit, true)];
    }
}

/// <summary>前の値: what was entered for the year before, or the plan's baseline; shown beside the field.</summary>
public sealed record PreviousValue(string Year, string Value, bool IsBaseline)
{
    public static PreviousValue? Of(Indicator indicator, Figure? before, string id, string unit)
    {
        if (before is not null)
        {
            return ValueOf(indicator, before.Reading, id, unit) is { } value ? new PreviousValue(FigureFormat.Year(indicator, before.Year), value, false) : null;
        }
        return indicator.Baseline is { } baseline && BaselineOf(indicator, baseline, id, unit) is { } printed
            ? new PreviousValue(FigureFormat.Year(indicator, baseline.Year), printed, true)
            : null;
    }

    private static string? ValueOf(Indicator indicator, Reading reading, string id, string unit) => (reading, id) switch
    {
        (Reading.Ratio ratio, EntryText.Numerator) => $"{ratio.Numerator:N0}{unit}",
        (Reading.Ratio ratio, EntryText.Denominator) => $"{ratio.Denominator:N0}{unit}",
        (Reading.Counts counts, _) => counts.Items.Where((_, i) => EntryText.Count(i) == id).Select(c => $"{c.Value:N0}{unit}").FirstOrDefault(),
        (_, EntryText.Amount) => FigureFormat.Of(indicator, reading),
        _ => null,
    };

    private static string? BaselineOf(Indicator indicator, Baseline baseline, string id, string unit)
    {
        if (!indicator.CountNames.IsEmpty) return baseline.Values.Where((_, i) => EntryText.Count(i) == id).Select(v => FigureFormat.Number(v.Number, 0) + unit).FirstOrDefault();
        return id == EntryText.Amount ? baseline.Printed : baseline.Values[0].Counts is { } ratio ? ValueOf(indicator, ratio, id, unit) : null;
    }
}
