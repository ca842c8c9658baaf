using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>保存後の姿: what every screen would show if the figure were saved now, beside what it shows today.</summary>
public sealed record EntryPreview(Board Before, Board After, IndicatorCard CardBefore, IndicatorCard CardAfter, Figure Figure)
{
    public Scorecard SectionBefore => Before.Find(CardBefore.Indicator.Code.Section)!.Score;
    public Scorecard SectionAfter => After.Find(CardAfter.Indicator.Code.Section)!.Score;

    /// <summary>A newer year has a figure already: it stays the one that is shown and judged.</summary>
    public bool IsOtherYearJudged => CardAfter.Latest?.Year != Figure.Year;

    /// <summary>The screens show an interim only of a year after the judged one.</summary>
    public bool IsInterimShown => CardAfter.Interim?.Year == Figure.Year;

    /// <summary>Null while the indicator is not on the board, as after a revision of the plan.</summary>
    public static EntryPreview? Of(Board board, Figure figure)
    {
        if (board.Find(figure.Indicator) is not { } before) return null;
        var after = board.With(figure);
        return new EntryPreview(board, after, before, after.Find(figure.Indicator)!, figure);
    }
}
