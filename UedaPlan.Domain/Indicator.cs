using System.Collections.Immutable;

namespace UedaPlan.Domain;

/// <summary>指標: one printed row, and the figures published for it, oldest entry first.</summary>
public sealed record Indicator
{
    public required IndicatorCode Code { get; init; }
    public required Phrased Name { get; init; }
    public required string ShortName { get; init; }

    /// <summary>The name in hiragana; null where the plan file has none.</summary>
    public string? NameReading { get; init; }
    public required string Unit { get; init; }
    public required Department Department { get; init; }
    public required Target Target { get; init; }

    /// <summary>Absent for an indicator created after the plan's base year; then <see cref="Created"/> stands.</summary>
    public Baseline? Baseline { get; init; }
    public FiscalYear? Created { get; init; }

    /// <summary>What the plan prints where the baseline stands, whether there is one or not.</summary>
    public required string BaselinePrinted { get; init; }

    public CountPair? Pair { get; init; }
    public ImmutableArray<CountName> CountNames { get; init; } = [];
    public bool Settlement { get; init; }
    public bool Survey { get; init; }

    /// <summary>As the plan names it; null where the usual day holds.</summary>
    public YearlyDeadline? StandingDeadline { get; init; }

    /// <summary>Years with a day of their own, oldest first.</summary>
    public ImmutableArray<YearDeadline> YearDeadlines { get; init; } = [];
    public bool MayBeDash { get; init; }

    /// <summary>A share of a whole: never above 100.</summary>
    public bool IsShare { get; init; }
    public string? Method { get; init; }
    public ImmutableArray<NationalLine> NationalLines { get; init; } = [];
    public ImmutableArray<Assumption> Assumed { get; init; } = [];

    /// <summary>The targets it had before, oldest first.</summary>
    public ImmutableArray<TargetRevision> Revisions { get; init; } = [];

    /// <summary>The targets it will have, in the order of their days.</summary>
    public ImmutableArray<UpcomingTarget> Upcoming { get; init; } = [];
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>回, 人, 事業: halfway values do not exist.</summary>
    public bool IsWhole => Unit != "%" && Target.Decimals == 0;

    /// <summary>The year the pace line starts in; figures come after it.</summary>
    public FiscalYear StartYear => Baseline?.Year ?? Created!.Value.Plus(-1);

    /// <summary>Never stored: it follows from bound, baseline and target.</summary>
    public IndicatorKind Kind => KindOf(0);

    /// <summary>The kind of one count of a composite indicator: each is judged for itself.</summary>
    public IndicatorKind KindOf(int count)
    {
        if (Target.Bound == Bound.Below) return IndicatorKind.Limit;
        if (Baseline is null) return IndicatorKind.Reach;
        return Target.Values[count].Exact.CompareTo(Baseline.Values[count].Exact) switch
        {
            > 0 => IndicatorKind.Reach,
            0 => IndicatorKind.Keep,
            _ => IndicatorKind.Floor,
        };
    }

    /// <summary>Decimals shown: those the plan prints, at least one for a rate entered as counts.</summary>
    public int DecimalsOf(Reading? reading)
    {
        var printed = Math.Max(Target.Decimals, Baseline?.Values.Max(v => v.Decimals) ?? 0);
        return IsWhole ? 0 : reading is Reading.Ratio ? Math.Max(1, printed) : printed;
    }

    /// <summary>
    /// The published actual of each year after the baseline, oldest year first: the newest entry of a year stands, and where that
    /// took the actual back there is none. A revised plan with a later baseline leaves older figures behind: they are history, no longer measured.
    /// </summary>
    public IReadOnlyList<Figure> Actuals => [.. Figures.Where(f => f.Year > StartYear)
        .GroupBy(f => f.Year).Select(year => year.MaxBy(f => f.Number)!).Where(f => f.Stage == FigureStage.Actual).OrderBy(f => f.Year)];

    public Figure? LatestActual => Actuals is [.., var last] ? last : null;

    /// <summary>The newest entry of a year, whatever its stage.</summary>
    public Figure? EntryOf(FiscalYear year) => Figures.Where(f => f.Year == year).MaxBy(f => f.Number);

    /// <summary>What is published for a year, actual or interim; null where nothing is, or it was taken back.</summary>
    public Figure? StandingOf(FiscalYear year) => EntryOf(year) is { Stage: not FigureStage.Withdrawn } entry ? entry : null;

    /// <summary>The entry of the same year that an entry came after.</summary>
    public Figure? Before(Figure entry) => Figures.Where(f => f.Year == entry.Year && f.Number < entry.Number).MaxBy(f => f.Number);

    public Figure? ActualOf(FiscalYear year) => Actuals.FirstOrDefault(f => f.Year == year);

    /// <summary>The day that stands for every year: 31 May, for settlement indicators 30 September, unless the plan names another; none for a survey.</summary>
    public YearlyDeadline? Deadline => Survey ? null : StandingDeadline ?? (Settlement ? YearlyDeadline.Settlement : YearlyDeadline.Usual);

    /// <summary>期限: the year's own day or the standing one; null where no survey is held.</summary>
    public DateOnly? DeadlineOf(FiscalYear year)
    {
        foreach (var own in YearDeadlines)
        {
            if (own.Year == year) return own.Day;
        }
        return Deadline?.After(year);
    }

    public bool IsAssumed(Assumption assumption) => Assumed.Contains(assumption);

    /// <summary>Whether a saved reading has the shape this indicator is judged in; a revised plan must not change it.</summary>
    public bool Fits(Reading reading) => reading switch
    {
        Reading.Counts counts => counts.Items.Select(i => i.Name).SequenceEqual(CountNames.Select(c => c.Name)),
        Reading.Ratio => Pair is not null,
        Reading.Dash => MayBeDash,
        _ => CountNames.IsEmpty,
    };

    /// <summary>The entry that takes the newest one of its year back: what stood before stands again, or nothing does.</summary>
    public NewFigure GoingBack(Figure newest, Author author, FigureOrigin origin, string? reason = null)
    {
        var before = Before(newest);
        return new NewFigure(newest.Year, before?.Stage ?? FigureStage.Withdrawn, before?.Reading ?? newest.Reading, author, newest.Number,
            before?.Comment, reason, before?.AsOf, origin);
    }

    public Indicator With(Figure figure) => this with { Figures = Figures.Add(figure) };

    /// <summary>Checks a figure about to be published and returns it, not yet numbered.</summary>
    /// <exception cref="PlanRuleException">A rule is broken; the sentence says which and what to do.</exception>
    public Figure Record(NewFigure figure, DateTimeOffset now) => FigureRules.Check(this, figure, now);
}

/// <summary>種類: reach a higher value, keep a level, stay above a floor, stay below a limit.</summary>
public enum IndicatorKind
{
    Reach,
    Keep,
    Floor,
    Limit,
}

/// <summary>率のもとになる2つの数: what the numerator and denominator count, and whether they must be given.</summary>
public sealed record CountPair(string Numerator, string Denominator, string Unit, bool Required);

/// <summary>数の名前: one of several counts; Label is its full name beside the input.</summary>
public sealed record CountName(string Name, string Label);

/// <summary>国の基準: a line the national government watches (起債許可 18%).</summary>
public sealed record NationalLine(string Name, decimal Value);

/// <summary>仮: what about an indicator is our assumption until the plan office confirms it.</summary>
public enum Assumption
{
    Department,
    Deadline,
    Bound,
    PerYear,
}
