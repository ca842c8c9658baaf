namespace UedaPlan.Domain;

/// <summary>図の番号: the section's code and the position among its charts; 1-1-1-2 in an address, 「1-1-1 図2」 on a screen.</summary>
public readonly record struct StatisticCode(SectionCode Section, int Position)
{
    public static bool TryParse(string? text, out StatisticCode code)
    {
        code = default;
        if (!CodeNumbers.TryRead(text, 4, out var numbers)) return false;
        code = new StatisticCode(new SectionCode(numbers[0], numbers[1], numbers[2]), numbers[3]);
        return true;
    }

    /// <exception cref="FormatException">The text is not four whole numbers joined by hyphens.</exception>
    public static StatisticCode Parse(string text) => TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is no statistic code");

    /// <summary>1-1-1 図2: an indicator has a number of four parts, too.</summary>
    public string ToLabel() => $"{Section} 図{Position}";

    public override string ToString() => $"{Section}-{Position}";
}
