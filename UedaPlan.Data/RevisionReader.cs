using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>目標の見直しを読む: the targets an indicator had and will have.</summary>
internal static class RevisionReader
{
    public static ImmutableArray<TargetRevision> ReadPast(PlanObject indicator) => indicator.Has("revisions") ? [.. indicator.Objects("revisions").Select(r =>
    {
        var revision = new TargetRevision(r.Day("effective"), r.Text("before"), r.Text("after"), r.Text("reason"));
        r.End();
        return revision;
    })] : [];

    /// <summary>Each with the place it stands at, for what is wrong with it.</summary>
    public static IReadOnlyList<(UpcomingTarget Target, PlanObject At)> ReadUpcoming(PlanObject indicator, int counts)
    {
        if (!indicator.Has("upcoming")) return [];
        HashSet<DateOnly> days = [];
        return [.. indicator.Objects("upcoming").Select(u =>
        {
            var upcoming = new UpcomingTarget(u.Day("effective"), IndicatorReader.ReadTarget(u.RequiredChild("target"), counts), u.Text("reason"));
            if (!days.Add(upcoming.Effective)) u.Problem("effective", "同じ日の目標の見直しが重なっています");
            u.End();
            return (upcoming, u);
        })];
    }
}
