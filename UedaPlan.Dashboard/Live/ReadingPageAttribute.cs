namespace UedaPlan.Dashboard.Live;

/// <summary>閲覧ページ: a page without a circuit, the same for every reader, answered from bytes made once per revision.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadingPageAttribute : Attribute
{
    /// <summary>"wall" for the unattended display; null for tablets and desks.</summary>
    public string? Surface { get; init; }
}

/// <summary>作業ページ: a page on a circuit, where a person types.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WorkingPageAttribute : Attribute;
