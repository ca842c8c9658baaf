namespace UedaPlan.Domain;

/// <summary>規則違反: the only exception a user may read; its message is a plain Japanese sentence saying what to do.</summary>
public sealed class PlanRuleException(string message, FigureField field = FigureField.None, Figure? newer = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>The input the sentence is about, so that a form can show it there.</summary>
    public FigureField Field { get; } = field;

    /// <summary>The entry somebody else saved meanwhile, where that is the reason of the refusal.</summary>
    public Figure? Newer { get; } = newer;
}

/// <summary>入力欄: which input of an entry a sentence is about.</summary>
public enum FigureField
{
    None,
    Reading,
    Numerator,
    Denominator,
    Comment,
    Reason,
    Year,
    AsOf,
}
