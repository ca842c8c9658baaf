using System.Globalization;
using System.Text;

namespace UedaPlan.Dashboard.Live;

/// <summary>求められた時点: what an address asks for with "at": the end of a day in Japan (2026-10-01), or one revision of the plan (r57).</summary>
public sealed record AskedMoment
{
    public const string Name = "at";
    private const int LongestText = 20;
    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d"];

    private AskedMoment() { }

    public DateOnly? Day { get; private init; }
    public long? Revision { get; private init; }

    /// <summary>What an address says of a moment; null where it is about the present. The first of repeated ones counts.</summary>
    public static string? TextOf(IQueryCollection query) => query[Name] is [{ } text, ..] && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>Null for what is neither a day nor a revision. Where no calendar opens the day is typed by hand, so 2026/10/1 and full-width digits are fine.</summary>
    public static AskedMoment? Parse(string text)
    {
        if (text.Length > LongestText || text.Any(c => char.IsSurrogate(c) || c == '\uFFFE')) return null; // neither can be normalised
        var plain = text.Trim().Normalize(NormalizationForm.FormKC);
        if (DateOnly.TryParseExact(plain, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new AskedMoment { Day = day };
        return plain is ['r', .. var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new AskedMoment { Revision = revision }
            : null;
    }

    /// <summary>What an address needs of a moment that does not exist: as little as makes it wrong, for addresses have a longest length.</summary>
    public static string Shortened(string text) => text.Length > LongestText ? text[..(LongestText + 1)] : text;

    /// <summary>The one form by which pages of this moment are known.</summary>
    public override string ToString() => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? $"r{Revision}";
}
