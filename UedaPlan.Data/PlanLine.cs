namespace UedaPlan.Data;

/// <summary>計画の違いの1件: where (指標 1-1-1-4), what of it (目標 › 数), and how it stands before and after.</summary>
public sealed record PlanLine(PlanLineKind Kind, string Place, string What, string? Before, string? After)
{
    /// <summary>It goes back behind what the office did on its screens since the last plan file.</summary>
    public bool UndoesOffice { get; init; }

    public string Word => Kind switch
    {
        PlanLineKind.Added => "追加",
        PlanLineKind.Removed => "削除",
        PlanLineKind.Warning => "注意",
        _ => "変更",
    };

    /// <summary>変更 指標 1-1-1-4 目標 › 数: 39 → 45</summary>
    public override string ToString() => $"{Word} {$"{Place} {What}".TrimEnd()}: {Values}";

    /// <summary>39 → 45; only one of them where something comes or goes.</summary>
    public string Values => Kind switch
    {
        PlanLineKind.Removed => Before ?? "",
        PlanLineKind.Order => $"並び順 → {After}",
        PlanLineKind.Changed => $"{Before} → {After}",
        _ => After ?? "",
    };
}

/// <summary>計画の違いの種類: Warning is no difference but what follows from one.</summary>
public enum PlanLineKind
{
    Added,
    Changed,
    Order,
    Removed,
    Warning,
}

/// <summary>計画の変更の下見: what would change, and the board today and as it would then be.</summary>
public sealed record PlanPreview(IReadOnlyList<PlanLine> Lines, Board Before, Board After);
