using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UedaPlan.Domain;

/// <summary>報告値: what a department reports: 82.9 · 144/217 · 講演会1・研修会2 · －. Text and value are a round trip.</summary>
public abstract partial record Reading
{
    internal const int MostDigits = 12;
    private const int LongestText = 1000; // far beyond any reading; keeps the patterns below from working on a novel

    private Reading() { }

    /// <summary>One number.</summary>
    public sealed record Amount(decimal Value) : Reading
    {
        public override string ToText() => TextOf(Value);
    }

    /// <summary>Two counts whose ratio is the rate; the ratio is never rounded before it is judged.</summary>
    public sealed record Ratio(long Numerator, long Denominator) : Reading
    {
        public override string ToText() => $"{Numerator}/{Denominator}";
    }

    /// <summary>Several named counts, saved and judged together.</summary>
    public sealed record Counts(ImmutableArray<NamedCount> Items) : Reading
    {
        public bool Equals(Counts? other) => other is not null && Items.SequenceEqual(other.Items);
        public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
        public override string ToText() => string.Join('・', Items.Select(i => $"{i.Name}{i.Value}"));
    }

    /// <summary>A published 「－」: there is no burden to report.</summary>
    public sealed record Dash : Reading
    {
        public override string ToText() => "－";
    }

    /// <summary>The text that <see cref="Parse"/> reads back to an equal value.</summary>
    public abstract string ToText();

    public sealed override string ToString() => ToText();

    /// <summary>Reads what a person typed: full-width digits, thousands commas and spaces are fine.</summary>
    /// <exception cref="PlanRuleException">The text is none of the four forms; the sentence says what is expected.</exception>
    public static Reading Parse(string? text)
    {
        var plain = Normalize(text);
        if (plain.Length == 0) throw new PlanRuleException("数を入力してください", FigureField.Reading);
        if (plain.Length > LongestText) throw new PlanRuleException($"{MostDigits}桁までの数を入力してください", FigureField.Reading);
        if (plain is ['▲' or '△', >= '0' and <= '9', ..]) plain = $"-{plain[1..]}"; // as municipal tables print what is below zero
        if (DashForm().IsMatch(plain)) return new Dash();
        if (plain.Contains('/')) return ParseRatio(plain);
        return NamedForm().IsMatch(plain) ? ParseCounts(plain) : new Amount(Number(plain, FigureField.Reading));
    }

    /// <summary>Reads one whole count, as the two inputs of a rate hold it.</summary>
    /// <exception cref="PlanRuleException">The text is not a whole number.</exception>
    public static long ParseCount(string? text, FigureField field)
    {
        var number = Number(Normalize(text), field);
        return number == decimal.Truncate(number) ? (long)number : throw new PlanRuleException("整数で入力してください", field);
    }

    internal static int DigitsOf(decimal value) => TextOf(value).Count(char.IsAsciiDigit);

    // Without trailing zeros: 82.90 and 82.9 are one value and are stored as one text.
    private static string TextOf(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static Ratio ParseRatio(string plain)
    {
        var halves = plain.Split('/');
        if (halves.Length != 2) throw new PlanRuleException("「148/218」のように2つの数で入力してください", FigureField.Reading);
        return new Ratio(ParseCount(halves[0], FigureField.Numerator), ParseCount(halves[1], FigureField.Denominator));
    }

    private static Counts ParseCounts(string plain) => new([.. plain.Split('・', '、').Select(item =>
    {
        var match = NamedForm().Match(item);
        if (!match.Success) throw new PlanRuleException("「講演会1・研修会2」のように名前と数で入力してください", FigureField.Reading);
        return new NamedCount(match.Groups[1].Value, ParseCount(match.Groups[2].Value, FigureField.Reading));
    })]);

    // A comma is only believed between groups of three: 「82,9」 is a slip for 82.9 and must not become 829.
    internal static decimal Number(string plain, FigureField field)
    {
        if (plain.Length == 0) throw new PlanRuleException("数を入力してください", field);
        if (!NumberForm().IsMatch(plain))
        {
            throw new PlanRuleException(plain.Contains(',') ? "カンマ(,)の位置を確かめてください" : "数字で入力してください", field);
        }
        if (plain.Count(char.IsAsciiDigit) > MostDigits) throw new PlanRuleException($"{MostDigits}桁までの数を入力してください", field);
        return decimal.Parse(plain.Replace(",", ""), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    internal static string Normalize(string? text) => text is null ? "" : Spaces().Replace(
        text.Any(IsUnfit) ? text : text.Normalize(NormalizationForm.FormKC), "").Replace('−', '-');

    // Invalid UTF-16 cannot be normalised; it is no number either way. Raised, ringed and fraction digits must not become plain
    // ones: 5² is not 52.
    private static bool IsUnfit(char c) => char.IsSurrogate(c) || c == '\uFFFE' || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber;

    [GeneratedRegex(@"^[-‐–—―ー]+$")]
    private static partial Regex DashForm();

    [GeneratedRegex(@"^-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$")]
    private static partial Regex NumberForm();

    // A name never ends in a digit, or its text could be read back as another name and number.
    [GeneratedRegex(@"^([^\d・、/.,-](?:[^・、/]*?[^\d・、/.,-])?)(-?[\d,.]+)(?:回|人|件|事業)?(?=$|[・、])")]
    private static partial Regex NamedForm();

    [GeneratedRegex(@"[\s\p{Cf}]")] // with the invisible marks that come along when a cell is copied
    private static partial Regex Spaces();
}

/// <summary>名前つきの数: one of several counts reported together (講演会 1).</summary>
public sealed record NamedCount(string Name, long Value);
