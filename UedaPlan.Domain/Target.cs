using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>基準値: where the plan starts, as printed. Values has one entry, or one per named count.</summary>
public sealed record Baseline(FiscalYear Year, ImmutableArray<PrintedValue> Values, string Printed);

/// <summary>計画目標: where the plan wants to be, as printed.</summary>
public sealed record Target(FiscalYear Year, ImmutableArray<PrintedValue> Values, Bound Bound, string Printed)
{
    /// <summary>Decimals the plan prints for the target; a figure is rounded to them before it is compared.</summary>
    public int Decimals => Values[0].Decimals;
}

/// <summary>計画に印刷された値: the number printed with its decimals and, where the plan prints them, the counts behind it.</summary>
public sealed record PrintedValue(decimal Number, int Decimals, Reading.Ratio? Counts = null)
{
    /// <summary>The unrounded value: the ratio of the printed counts where there are any, else the printed number.</summary>
    internal Exact Exact => Counts is { } ratio ? Exact.PercentOf(ratio) : Exact.Of(Number);
}

/// <summary>以上・未満: which side of the target counts as met.</summary>
public enum Bound
{
    None,
    AtLeast,
    Below,
}
