using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>盤面の違い: whether a newer board matters to a page. Cards are made anew with each board, so entries are compared.</summary>
public static class BoardDifference
{
    /// <summary>A figure of this department or the plan itself has changed.</summary>
    public static bool ConcernsDepartment(Board shown, Board now, string? department) => !ReferenceEquals(shown.Plan, now.Plan)
        || NewestOf(shown, department) != NewestOf(now, department);

    /// <summary>This indicator, the plan, or a count the preview shows has changed.</summary>
    public static bool ConcernsEntry(Board shown, Board now, IndicatorCard card) => !ReferenceEquals(shown.Plan, now.Plan)
        || shown.Whole != now.Whole
        || shown.Find(card.Indicator.Code.Section)?.Score != now.Find(card.Indicator.Code.Section)?.Score
        || shown.Find(card.Indicator.Code)?.LastChange?.Entry != now.Find(card.Indicator.Code)?.LastChange?.Entry;

    private static long NewestOf(Board board, string? department) =>
        board.Cards.Where(c => c.Indicator.Department.Code == department).Max(c => c.LastChange?.Entry) ?? 0;
}
