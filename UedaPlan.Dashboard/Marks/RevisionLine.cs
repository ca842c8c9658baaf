using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Marks;

/// <summary>目標の見直しの1行: from when, which target instead of which, and why.</summary>
public sealed record RevisionLine(string Words, string Reason)
{
    /// <summary>What is to come first, then the newest revision.</summary>
    public static IReadOnlyList<RevisionLine> Of(Indicator indicator) =>
    [
        .. Planned(indicator).Reverse(),
        .. indicator.Revisions.Reverse().Select(r => new RevisionLine($"{JapaneseCalendar.EraDay(r.Effective)}から {r.Before} → {r.After}", r.Reason)),
    ];

    private static IEnumerable<RevisionLine> Planned(Indicator indicator)
    {
        var before = indicator.Target.Printed;
        foreach (var next in indicator.Upcoming)
        {
            yield return new RevisionLine($"{JapaneseCalendar.EraDay(next.Effective)}から {before} → {next.Target.Printed} (予定)", next.Reason);
            before = next.Target.Printed;
        }
    }
}
