using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>指標の変更: an edit of one indicator; what the plan office decides is no assumption any more.</summary>
public abstract record IndicatorEdit(IndicatorCode Indicator) : PlanEdit
{
    internal sealed override void Apply(JsonObject plan) => Change(Find(plan, Indicator));

    private protected abstract void Change(JsonObject indicator);

    private protected static bool Settle(JsonObject indicator, Assumption assumption)
    {
        var key = assumption switch { Assumption.Department => "department", Assumption.Deadline => "deadline", Assumption.Bound => "bound", _ => "perYear" };
        return indicator["assumed"] is JsonArray assumed && assumed.RemoveAll(a => a?.GetValue<string>() == key) > 0;
    }
}

/// <summary>仮の確認: what was assumed holds as it is.</summary>
public sealed record ConfirmAssumption(IndicatorCode Indicator, Assumption Assumption) : IndicatorEdit(Indicator)
{
    private protected override void Change(JsonObject indicator) => Settle(indicator, Assumption);
}

/// <summary>担当課の変更: the indicator belongs to another department from now on; figures keep the department that saved them.</summary>
public sealed record AssignIndicator(IndicatorCode Indicator, string Department) : IndicatorEdit(Indicator)
{
    private protected override void Change(JsonObject indicator)
    {
        indicator["department"] = Department;
        Settle(indicator, Assumption.Department);
    }
}
