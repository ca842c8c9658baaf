using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>様式の列: the headings that form, import and export share, and where a file has them.</summary>
public sealed record BulkColumns
{
    public const string Code = "番号", Name = "指標", Hint = "書き方", Previous = "前年度の値", Year = "年度", Stage = "段階", AsOf = "時点",
        Value = "値", Count = "数", Comment = "コメント", Reason = "変更の理由";

    private const int FewestCounts = 2;

    private readonly ImmutableDictionary<string, int> _places;

    private BulkColumns(ImmutableDictionary<string, int> places, ImmutableArray<string> ignored)
    {
        (_places, Ignored) = (places, ignored);
        Counts = [.. Enumerable.Range(1, Sheet.MostColumns).Where(n => Has(CountName(n)))];
    }

    /// <summary>Headings that are none of the form's: those columns are not read, and the screen says so.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>The headings of a form for indicators of at most so many counts; what a person only reads comes first.</summary>
    public static ImmutableArray<string> For(int counts) =>
        [Code, Name, Hint, Previous, Year, Stage, AsOf, Value, .. Enumerable.Range(1, Math.Max(FewestCounts, counts)).Select(CountName), Comment, Reason];

    /// <summary>数1, 数2, …</summary>
    public static string CountName(int number) => $"{Count}{number}";

    public static bool IsHead(SheetRow row)
    {
        var names = row.Cells.Select(c => Tidy(c.Text)).ToHashSet();
        return names.Contains(Code) && names.Contains(Year) && (names.Contains(Value) || names.Contains(CountName(1)));
    }

    /// <exception cref="PlanRuleException">A heading stands there twice.</exception>
    public static BulkColumns Of(SheetRow head)
    {
        var known = For(Sheet.MostColumns).ToHashSet();
        var places = ImmutableDictionary.CreateBuilder<string, int>();
        var ignored = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < head.Cells.Length; i++)
        {
            var name = Tidy(head.Cells[i].Text);
            if (name.Length == 0) continue;
            if (!known.Contains(name)) ignored.Add(head.Cells[i].Text.Trim());
            else if (!places.TryAdd(name, i)) throw new PlanRuleException($"見出し「{name}」が2つあります。様式の見出しのまま使ってください");
        }
        return new BulkColumns(places.ToImmutable(), ignored.ToImmutable());
    }

    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>The numbers of the 数 columns a file has.</summary>
    public ImmutableArray<int> Counts { get; }

    public SheetCell Cell(SheetRow row, string name) => _places.TryGetValue(name, out var place) ? row.At(place) : new SheetCell("");

    /// <summary>F列「値」; the heading alone where the file has no such column.</summary>
    public string Place(string name) => _places.TryGetValue(name, out var place) ? $"{Sheet.Letters(place)}列「{name}」" : $"「{name}」";

    /// <summary>One form for what people and programs write differently: widths, spaces, line breaks.</summary>
    public static string Tidy(string text) => text.Any(c => char.IsSurrogate(c) || c == '\uFFFE') ? text
        : string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
