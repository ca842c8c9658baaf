using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>判定の境目の変更: from which share on a figure counts as 注意.</summary>
public sealed record ThresholdsEdit(Thresholds Thresholds) : PlanEdit
{
    internal override void Apply(JsonObject plan)
    {
        if (Thresholds is not { WatchFrom: > 0 and < 1, KeepFrom: > 0 and < 1 }) throw new PlanRuleException("境目は0より大きく、100より小さい数を入力してください");
        (plan["watchFrom"], plan["keepFrom"]) = (Thresholds.WatchFrom, Thresholds.KeepFrom);
    }
}
