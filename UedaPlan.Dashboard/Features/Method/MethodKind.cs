using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Method;

/// <summary>種類ごとの説明: the indicators of one kind, and one of them whose judgement shows how its rules work.</summary>
public sealed record MethodKind(IndicatorKind Kind, IReadOnlyList<IndicatorCard> Cards, WhyCount? Example)
{
    public static IEnumerable<MethodKind> Of(Board board) => Enum.GetValues<IndicatorKind>().Select(kind =>
    {
        var cards = board.Cards.Where(c => KindsOf(c.Indicator).Contains(kind)).ToList();
        return new MethodKind(kind, cards, ExampleOf(board, cards));
    });

    // The counts of a composite indicator may be of different kinds.
    private static IEnumerable<IndicatorKind> KindsOf(Indicator indicator) => Enumerable.Range(0, indicator.Target.Values.Length).Select(indicator.KindOf).Distinct();

    // One number of one indicator; a judgement that took more than its first rule shows more of them.
    private static WhyCount? ExampleOf(Board board, IEnumerable<IndicatorCard> cards) => cards
        .Where(c => !c.Judgement.IsComposite && c.Judgement.First.Value is not null)
        .OrderBy(c => c.Status == Status.Achieved).ThenBy(c => c.Indicator.Code)
        .Select(c => WhyCount.Of(c, board.Plan.Thresholds, board.Year)[0]).FirstOrDefault();
}
