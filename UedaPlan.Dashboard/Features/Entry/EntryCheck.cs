using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>入力の誤り: what is wrong, and the field it is about; an empty field id where it is about none.</summary>
public sealed record EntryProblem(string Field, string Message);

/// <summary>
/// 入力の確かめ: what was typed, held against the indicator's own rules. Figure is what the preview shows: it is there as soon as
/// the numbers are right, even while a reason is still to be written. Proposed is what would be sent off.
/// </summary>
public sealed record EntryCheck(NewFigure? Proposed, Figure? Figure, UnusualChange? Unusual, ImmutableArray<EntryProblem> Problems)
{
    public const int LongestText = 200;
    private const string AnyReason = "―"; // stands in for a reason not written yet, never saved

    public static EntryCheck Nothing { get; } = new(null, null, null, []);

    public static EntryCheck Of(Indicator indicator, EntryText text, FiscalYear year, Author author, DateTimeOffset now)
    {
        var problems = ImmutableArray.CreateBuilder<EntryProblem>();
        void Tell(string field, string message) => problems.Add(new EntryProblem(field, message));
        var (reading, day) = (text.Read(indicator, Tell), text.ReadDay(year, Tell));
        var proposed = reading is null || (text.IsInterim && day is null) ? null
            : new NewFigure(year, text.FigureStage, reading, author, indicator.EntryOf(year)?.Number, text[EntryText.Comment], text[EntryText.Reason], day);
        Figure? figure = null;
        if (proposed is not null)
        {
            // Asked as a head would: staff see the same preview, and the writer asks again with the real author.
            var asked = proposed with { Author = author with { Role = AuthorRole.Head } };
            figure = Record(indicator, asked with { Comment = Shortened(asked.Comment), Reason = AnyReason }, text, now, problems);
            if (figure is not null) Record(indicator, asked, text, now, problems);
        }
        if (indicator.ActualOf(year) is not null && figure is null && !text.IsInterim && string.IsNullOrWhiteSpace(text[EntryText.Reason]))
        {
            Tell(EntryText.Reason, "変更の理由を入力してください"); // the domain stops at the first rule; a form tells all at once
        }
        var unusual = figure is null ? null : UnusualOf(indicator, figure);
        return new EntryCheck(proposed, figure, unusual, [.. problems.Select(p => p.Message == unusual?.Sentence ? p with { Message = "理由を入力してください" } : p)]); // the sentence stands above the field
    }

    private static UnusualChange? UnusualOf(Indicator indicator, Figure figure) =>
        figure.Stage == FigureStage.Actual && indicator.ActualOf(figure.Year)?.Reading != figure.Reading ? UnusualChange.Of(indicator, figure.Year, figure.Reading) : null;

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
        FigureField.AsOf => EntryText.AsOf,
        FigureField.Year when text.IsInterim => EntryText.Stage,
        FigureField.Denominator when text.AsRatio => EntryText.Denominator,
        FigureField.Numerator or FigureField.Reading when text.AsRatio => EntryText.Numerator,
        FigureField.Reading when reading is Reading.Counts counts => EntryText.Count(Math.Max(0, counts.Items.ToList().FindIndex(c => c.Value < 0))),
        FigureField.Reading or FigureField.Numerator or FigureField.Denominator => EntryText.Amount,
        _ => "",
    };

    private static string? Shortened(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
