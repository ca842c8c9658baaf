using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>様式のセル: a text, or a number that a spreadsheet may calculate with; columns that are only read are printed.</summary>
public readonly record struct FormCell(string Text, bool IsNumber = false);

/// <summary>様式: a department's own indicators with what is published of them, ready to be filled in; sent back untouched it changes nothing.</summary>
public sealed record BulkForm(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<FormCell>> Rows)
{
    /// <summary>How many of the first columns are there to be read, not to be filled in.</summary>
    public const int PrintedColumns = 4;

    /// <summary>The years a department still owes and the reporting year; or every year that has a value.</summary>
    public static BulkForm Of(Board board, string? department, DateOnly today, bool everyYear = false)
    {
        var own = board.Cards.Select(c => c.Indicator).Where(i => i.Department.Code == department).ToList();
        var heads = BulkColumns.For(own.Select(i => i.CountNames.Length).DefaultIfEmpty().Max());
        var rows = own.SelectMany(i => YearsOf(i, board.Plan, today, everyYear).Select(year => Row(i, year, heads)));
        return new BulkForm(heads, [.. rows]);
    }

    private static IEnumerable<FiscalYear> YearsOf(Indicator indicator, Plan plan, DateOnly today, bool everyYear)
    {
        var duty = Duty.Of(indicator, plan, today);
        var entered = everyYear ? indicator.Figures.Select(f => f.Year).Where(y => indicator.StandingOf(y) is not null) : [];
        return duty.Missing.Append(duty.Year).Append(plan.ReportingYear(today)).Concat(entered).Where(y => y > indicator.StartYear).Distinct().Order();
    }

    private static ImmutableArray<FormCell> Row(Indicator indicator, FiscalYear year, ImmutableArray<string> heads)
    {
        var standing = indicator.StandingOf(year);
        var filled = new Dictionary<string, FormCell>
        {
            [BulkColumns.Code] = new(indicator.Code.ToString()),
            [BulkColumns.Name] = new(indicator.Name.Plain),
            [BulkColumns.Hint] = new(HintOf(indicator)),
            [BulkColumns.Previous] = new(PreviousOf(indicator, year)),
            [BulkColumns.Year] = new(year.ToString()),
            [BulkColumns.Stage] = new(standing?.Stage == FigureStage.Interim ? "途中経過" : "実績"),
            [BulkColumns.AsOf] = new(standing?.AsOf is { } day ? JapaneseCalendar.EraDay(day) : ""),
            [BulkColumns.Comment] = new(standing?.Comment ?? ""),
        };
        foreach (var (name, cell) in Values(standing?.Reading)) filled[name] = cell;
        return [.. heads.Select(h => filled.GetValueOrDefault(h, new FormCell("")))];
    }

    private static IEnumerable<(string Column, FormCell Cell)> Values(Reading? reading) => reading switch
    {
        Reading.Amount amount => [(BulkColumns.Value, Number(amount.Value))],
        Reading.Ratio ratio => [(BulkColumns.CountName(1), Number(ratio.Numerator)), (BulkColumns.CountName(2), Number(ratio.Denominator))],
        Reading.Counts counts => counts.Items.Select((item, i) => (BulkColumns.CountName(i + 1), Number(item.Value))),
        Reading.Dash dash => [(BulkColumns.Value, new FormCell(dash.ToText()))],
        _ => [],
    };

    private static FormCell Number(decimal value) => new(value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture), true);

    private static string HintOf(Indicator indicator)
    {
        var counts = indicator.Pair is { } pair ? $"数1に{pair.Numerator}({pair.Unit})、数2に{pair.Denominator}({pair.Unit})" : "";
        var hint = indicator switch
        {
            { CountNames.IsEmpty: false } => string.Join("、", indicator.CountNames.Select((c, i) => $"数{i + 1}に{c.Label}({indicator.Unit})")),
            { Pair.Required: true } => counts,
            { Pair: not null } => $"値に率({indicator.Unit})、または{counts}",
            { MayBeDash: true } => $"値({indicator.Unit})。負担がない年度は「－」",
            _ => $"値({indicator.Unit})",
        };
        return indicator.Survey ? $"{hint}。調査をした年度だけ" : indicator.Settlement ? $"{hint}。決算の値" : hint;
    }

    private static string PreviousOf(Indicator indicator, FiscalYear year)
    {
        if (indicator.ActualOf(year.Plus(-1)) is not { } before) return indicator.Baseline?.Year == year.Plus(-1) ? $"{indicator.BaselinePrinted}(基準値)" : "";
        var value = FigureFormat.Of(indicator, before.Reading);
        return FigureFormat.CountsOf(indicator, before.Reading) is { } counts ? $"{value}({counts})" : value;
    }
}
