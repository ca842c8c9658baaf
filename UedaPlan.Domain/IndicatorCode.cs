namespace UedaPlan.Domain;

/// <summary>指標の番号: the section's code and the position in its table, 1-1-1-2.</summary>
public readonly record struct IndicatorCode(SectionCode Section, int Position) : IComparable<IndicatorCode>
{
    public static bool TryParse(string? text, out IndicatorCode code)
    {
        code = default;
        if (!CodeNumbers.TryRead(text, 4, out var numbers)) return false;
        code = new IndicatorCode(new SectionCode(numbers[0], numbers[1], numbers[2]), numbers[3]);
        return true;
    }

    /// <exception cref="FormatException">The text is not four whole numbers joined by hyphens.</exception>
    public static IndicatorCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no indicator code");

    public int CompareTo(IndicatorCode other) => (Section, Position).CompareTo((other.Section, other.Position));

    public override string ToString() => $"{Section}-{Position}";

    public static bool operator <(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) < 0;
    public static bool operator >(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) >= 0;
}

internal static class CodeNumbers
{
    /// <summary>Only the canonical form: "1-01-1" would be a second address of the same page.</summary>
    public static bool TryRead(string? text, int count, out int[] numbers)
    {
        numbers = [];
        if (text is null || text.Length > 20) return false;
        var parts = text.Split('-');
        if (parts.Length != count || !parts.All(p => p.Length is > 0 and < 5 && p[0] != '0' && p.All(char.IsAsciiDigit))) return false;
        numbers = [.. parts.Select(int.Parse)];
        return true;
    }
}
