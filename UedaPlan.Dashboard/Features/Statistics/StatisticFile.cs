using System.Security.Cryptography;
using System.Text;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Statistics;

/// <summary>統計のCSV: the values of a chart as a file that spreadsheets open as it is meant.</summary>
public static class StatisticFile
{
    private const string LineEnd = "\r\n";

    public static IEndpointConventionBuilder MapStatisticFiles(this IEndpointRouteBuilder app) => app.MapGet("/statistics/{code}.csv", Answer);

    internal static IResult Answer(string code, HttpContext context, LiveBoard live)
    {
        if (!StatisticCode.TryParse(code, out var known) || live.Current.Find(known) is not { Values: not null } card) return Results.NotFound();
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Write(card, live.Current.Demo))).ToArray(); // without the mark Excel reads Japanese as something else
        context.Response.Headers.CacheControl = "private, no-cache";
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        return Results.File(bytes, "text/csv; charset=utf-8", $"{card.Statistic.Code.ToLabel()} {card.Statistic.Title.Plain}.csv", entityTag: tag);
    }

    /// <summary>Heading rows as the screen has them, then the values unrounded and without commas.</summary>
    internal static string Write(StatisticCard card, bool demo)
    {
        var (statistic, values) = (card.Statistic, card.Values!);
        var text = new StringBuilder();
        Line(text, "題名", statistic.Title.Plain + (demo ? "(デモ値)" : ""));
        if (statistic.Question is { } question) Line(text, "問", question);
        if (statistic.Source is { } source) Line(text, "出典", source);
        Line(text, "単位", values.Unit);
        if (values.Note is { } note) Line(text, "注", note);
        Line(text, "更新", JapaneseCalendar.ToLongMoment(card.Entry!.SavedAt));
        text.Append(LineEnd);
        Line(text, [values.IsByYear ? "年度" : "区分", .. values.Series.Select(s => s.Name)]);
        for (var i = 0; i < values.Labels.Length; i++)
        {
            text.Append(CsvCell.Of(values.Labels[i]));
            foreach (var series in values.Series) text.Append(',').Append(series.Values[i]?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            text.Append(LineEnd);
        }
        return text.ToString();
    }

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.Append(CsvCell.Line(cells));
}
