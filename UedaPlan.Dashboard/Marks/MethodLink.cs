using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>判定のしくみへの行き先: the place on the page of the method that tells of a kind of indicator.</summary>
public static class MethodLink
{
    public static string Of(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Reach => "reach",
        IndicatorKind.Keep => "keep",
        IndicatorKind.Floor => "floor",
        _ => "limit",
    };
}
