namespace UedaPlan.Domain;

/// <summary>判定する: from an indicator and its figures to a judgement. The only place where a status is decided.</summary>
public static class Judge
{
    public static Judgement Of(Indicator indicator, Thresholds thresholds)
    {
        var latest = indicator.LatestActual;
        var lines = Enumerable.Range(0, indicator.Target.Values.Length).Select(i => new Line(indicator, i)).ToArray();
        var verdicts = lines.Select(line => Verdict.Of(line, latest, thresholds)).ToArray();
        return new Judgement
        {
            Status = latest is null ? Status.NoData : WorstOf(verdicts.Select(v => v.Status)),
            Year = latest?.Year,
            Counts = [.. verdicts.Select(v => v.ToCount())],
            Reason = Explanation.Of(indicator, latest, verdicts, thresholds),
        };
    }

    // Judged statuses only: their order from best to worst is the order of the enum.
    private static Status WorstOf(IEnumerable<Status> statuses) => statuses.Max();
}
