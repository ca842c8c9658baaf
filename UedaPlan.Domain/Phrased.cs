namespace UedaPlan.Domain;

/// <summary>文節つきの題名: a title whose possible line breaks are marked with "|" (外国籍市民の|自立と…).</summary>
public readonly record struct Phrased(string Marked)
{
    public IReadOnlyList<string> Phrases => Marked.Split('|');
    public string Plain => Marked.Replace("|", "");

    public override string ToString() => Plain;
}
