using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力された文字: what a person has typed, exactly as typed, by field.</summary>
public sealed record EntryText
{
    public const string Amount = "amount";
    public const string Numerator = "numerator";
    public const string Denominator = "denominator";
    public const string Comment = "comment";
    public const string Reason = "reason";
    private readonly ImmutableDictionary<string, string> _texts = ImmutableDictionary<string, string>.Empty;

    /// <summary>「－」 is chosen instead of a number.</summary>
    public bool IsDash { get; init; }

    /// <summary>A rate is entered as its two counts.</summary>
    public bool AsRatio { get; init; }

    public string this[string id] => _texts.GetValueOrDefault(id, "");

    private ImmutableDictionary<string, string> Texts { get => _texts; init => _texts = value; }

    public static string Count(int index) => $"count-{index}";

    public EntryText With(string id, string? text) => this with { Texts = string.IsNullOrEmpty(text) ? Texts.Remove(id) : Texts.SetItem(id, text) };

    /// <summary>The text a form opens with: the standing figure; empty, in the shape last used, where there is none yet.</summary>
    public static EntryText Of(Indicator indicator, Figure? standing, Figure? previous)
    {
        var empty = new EntryText { AsRatio = indicator.Pair is { Required: true } || (standing ?? previous)?.Reading is Reading.Ratio };
        if (standing is null) return empty;
        var commented = empty.With(Comment, standing.Comment);
        return standing.Reading switch
        {
            Reading.Ratio ratio => commented.With(Numerator, Shown(ratio.Numerator)).With(Denominator, Shown(ratio.Denominator)),
            Reading.Counts counts => counts.Items.Select((item, i) => (item, i)).Aggregate(commented, (text, c) => text.With(Count(c.i), Shown(c.item.Value))),
            Reading.Amount amount => commented.With(Amount, Shown(amount.Value)),
            _ => commented with { IsDash = true },
        };
    }

    /// <summary>Switching between rate and counts alone changes nothing that could be saved.</summary>
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

    /// <summary>Half-width digits with commas, where the text is a number; whatever else was typed stays as it is.</summary>
    public EntryText Tidied(string id)
    {
        if (id is Comment or Reason || this[id].Length == 0) return this;
        try
        {
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
