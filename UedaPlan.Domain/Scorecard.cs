namespace UedaPlan.Domain;

/// <summary>集計: how many indicators stand at each status. Unlike units are counted, never averaged.</summary>
public sealed record Scorecard(int Achieved, int OnTrack, int Watch, int ActionNeeded, int NoData)
{
    public int Total => Achieved + OnTrack + Watch + ActionNeeded + NoData;

    /// <summary>達成・順調</summary>
    public int Good => Achieved + OnTrack;

    public static Scorecard Of(IEnumerable<Status> statuses)
    {
        var counts = new int[5];
        foreach (var status in statuses) counts[(int)status]++;
        return new Scorecard(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }

    public int Of(Status status) => status switch
    {
        Status.Achieved => Achieved,
        Status.OnTrack => OnTrack,
        Status.Watch => Watch,
        Status.ActionNeeded => ActionNeeded,
        _ => NoData,
    };
}
