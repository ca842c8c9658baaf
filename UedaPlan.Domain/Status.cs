namespace UedaPlan.Domain;

/// <summary>状態: 達成 順調 注意 要対応 未入力, in the order every screen lists them.</summary>
public enum Status
{
    Achieved,
    OnTrack,
    Watch,
    ActionNeeded,
    NoData,
}

/// <summary>状態の言葉: the one Japanese word of each status.</summary>
public static class StatusWords
{
    public static string ToWord(this Status status) => status switch
    {
        Status.Achieved => "達成",
        Status.OnTrack => "順調",
        Status.Watch => "注意",
        Status.ActionNeeded => "要対応",
        _ => "未入力",
    };
}
