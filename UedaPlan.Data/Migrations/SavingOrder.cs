namespace UedaPlan.Data.Migrations;

/// <summary>保存の順: fills the revisions of what was saved before revisions were kept, from the order of saving; SQL both databases understand.</summary>
internal static class SavingOrder
{
    // The newest figure that was there when a later plan file was loaded. Figures are numbered and files counted in the order of
    // saving; moments only say where the files fall between the figures, and a clock that stepped back must not turn either order round.
    private const string FiguresBefore = """
        COALESCE((SELECT MAX(g.Number) FROM Figures g WHERE g.SavedAt <=
            (SELECT MAX(e.LoadedAt) FROM PlanDocuments e WHERE e.Version > 1 AND e.Version <= d.Version)), 0)
        """;

    /// <summary>The first file made revision 1; every figure and every later file one more.</summary>
    public const string Figures = $"""
        UPDATE Figures SET Revision = 1
            + (SELECT COUNT(*) FROM Figures f WHERE f.Number <= Figures.Number)
            + (SELECT COUNT(*) FROM PlanDocuments d WHERE d.Version > 1 AND {FiguresBefore} < Figures.Number)
        """;

    public const string Documents = $"""
        UPDATE PlanDocuments SET Revision = Version
            + (SELECT COUNT(*) FROM Figures f, PlanDocuments d WHERE d.Version > 1 AND d.Version = PlanDocuments.Version AND f.Number <= {FiguresBefore})
        """;
}
