namespace UedaPlan.Domain;

/// <summary>判定の線: the numbers of one count of an indicator: baseline, target and its actuals, exact and without dashes.</summary>
internal sealed record Line(Indicator Indicator, int Index)
{
    public Exact Start { get; } = Indicator.Baseline?.Values[Index].Exact ?? Exact.Zero;
    public IndicatorKind Kind => Indicator.KindOf(Index);
    public FiscalYear StartYear => Indicator.StartYear;
    public Exact Target { get; } = Indicator.Target.Values[Index].Exact;
    public FiscalYear TargetYear => Indicator.Target.Year;
    public PrintedValue Printed => Indicator.Target.Values[Index];
    public string? Name => Indicator.CountNames.IsEmpty ? null : Indicator.CountNames[Index].Name;

    public Exact? ValueOf(Reading reading) => reading switch
    {
        Reading.Amount amount => Exact.Of(amount.Value),
        Reading.Ratio ratio => Exact.PercentOf(ratio),
        Reading.Counts counts => Exact.Of(counts.Items[Index].Value),
        _ => null,
    };

    /// <summary>The target as a number of the plan's print: 70 where the counts say 69.72….</summary>
    public Exact PrintedTarget => Exact.Of(Printed.Number);

    /// <summary>Rounded half up to the decimals the plan prints.</summary>
    public Exact? Rounded(Exact? value) => value?.Round(Printed.Decimals);

    /// <summary>The rounded figure held against the printed target.</summary>
    public bool Meets(Exact value)
    {
        var rounded = value.Round(Printed.Decimals);
        return Indicator.Target.Bound == Bound.Below ? rounded < PrintedTarget : rounded >= PrintedTarget;
    }
}
