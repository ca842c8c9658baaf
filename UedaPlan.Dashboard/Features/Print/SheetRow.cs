using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Print;

/// <summary>用紙の行: what the cells of one indicator say, in short lines.</summary>
/// <param name="Year">The year the table is headed with: a figure of another year says so.</param>
public sealed record SheetRow(IndicatorCard Card, FiscalYear Year)
{
    public Indicator Indicator => Card.Indicator;
    public PrintedLines Baseline => PrintedLines.Of(Indicator.BaselinePrinted);
    public PrintedLines Target => PrintedLines.Of(Indicator.Target.Printed);
    public string? BaselineYear => Indicator.Baseline is { } baseline ? FigureFormat.Year(Indicator, baseline.Year) : null;
    public string? TargetNote => Indicator.Settlement ? $"{Target.Note}決算" : Target.Note;

    /// <summary>What stands in small type under the actual.</summary>
    public IEnumerable<string> ActualNotes
    {
        get
        {
            if (Card.Latest is { } latest && (latest.Year != Year || Indicator.Settlement)) yield return Card.YearText!;
            if (Card.CountsText is { } counts) yield return counts;
            if ((Card.HeadroomText ?? Card.ChangeShort) is { } distance) yield return distance;
            if (Card.Interim is { } interim) yield return $"途中経過 {FigureFormat.Of(Indicator, interim.Reading)}{(interim.AsOf is { } day ? $" ({JapaneseCalendar.EraDay(day)}現在)" : "")}";
        }
    }

    /// <summary>The pace of the judged year, else of the table's year; ― for a limit.</summary>
    public string Pace
    {
        get
        {
            var counts = Card.Judgement.Counts.Select((judged, i) => (judged.Pace ?? Domain.Pace.At(Indicator, Year, i)) is { } pace
                ? FigureFormat.Value(Indicator, pace, Card.Latest?.Reading) : "―");
            return string.Join('・', counts);
        }
    }

    public string Forecast => Card.ForecastText ?? "―";
}

/// <summary>計画の表記の行: a printed value in lines, and apart from it what the plan prints behind it.</summary>
public sealed record PrintedLines(ImmutableArray<string> Values, string? Note)
{
    public static PrintedLines Of(string printed)
    {
        var bracket = printed.IndexOf(" [", StringComparison.Ordinal);
        if (bracket < 0) bracket = printed.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? new([.. printed.Split('、')], null) : new([.. printed[..bracket].Split('、')], printed[(bracket + 1)..].Trim('(', ')'));
    }
}
