using UedaPlan.Dashboard.Marks;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Detail;

/// <summary>指標のページの内容: one indicator's card with the section, plan and board it stands in.</summary>
public sealed record DetailView(Board Board, SectionCard Section, IndicatorCard Card)
{
    /// <summary>Null where the plan has no such indicator.</summary>
    public static DetailView? Of(Board board, string code) =>
        IndicatorCode.TryParse(code, out var parsed) && board.Find(parsed) is { } card && board.Find(parsed.Section) is { } section
            ? new DetailView(board, section, card)
            : null;

    public Indicator Indicator => Card.Indicator;
    public bool Demo => Board.Demo;

    /// <summary>Whether any demo figure stands on the page: baselines and targets are always the plan's own.</summary>
    public bool ShowsDemo => Demo && !Indicator.Figures.IsEmpty;

    public IEnumerable<CountView> Counts => Card.Judgement.Counts.Select((judged, i) => new CountView(this, i, judged));
}

/// <summary>数ごとの数字: the four figures of one count, rounded as they are shown.</summary>
public sealed record CountView(DetailView View, int Index, JudgedCount Judged)
{
    public Indicator Indicator => View.Indicator;
    public TrendData Data { get; } = new(View.Indicator, Index);
    public string Unit => Indicator.Unit;
    public string DifferenceUnit => FigureFormat.DifferenceUnit(Indicator);

    /// <summary>Differences of rates stand beside a rate, so their unit goes without saying.</summary>
    public string ShortUnit => Unit == "%" ? "" : Unit;
    public IndicatorKind Kind => Data.Kind;
    public PrintedValue Target => Data.Target;

    /// <summary>The number of the judged actual; null while there is none, and for 「－」.</summary>
    public string? Number => Judged.Value is { } value ? Data.Text(value) : null;

    /// <summary>The pace of the judged year, else of the year the board stands at.</summary>
    public string? Pace => (Judged.Pace ?? Data.PaceAt(View.Board.Year)) is { } pace ? Data.Text(pace) : null;

    /// <summary>How far the shown forecast is from the printed target; null without a forecast.</summary>
    public decimal? ForecastGap => Judged.Forecast is { } forecast
        ? Math.Round(forecast, Data.Decimals, MidpointRounding.AwayFromZero) - Target.Number
        : null;

    public bool IsPastTarget => Data.Latest >= Data.TargetYear;

    public string WithSign(decimal value) => FigureFormat.SignedDifference(value, Data.Decimals);
}
