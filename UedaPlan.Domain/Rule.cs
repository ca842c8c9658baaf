using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>判定のきまり: a status and all it asks for; read in their order, the first of a kind's rules that holds applies.</summary>
public sealed record Rule(Status Status, ImmutableArray<Condition> Conditions)
{
    public bool Applies { get; init; }

    /// <summary>The rules of a kind, best status first, without any figure.</summary>
    public static ImmutableArray<Rule> Of(IndicatorKind kind) => Of(kind, asked => new Condition(asked));

    internal static ImmutableArray<Rule> Of(IndicatorKind kind, Func<ConditionKind, Condition> judge)
    {
        Rule[] rules = [.. TableOf(kind).Select(row => new Rule(row.Status, [.. row.Asked.Select(judge)]))];
        var first = Array.FindIndex(rules, r => r.Conditions.All(c => c.Holds == true));
        return [.. rules.Select((rule, i) => rule with { Applies = i == first })];
    }

    private static (Status Status, ConditionKind[] Asked)[] TableOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Reach =>
        [
            (Status.Achieved, [ConditionKind.TargetMet]),
            (Status.OnTrack, [ConditionKind.PaceReached]),
            (Status.Watch, [ConditionKind.ProgressEnough]),
            (Status.ActionNeeded, [ConditionKind.Otherwise]),
        ],
        IndicatorKind.Keep =>
        [
            (Status.Achieved, [ConditionKind.TargetMet]),
            (Status.Watch, [ConditionKind.LevelKept]),
            (Status.ActionNeeded, [ConditionKind.Otherwise]),
        ],
        IndicatorKind.Floor =>
        [
            (Status.Achieved, [ConditionKind.TargetMet, ConditionKind.TargetYearReached]),
            (Status.OnTrack, [ConditionKind.TargetMet, ConditionKind.PaceReached, ConditionKind.ForecastMet]),
            (Status.Watch, [ConditionKind.TargetMet]),
            (Status.ActionNeeded, [ConditionKind.TargetMissed]),
        ],
        _ =>
        [
            (Status.Achieved, [ConditionKind.TargetMet, ConditionKind.TargetYearReached]),
            (Status.OnTrack, [ConditionKind.TargetMet, ConditionKind.ForecastMet]),
            (Status.Watch, [ConditionKind.TargetMet]),
            (Status.ActionNeeded, [ConditionKind.TargetMissed]),
        ],
    };
}

/// <summary>条件: one comparison with the numbers compared; without numbers where a dash, a year or a missing forecast decides.</summary>
public sealed record Condition(ConditionKind Kind)
{
    /// <summary>Null while there is no figure to judge.</summary>
    public bool? Holds { get; init; }
    public Exact? Left { get; init; }
    public Exact? Right { get; init; }
}

/// <summary>条件の種類: what a figure is asked.</summary>
public enum ConditionKind
{
    TargetMet,
    TargetMissed,
    TargetYearReached,
    PaceReached,
    ProgressEnough,
    LevelKept,

    /// <summary>A forecast that cannot be made yet holds nothing against a figure.</summary>
    ForecastMet,
    Otherwise,
}
