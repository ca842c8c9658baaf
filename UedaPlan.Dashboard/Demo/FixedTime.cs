namespace UedaPlan.Dashboard.Demo;

/// <summary>止まった時計: the moment at which a demo entry is said to have been saved.</summary>
internal sealed class FixedTime(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment;
}
