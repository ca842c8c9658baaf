using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>様式の受け渡し: the own department's form as Excel and CSV, for those who may enter its figures.</summary>
public static class BulkDownloads
{
    public const string Excel = "/entry/bulk/form.xlsx";
    public const string Csv = "/entry/bulk/form.csv";
    public const string EveryYear = "/entry/bulk/years.xlsx";

    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IServiceCollection AddBulk(this IServiceCollection services) => services.AddSingleton<BulkDoor>();

    public static IEndpointConventionBuilder MapBulkForms(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").RequireAuthorization(policy => policy.RequireRole(nameof(AuthorRole.Staff), nameof(AuthorRole.Head)));
        forms.MapGet(Excel, (HttpContext context, LiveBoard live, TimeProvider time) => Answer(context, live, time, false, XlsxBook.Write, ExcelType, "xlsx"));
        forms.MapGet(Csv, (HttpContext context, LiveBoard live, TimeProvider time) => Answer(context, live, time, false, CsvForm.Write, "text/csv; charset=utf-8", "csv"));
        forms.MapGet(EveryYear, (HttpContext context, LiveBoard live, TimeProvider time) => Answer(context, live, time, true, XlsxBook.Write, ExcelType, "xlsx"));
        return forms;
    }

    private static IResult Answer(HttpContext context, LiveBoard live, TimeProvider time, bool everyYear, Func<BulkForm, byte[]> write, string type, string ending)
    {
        if (context.User.ToAuthor() is not { Department: { } department }) return Results.Forbid();
        var (board, today) = (live.Current, JapaneseCalendar.DayOf(time.GetUtcNow()));
        var name = board.Plan.Departments.FirstOrDefault(d => d.Code == department)?.Name ?? department;
        context.Response.Headers.CacheControl = "private, no-store";
        return Results.File(write(BulkForm.Of(board, department, today, everyYear)), type,
            $"まとめて入力 {name} {(everyYear ? "全年度" : board.Plan.ReportingYear(today))}{(board.Demo ? "(デモ値)" : "")}.{ending}");
    }
}
