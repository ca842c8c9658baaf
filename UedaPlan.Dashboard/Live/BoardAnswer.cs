using System.Text.Json;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>APIの答え: the board as /api/v1/board says it. Values are unrounded; composite indicators give a list per named count.</summary>
public sealed record BoardAnswer(long Revision, bool Demo, string Plan, IEnumerable<BoardAnswer.SectionAnswer> Sections)
{
    public static BoardAnswer Of(Board board) => new(board.Revision, board.Demo, board.Plan.Title, board.Sections.Select(section => new SectionAnswer(
        section.Section.Code.ToString(), section.Section.Title.Plain, section.Score, section.Indicators.Select(card => OfCard(card, board.Demo)))));

    private static IndicatorAnswer OfCard(IndicatorCard card, bool demo)
    {
        var indicator = card.Indicator;
        return new IndicatorAnswer(
            indicator.Code.ToString(), indicator.Name.Plain, indicator.Unit, indicator.Department.Name,
            indicator.Baseline is { } baseline ? new PrintedAnswer(baseline.Printed, baseline.Year.StartYear) : null,
            new PrintedAnswer(indicator.Target.Printed, indicator.Target.Year.StartYear),
            card.Latest is { } latest
                ? new LatestAnswer(card.Value, Values(card, c => c.Value), CountsOf(indicator, latest.Reading), latest.Year.StartYear, latest.SavedAt, demo)
                : null,
            JsonNamingPolicy.CamelCase.ConvertName(card.Status.ToString()),
            Values(card, c => c.Pace), Values(card, c => c.Forecast), card.Judgement.Reason);
    }

    private static object? Values(IndicatorCard card, Func<JudgedCount, decimal?> value) =>
        card.Judgement.IsComposite ? card.Judgement.Counts.Select(value).ToArray() : value(card.Judgement.First);

    private static IEnumerable<CountAnswer>? CountsOf(Indicator indicator, Reading reading) => reading switch
    {
        Reading.Ratio ratio => [new(indicator.Pair!.Numerator, ratio.Numerator), new(indicator.Pair.Denominator, ratio.Denominator)],
        Reading.Counts counts => counts.Items.Select(i => new CountAnswer(i.Name, i.Value)),
        _ => null,
    };

    /// <summary>施策</summary>
    public sealed record SectionAnswer(string Code, string Title, CountsAnswer Counts, IEnumerable<IndicatorAnswer> Indicators)
    {
        internal SectionAnswer(string code, string title, Scorecard score, IEnumerable<IndicatorAnswer> indicators)
            : this(code, title, new CountsAnswer(score.Achieved, score.OnTrack, score.Watch, score.ActionNeeded, score.NoData), indicators) { }
    }

    /// <summary>状態ごとの数</summary>
    public sealed record CountsAnswer(int Achieved, int OnTrack, int Watch, int ActionNeeded, int NoData);

    /// <summary>指標</summary>
    public sealed record IndicatorAnswer(string Code, string Name, string Unit, string Department, PrintedAnswer? Baseline, PrintedAnswer Target,
        LatestAnswer? Latest, string Status, object? Pace, object? Forecast, string Reason);

    /// <summary>計画に印刷された値; Year is the year the fiscal year starts in.</summary>
    public sealed record PrintedAnswer(string Printed, int Year);

    /// <summary>判定した実績</summary>
    public sealed record LatestAnswer(string Printed, object? Value, IEnumerable<CountAnswer>? Counts, int Year, DateTimeOffset SavedAt, bool Demo);

    /// <summary>数</summary>
    public sealed record CountAnswer(string Name, long Value);
}
