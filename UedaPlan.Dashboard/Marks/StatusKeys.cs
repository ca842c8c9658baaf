using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>状態の色の名前: the key by which styles know a status.</summary>
public static class StatusKeys
{
    /// <summary>達成 順調 注意 要対応 未入力, the order of every screen.</summary>
    public static IReadOnlyList<Status> All { get; } = Enum.GetValues<Status>();

    public static string ToKey(this Status status) => status switch
    {
        Status.Achieved => "achieved",
        Status.OnTrack => "ontrack",
        Status.Watch => "watch",
        Status.ActionNeeded => "action",
        _ => "none",
    };
}
