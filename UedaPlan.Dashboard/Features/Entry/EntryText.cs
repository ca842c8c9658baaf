using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力された文字: what a person has typed, exactly as typed, by field; with the stage chosen. As JSON and back it is the same.</summary>
public sealed record EntryText
{
    public const string Stage = "stage";
    public const string AsOf = "as-of";
    public const string Amount = "amount";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Comment = "comment";
    public const string Reason = "reason";
    private readonly ImmutableDictionary<string, string> _texts = ImmutableDictionary<string, string>.Empty;

    /// <summary>途中経過 with the day it is of, not 実績.</summary>
    public bool IsInterim { get; init; }

    /// <summary>「－」 is chosen instead of a number.</summary>
    public bool IsDash { get; init; }

    /// <summary>A rate is entered as its two counts.</summary>
    public bool AsRatio { get; init; }

    /// <summary>By field id; a field without text is not in it.</summary>
    public ImmutableDictionary<string, string> Texts { get => _texts; init => _texts = value ?? ImmutableDictionary<string, string>.Empty; }

    public FigureStage FigureStage => IsInterim ? FigureStage.Interim : FigureStage.Actual;

    public string this[string id] => _texts.GetValueOrDefault(id, "");

    public static string Count(int index) => $"count-{index}";

    public EntryText With(string id, string? text) => this with { Texts = string.IsNullOrEmpty(text) ? Texts.Remove(id) : Texts.SetItem(id, text) };

    /// <summary>The text a form opens with: the standing figure; empty, in the shape last used, where there is none yet.</summary>
    public static EntryText Of(Indicator indicator, Figure? standing, Figure? previous)
    {
        var empty = new EntryText { AsRatio = indicator.Pair is { Required: true } || (standing ?? previous)?.Reading is Reading.Ratio };
        if (standing is null or { Stage: FigureStage.Withdrawn }) return empty;
        var commented = (empty with { IsInterim = standing.Stage == FigureStage.Interim })
            .With(Comment, standing.Comment).With(AsOf, standing.AsOf is { } day ? JapaneseCalendar.EraDay(day) : null);
        return standing.Reading switch
        {
            Reading.Ratio ratio => commented.With(Numerator, Shown(ratio.Numerator)).With(Denominator, Shown(ratio.Denominator)),
            Reading.Counts counts => counts.Items.Select((item, i) => (item, i)).Aggregate(commented, (text, c) => text.With(Count(c.i), Shown(c.item.Value))),
            Reading.Amount amount => commented.With(Amount, Shown(amount.Value)),
            _ => commented with { IsDash = true },
        };
    }

    /// <summary>Switching the stage, or between rate and counts, alone changes nothing that could be saved.</summary>
    public bool DiffersFrom(EntryText other) => IsDash != other.IsDash || Texts.Count != other.Texts.Count || Texts.Any(t => other[t.Key] != t.Value);

    /// <summary>The reading the fields make; null where one of them cannot be read, which is told field by field.</summary>
    public Reading? Read(Indicator indicator, Action<string, string> problem)
    {
        if (IsDash) return new Reading.Dash();
        if (!indicator.CountNames.IsEmpty) return ReadCounts(indicator, problem);
        if (!AsRatio) return Try(Amount, Reading.Parse, problem);
        var (numerator, denominator) = (ReadCount(Numerator, problem), ReadCount(Denominator, problem));
        return numerator is { } n && denominator is { } d ? new Reading.Ratio(n, d) : null;
    }

    /// <summary>The day an interim is of; null where it cannot be read, which is told, and for an actual.</summary>
    public DateOnly? ReadDay(FiscalYear year, Action<string, string> problem) => IsInterim ? Try(AsOf, text => (DateOnly?)DayText.Parse(text, year), problem) : null;

    /// <summary>Half-width digits with commas, where the text is a number, and days with their year; whatever else was typed stays as it is.</summary>
    public EntryText Tidied(string id, FiscalYear year)
    {
        if (id is Comment or Reason || this[id].Length == 0) return this;
        try
        {
            if (id == AsOf) return With(id, JapaneseCalendar.EraDay(DayText.Parse(this[id], year)));
            return Reading.Parse(this[id]) is Reading.Amount amount ? With(id, Shown(amount.Value)) : this;
        }
        catch (PlanRuleException)
        {
            return this; // the message beside the field says what is wrong with it
        }
    }

    private static string Shown(decimal value) => value.ToString($"N{value.Scale}");

    private Reading.Counts? ReadCounts(Indicator indicator, Action<string, string> problem)
    {
        var values = indicator.CountNames.Select((_, i) => ReadCount(Count(i), problem)).ToList(); // all of them, so that every slip is told
        return values.Contains(null) ? null : new Reading.Counts([.. indicator.CountNames.Select((c, i) => new NamedCount(c.Name, values[i]!.Value))]);
    }

    private long? ReadCount(string id, Action<string, string> problem) => Try(id, text => (long?)Reading.ParseCount(text, FigureField.Reading), problem);

    private T? Try<T>(string id, Func<string, T> read, Action<string, string> problem)
    {
        try
        {
            return read(this[id]);
        }
        catch (PlanRuleException e)
        {
            problem(id, e.Message);
            return default;
        }
    }
}
