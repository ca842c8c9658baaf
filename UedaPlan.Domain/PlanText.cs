namespace UedaPlan.Domain;

/// <summary>計画の本文: our short summary (要約) and, where the city has filled it in, its official wording.</summary>
public sealed record PlanText(string Summary, string? Official = null)
{
    public bool IsSummary => Official is null;

    /// <summary>As a text without phrase breaks: a stroke in a city's own wording is a stroke.</summary>
    public Phrased ToRunning() => new(ToString().Replace('|', '｜'));

    public override string ToString() => Official ?? Summary;
}
