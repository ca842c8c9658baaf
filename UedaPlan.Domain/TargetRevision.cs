namespace UedaPlan.Domain;

/// <summary>目標の見直し: a target that was changed, as printed before and after, from which day on and why.</summary>
public sealed record TargetRevision(DateOnly Effective, string Before, string After, string Reason);

/// <summary>予定の目標: a target that takes effect on a day to come.</summary>
public sealed record UpcomingTarget(DateOnly Effective, Target Target, string Reason);

/// <summary>目標の誤り: what is wrong with one input of a new target.</summary>
public sealed record TargetProblem(string Field, string Message);
