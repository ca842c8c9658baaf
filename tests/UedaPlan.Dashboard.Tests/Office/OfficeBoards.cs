using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Office;

/// <summary>事務局の盤面: the built-in plan with edits of its indicators and a few figures, no database needed.</summary>
internal static class OfficeBoards
{
    public static readonly Plan Plan = PlanFile.BuiltIn().Plan;
    public static readonly DateOnly June = new(2027, 6, 5);

    public static Board Of(Func<Indicator, Indicator>? edit = null, params (string Code, int Year, string Reading)[] figures) => Board.Of(
        edit is null ? Plan : Edited(edit),
        figures.Select((f, i) => new Figure
        {
            Number = i + 1,
            Indicator = IndicatorCode.Parse(f.Code),
            Year = new FiscalYear(f.Year),
            Stage = FigureStage.Actual,
            Reading = Reading.Parse(f.Reading),
            Author = new Author("head", AuthorRole.Head, null),
            SavedAt = DateTimeOffset.UnixEpoch,
        }), 7, false, new DateTimeOffset(2027, 6, 5, 9, 0, 0, TimeSpan.FromHours(9)));

    private static Plan Edited(Func<Indicator, Indicator> edit) => Plan with
    {
        Parts = [.. Plan.Parts.Select(p => p with { Chapters = [.. p.Chapters.Select(c => c with { Sections = [.. c.Sections.Select(s => s with { Indicators = [.. s.Indicators.Select(edit)] })] })] })],
    };
}
