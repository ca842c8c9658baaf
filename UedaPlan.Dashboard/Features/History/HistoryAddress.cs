using System.Globalization;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.History;

/// <summary>記録のアドレス: the conditions as an address, so that back, refresh and sharing keep them; what is wrong in one is left out.</summary>
public sealed record HistoryAddress
{
    public const string Path = "/history";
    public const string FilePath = "/history.csv";
    public const string YearField = "year";
    public const string DepartmentField = "department";
    public const string SearchField = "q";
    public const string KindField = "kind";
    public const string PageField = "page";

    private const int FirstYearOfAll = 1989;
    private const int LastYearOfAll = 2100;

    public RecordQuery Query { get; private init; } = new();
    public int Page { get; private init; } = 1;
    public bool IsPlain => Query == new RecordQuery();

    public static HistoryAddress Of(IQueryCollection query, Plan plan) => Of(plan, query[YearField], query[DepartmentField], query[SearchField], query[KindField], query[PageField]);

    public static HistoryAddress Of(Plan plan, string? year, string? department, string? search, string? kind, string? page) => new()
    {
        Query = new RecordQuery
        {
            Year = NumberOf(year) is { } start and >= FirstYearOfAll and <= LastYearOfAll ? new FiscalYear(start) : null,
            Department = plan.Departments.FirstOrDefault(d => d.Code == department)?.Code,
            Search = SearchQuery.Parse(search),
            Kind = Enum.GetValues<RecordKind>().Where(k => NameOf(k) == kind).Select(k => (RecordKind?)k).FirstOrDefault(),
        },
        Page = NumberOf(page) is { } number and > 0 ? number : 1,
    };

    /// <summary>The word of a kind in an address.</summary>
    public static string NameOf(RecordKind kind) => kind.ToString().ToLowerInvariant();

    public string At(int page) => Path + Question(page);
    public string File => FilePath + Question(1);

    /// <summary>The first page of the same with one condition changed.</summary>
    public string With(string field, string? value) => Path + QueryString.Create(Fields().Where(f => f.Key != field).Append(new(field, value)).Where(f => !string.IsNullOrEmpty(f.Value)));

    public string? this[string field] => Fields().FirstOrDefault(f => f.Key == field).Value;

    private string Question(int page) => QueryString.Create(Fields().Append(new(PageField, page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)).Where(f => !string.IsNullOrEmpty(f.Value))).ToString();

    private IEnumerable<KeyValuePair<string, string?>> Fields() =>
    [
        new(YearField, Query.Year?.StartYear.ToString(CultureInfo.InvariantCulture)),
        new(DepartmentField, Query.Department),
        new(SearchField, Query.Search?.Text),
        new(KindField, Query.Kind is { } kind ? NameOf(kind) : null),
    ];

    private static int? NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
