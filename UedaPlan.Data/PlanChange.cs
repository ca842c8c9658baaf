using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の変更の種類: what the plan office did; Loaded is a whole plan file, TookEffect a revision whose day had come.</summary>
public enum PlanChangeKind
{
    Loaded,
    Departments,
    Deadlines,
    Assumptions,
    Target,
    Thresholds,
    Wording,
    TookEffect,
}

/// <summary>計画の変更の依頼: edits of the plan by the plan office. Seen is the version of the plan that was looked at.</summary>
public sealed record RevisePlan(Author Author, PlanChangeKind Kind, int Seen, string Reason, IReadOnlyList<PlanEdit> Edits);

/// <summary>計画ファイルの読み込みの依頼: a whole file, chosen and looked at by the plan office.</summary>
public sealed record LoadPlan(Author Author, int Seen, string Reason, PlanFile File);

/// <summary>計画の変更の記録: who changed the plan, why, and what changed; without an author where the server itself did.</summary>
internal sealed record PlanChange(PlanChangeKind Kind, Author? Author, string? Reason, string Summary);
