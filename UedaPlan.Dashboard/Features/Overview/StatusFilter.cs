namespace UedaPlan.Dashboard.Features.Overview;

/// <summary>状態の絞り込み: stub until the overview lands.</summary>
public static class StatusFilter
{
    public static string? Canonical(string? text) => text;
}
