namespace UedaPlan.Domain;

/// <summary>記録の種類: what somebody did; the first seven are entries of an indicator, then charts, then the plan itself.</summary>
public enum RecordKind
{
    Input,
    Interim,
    Correction,
    Comment,
    Undone,
    Restored,
    Imported,
    Chart,
    PlanFile,
    Departments,
    Deadlines,
    Assumptions,
    Target,
    TookEffect,
    Thresholds,
    Wording,
}

/// <summary>記録の種類の言葉: which kind an entry is, and what each kind is called.</summary>
public static class RecordKinds
{
    /// <param name="entry">The entry.</param>
    /// <param name="before">The entry of the same year that it came after; null where it is the first.</param>
    public static RecordKind Of(Figure entry, Figure? before) => (entry.Origin, entry.Stage) switch
    {
        (FigureOrigin.Undone, _) => RecordKind.Undone,
        (FigureOrigin.Restored, _) => RecordKind.Restored,
        (FigureOrigin.Imported, _) => RecordKind.Imported,
        (_, FigureStage.Interim) => RecordKind.Interim,
        _ when before is not { Stage: FigureStage.Actual } => RecordKind.Input,
        _ => before.Reading == entry.Reading ? RecordKind.Comment : RecordKind.Correction,
    };

    public static bool IsOfPlan(this RecordKind kind) => kind >= RecordKind.PlanFile;

    public static string ToWord(this RecordKind kind) => kind switch
    {
        RecordKind.Input => "入力",
        RecordKind.Interim => "途中経過",
        RecordKind.Correction => "訂正",
        RecordKind.Comment => "コメント",
        RecordKind.Undone => "取り消し",
        RecordKind.Restored => "前の値に戻す",
        RecordKind.Imported => "取り込み",
        RecordKind.Chart => "統計",
        RecordKind.PlanFile => "計画ファイル",
        RecordKind.Departments => "課の変更",
        RecordKind.Deadlines => "期限の変更",
        RecordKind.Assumptions => "仮の確認",
        RecordKind.Target => "目標の見直し",
        RecordKind.TookEffect => "目標の切り替え",
        RecordKind.Thresholds => "判定の境目",
        _ => "計画の文言",
    };
}
