using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>指標の札: an indicator, its judgement and every text a screen shows of it.</summary>
public sealed record IndicatorCard
{
    public required Indicator Indicator { get; init; }
    public required Judgement Judgement { get; init; }

    /// <summary>The judged actual; null while there is none.</summary>
    public Figure? Latest { get; init; }

    /// <summary>A published interim newer than the judged actual: shown, never judged.</summary>
    public Figure? Interim { get; init; }

    /// <summary>途中経過 12事業 (10月31日現在)</summary>
    public string? InterimText { get; init; }
    public Change? LastChange { get; init; }

    /// <summary>67.9% · 1回・2回 · － · 未入力</summary>
    public required string Value { get; init; }

    /// <summary>The number without its unit, for large type; the whole value where they cannot be told apart.</summary>
    public required string Number { get; init; }
    public required string Unit { get; init; }

    /// <summary>148 / 218棟 · 講演会・研修会</summary>
    public string? CountsText { get; init; }

    /// <summary>前年 +0.9ポイント; where the unit goes without saying, <see cref="ChangeShort"/>: 前年 +0.9.</summary>
    public string? ChangeText { get; init; }
    public string? ChangeShort { get; init; }
    public string? PaceText { get; init; }
    public string? GapText { get; init; }
    public string? ForecastText { get; init; }

    /// <summary>上限まで 0.8ポイント, for a limit.</summary>
    public string? HeadroomText { get; init; }

    /// <summary>下限を保つ指標 · 小さいほどよい · 毎年度の水準を維持 · null for an indicator that rises to its target.</summary>
    public string? KindText { get; init; }

    /// <summary>令和8年度 · 令和7年度決算; null while there is no actual.</summary>
    public string? YearText { get; init; }

    public Status Status => Judgement.Status;
    public string StatusWord => Judgement.Status.ToWord();

    public static IndicatorCard Of(Indicator indicator, Thresholds thresholds)
    {
        var judgement = Judge.Of(indicator, thresholds);
        var latest = indicator.LatestActual;
        var interim = InterimOf(indicator, latest);
        var text = new CardText(indicator, judgement, latest?.Reading);
        return new IndicatorCard
        {
            Indicator = indicator,
            Judgement = judgement,
            Latest = latest,
            Interim = interim,
            InterimText = interim is null ? null : CardText.InterimOf(indicator, interim),
            LastChange = ChangeOf(indicator, judgement, text.Value, thresholds),
            Value = text.Value,
            Number = text.Number,
            Unit = text.Unit,
            CountsText = text.Counts,
            ChangeText = text.Change,
            ChangeShort = text.ChangeShort,
            PaceText = text.Pace,
            GapText = text.Gap,
            ForecastText = text.Forecast,
            HeadroomText = text.Headroom,
            KindText = text.Kind,
            YearText = latest is null ? null : FigureFormat.Year(indicator, latest.Year),
        };
    }

    private static Figure? InterimOf(Indicator indicator, Figure? latest) => indicator.Figures.Select(f => f.Year).Distinct()
        .Where(year => latest is null || year > latest.Year).Select(year => indicator.EntryOf(year)!)
        .Where(f => f.Stage == FigureStage.Interim).MaxBy(f => f.Year);

    private static Change? ChangeOf(Indicator indicator, Judgement judgement, string value, Thresholds thresholds)
    {
        if (indicator.Figures.MaxBy(f => f.Number) is not { } newest) return null;
        var earlier = indicator with { Figures = indicator.Figures.Remove(newest) };
        var before = Judge.Of(earlier, thresholds);
        var isJudged = newest.Stage == FigureStage.Actual ? newest.Year == judgement.Year : newest.Year == before.Year; // or was, until it was taken back
        var (was, now) = isJudged
            ? (CardText.ValueOf(indicator, earlier.LatestActual?.Reading), value)
            : (CardText.ValueOf(indicator, earlier.StandingOf(newest.Year)?.Reading), CardText.ValueOf(indicator, indicator.StandingOf(newest.Year)?.Reading));
        return new Change(indicator.Code, indicator.ShortName, newest.Number, newest.SavedAt, was, now, before.Status, judgement.Status);
    }
}
