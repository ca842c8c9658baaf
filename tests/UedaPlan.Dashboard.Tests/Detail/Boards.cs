using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

/// <summary>盤面の見本: the built-in plan with the figures a test gives it.</summary>
internal static class Boards
{
    public static Plan Plan { get; } = PlanFile.BuiltIn().Plan;

    public static IEnumerable<Indicator> Indicators => Plan.Indicators;

    public static Indicator Row(string code) => Plan.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

    public static Board With(Indicator indicator, bool demo = false) =>
        Board.Of(Plan, indicator.Figures, revision: 1, demo, new DateTimeOffset(2027, 4, 1, 0, 0, 0, TimeSpan.Zero));

    public static DetailView View(Indicator indicator, bool demo = false) => DetailView.Of(With(indicator, demo), indicator.Code.ToString())!;
}
