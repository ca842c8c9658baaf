using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.History;

/// <summary>記録のCSV: what the page's conditions show, to whom the page shows it; a line each, also of what was imported together.</summary>
public static class HistoryFile
{
    private static readonly string[] Heads =
        ["記録番号", "日時", "種類", "課", "役割", "指標番号", "指標", "年度", "段階", "時点", "変更前", "変更後", "数の内訳", "状態(変更前)", "状態(変更後)", "変更の内容", "理由", "コメント"];

    public static IEndpointConventionBuilder MapHistoryFile(this IEndpointRouteBuilder app) => app.MapGet(HistoryAddress.FilePath, Answer)
        .RequireAuthorization(new AuthorizeAttribute { Roles = $"{nameof(AuthorRole.Staff)},{nameof(AuthorRole.Head)},{nameof(AuthorRole.PlanOffice)}" });

    internal static IResult Answer(HttpContext context, LiveBoard live, RecordReader records)
    {
        if (context.User.ToAuthor() is not { } viewer) return Results.Forbid();
        context.Response.Headers.CacheControl = "no-store";
        var address = HistoryAddress.Of(context.Request.Query, live.Current.Plan);
        var lines = LinesAsync(records.ReadAllAsync(viewer, address.Query, context.RequestAborted), live.Current.Plan);
        var name = $"{(viewer.Role == AuthorRole.PlanOffice ? "変更の記録" : "経過")}{(live.Current.Demo ? "(デモ)" : "")}.csv";
        return Results.Stream(body => WriteAsync(body, lines), "text/csv; charset=utf-8", name);
    }

    internal static async IAsyncEnumerable<string> LinesAsync(IAsyncEnumerable<PlanRecord> records, Plan plan)
    {
        yield return CsvCell.Line(Heads);
        await foreach (var record in records)
        {
            if (record.Figures.IsEmpty) yield return CsvCell.Line(CellsOf(record, plan));
            foreach (var entry in record.Figures) yield return CsvCell.Line(CellsOf(record, entry));
        }
    }

    // With the mark, without which Excel reads Japanese as something else.
    private static async Task WriteAsync(Stream body, IAsyncEnumerable<string> lines)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await foreach (var line in lines) await writer.WriteAsync(line);
    }

    private static IEnumerable<string?> CellsOf(PlanRecord record, RecordedFigure entry)
    {
        var (indicator, figure, change) = (entry.Indicator, entry.Figure, entry.Change);
        return
        [
            .. StartOf(record), indicator.Code.ToString(), indicator.Name.Plain, FigureFormat.Year(indicator, figure.Year), StageOf(figure.Stage),
            figure.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.ValueBefore, entry.ValueAfter, entry.HasValue ? FigureFormat.CountsOf(indicator, figure.Reading) : null,
            change.StatusBefore.ToWord(), change.StatusAfter.ToWord(), null, figure.Reason, figure.Comment,
        ];
    }

    private static IEnumerable<string?> CellsOf(PlanRecord record, Plan plan) =>
    [
        .. StartOf(record), record.Chart?.ToLabel(), RecordText.NameOf(record, plan), null, null, null, null, null, null, null, null,
        record.Lines.IsEmpty ? $"{RecordText.DoneOf(record)} {RecordText.AboutOf(record)}" : string.Join('\n', record.Lines), record.Reason, null,
    ];

    private static IEnumerable<string?> StartOf(PlanRecord record) =>
    [
        record.Revision.ToString(CultureInfo.InvariantCulture), Domain.JapaneseCalendar.InJapan(record.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        record.Kind.ToWord(), RecordText.WhoOf(record), RecordText.RoleOf(record),
    ];

    private static string StageOf(FigureStage stage) => stage switch
    {
        FigureStage.Interim => "途中経過",
        FigureStage.Withdrawn => "未入力",
        _ => "実績",
    };
}
