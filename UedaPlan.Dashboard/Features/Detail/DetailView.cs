using UedaPlan.Dashboard.Live;
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

    /// <summary>Every entry with the one it replaced, newest first.</summary>
    public IReadOnlyList<HistoryItem> History => [.. Indicator.Figures.OrderByDescending(f => f.Number).Select(f => new HistoryItem(
        Indicator, f, Indicator.Figures.Where(b => b.Year == f.Year && b.Number < f.Number).MaxBy(b => b.Number), NameOf(f.Author), Demo))];

    private string NameOf(Author author) => Board.Plan.Departments.FirstOrDefault(d => d.Code == author.Department)?.Name ?? Indicator.Department.Name;
}

/// <summary>経過の1件: an entry, and the entry of the same year that stood before it.</summary>
public sealed record HistoryItem(Indicator Indicator, Figure Figure, Figure? Before, string Department, bool Demo)
{
    public bool IsCorrection => Figure.Stage == FigureStage.Actual && Before is { Stage: FigureStage.Actual } && Before.Reading != Figure.Reading;
    public bool IsOnlyWords => Before is not null && Before.Stage == Figure.Stage && Before.Reading == Figure.Reading;
    public string Year => FigureFormat.Year(Indicator, Figure.Year);

    /// <summary>This indicator's page as it stood after this entry.</summary>
    public string Address => new Viewpoint($"r{Figure.Revision}").To($"/indicators/{Indicator.Code}");
    public string Value => FigureFormat.Of(Indicator, Figure.Reading);
    public string ValueBefore => Before is null ? "" : FigureFormat.Of(Indicator, Before.Reading);
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
