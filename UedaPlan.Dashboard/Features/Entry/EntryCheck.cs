using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力の誤り: what is wrong, and the field it is about; an empty field id where it is about none.</summary>
public sealed record EntryProblem(string Field, string Message);

/// <summary>
/// 入力の確かめ: what was typed, held against the indicator's own rules. Figure is what the preview shows: it is there as soon as
/// the numbers are right, even while a reason is still to be written.
/// </summary>
public sealed record EntryCheck(Reading? Reading, Figure? Figure, ImmutableArray<EntryProblem> Problems)
{
    public const int LongestText = 200;
    private const string AnyReason = "―"; // stands in for a reason not written yet, never saved

    public static EntryCheck Nothing { get; } = new(null, null, []);

    public static EntryCheck Of(Indicator indicator, EntryText text, FiscalYear year, Author author, DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<EntryProblem>();
        var reading = text.Read(indicator, (field, message) => problems.Add(new EntryProblem(field, message)));
        var isCorrection = indicator.ActualOf(year) is not null;
        Figure? figure = null;
        if (reading is not null)
        {
            // Asked as a head would: staff see the same preview, and the writer asks again with the real author.
            var asked = new NewFigure(year, FigureStage.Actual, reading, author with { Role = AuthorRole.Head }, indicator.EntryOf(year)?.Number, text[EntryText.Comment], text[EntryText.Reason]);
            figure = Record(indicator, asked with { Comment = Shortened(asked.Comment), Reason = isCorrection ? AnyReason : null }, text, now, problems);
            if (figure is not null) Record(indicator, asked, text, now, problems);
        }
        if (isCorrection && figure is null && string.IsNullOrWhiteSpace(text[EntryText.Reason]))
        {
            problems.Add(new EntryProblem(EntryText.Reason, "変更の理由を入力してください")); // the domain stops at the first rule; a form tells all at once
        }
        return new EntryCheck(reading, figure, problems.ToImmutable());
    }

    private static Figure? Record(Indicator indicator, NewFigure figure, EntryText text, DateTimeOffset now, ImmutableArray<EntryProblem>.Builder problems)
    {
        try
        {
            return indicator.Record(figure, now);
        }
        catch (PlanRuleException e)
        {
            problems.Add(new EntryProblem(FieldOf(e.Field, figure.Reading, text), e.Message));
            return null;
        }
    }

    /// <summary>The input on the form a rule speaks of.</summary>
    public static string FieldOf(FigureField field, Reading? reading, EntryText text) => field switch
    {
        FigureField.Comment => EntryText.Comment,
        FigureField.Reason => EntryText.Reason,
        FigureField.Denominator when text.AsRatio => EntryText.Denominator,
        FigureField.Numerator or FigureField.Reading when text.AsRatio => EntryText.Numerator,
        FigureField.Reading when reading is Reading.Counts counts => EntryText.Count(Math.Max(0, counts.Items.ToList().FindIndex(c => c.Value < 0))),
        FigureField.Reading or FigureField.Numerator or FigureField.Denominator => EntryText.Amount,
        _ => "",
    };

    private static string? Shortened(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
