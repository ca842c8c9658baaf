namespace UedaPlan.Domain;

/// <summary>施策の番号: 1-2-3 is part 1, chapter 2, section 3, as the plan prints it.</summary>
public readonly record struct SectionCode(int Part, int Chapter, int Section) : IComparable<SectionCode>
{
    public static bool TryParse(string? text, out SectionCode code)
    {
        code = default;
        if (!CodeNumbers.TryRead(text, 3, out var numbers)) return false;
        code = new SectionCode(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    /// <exception cref="FormatException">The text is not three whole numbers joined by hyphens.</exception>
    public static SectionCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no section code");

    public int CompareTo(SectionCode other) => (Part, Chapter, Section).CompareTo((other.Part, other.Chapter, other.Section));

    public override string ToString() => $"{Part}-{Chapter}-{Section}";

    public static bool operator <(SectionCode left, SectionCode right) => left.CompareTo(right) < 0;
    public static bool operator >(SectionCode left, SectionCode right) => left.CompareTo(right) > 0;
    public static bool operator <=(SectionCode left, SectionCode right) => left.CompareTo(right) <= 0;
    public static bool operator >=(SectionCode left, SectionCode right) => left.CompareTo(right) >= 0;
}
