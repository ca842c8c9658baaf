using System.Globalization;
using System.Text.Json.Nodes;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>毎年度の期限の変更: the day that stands for every year without a day of its own.</summary>
public sealed record SetYearlyDeadline(IndicatorCode Indicator, YearlyDeadline Deadline) : IndicatorEdit(Indicator)
{
    private protected override void Change(JsonObject indicator)
    {
        if (!Deadline.IsDay) throw new PlanRuleException("期限には、毎年ある日を選んでください");
        if (indicator["survey"]?.GetValue<bool>() == true) throw new PlanRuleException($"指標 {Indicator} はアンケート調査のため、毎年度の期限はありません。調査をする年度を選んで、期限を入力してください");
        indicator["deadline"] = new JsonObject { ["month"] = Deadline.Month, ["day"] = Deadline.Day };
        Settle(indicator, Assumption.Deadline);
    }
}

/// <summary>1つの年度の期限の変更: its own day, or without one the standing day again; for a survey: held in that year, or not.</summary>
public sealed record SetYearDeadline(IndicatorCode Indicator, FiscalYear Year, DateOnly? Day) : IndicatorEdit(Indicator)
{
    private protected override void Change(JsonObject indicator)
    {
        if (Day is { } day && new YearDeadline(Year, day) is { IsInReach: false } slip) throw new PlanRuleException(slip.Problem);
        var all = indicator["deadlines"]?.AsArray() ?? [];
        all.RemoveAll(d => d?["year"]?.GetValue<int>() == Year.StartYear);
        if (Day is { } named) all.Add(new JsonObject { ["year"] = Year.StartYear, ["day"] = named.ToString(DeadlineReader.DayFormat, CultureInfo.InvariantCulture) });
        if (all.Count == 0) indicator.Remove("deadlines");
        else indicator["deadlines"] ??= all;
        Settle(indicator, Assumption.Deadline);
    }
}
