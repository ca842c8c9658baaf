using System.Text.Encodings.Web;
using System.Text.Json;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>下書きの文字: typed text as a draft holds it and as a browser kept it, and a draft in the words of the screen.</summary>
public static class DraftText
{
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // read by nothing but this

    public static string ToTyped(this EntryText text) => JsonSerializer.Serialize(text, _plain);

    public static bool IsBlank(this EntryText text) => text.Texts.IsEmpty && !text.IsDash;

    /// <summary>Empty where an older product wrote what this one cannot read.</summary>
    public static EntryText TextOf(this Draft draft)
    {
        try
        {
            return JsonSerializer.Deserialize<EntryText>(draft.Typed, _plain) ?? new EntryText();
        }
        catch (JsonException)
        {
            return new EntryText();
        }
    }

    /// <summary>The text with the fields a browser kept; fields this indicator does not have are nobody's.</summary>
    public static EntryText With(this EntryText text, Indicator indicator, FiscalYear year, IReadOnlyDictionary<string, string> kept)
    {
        var chosen = text with
        {
            AsRatio = Chosen(ReadingChoice.Shape, ReadingChoice.Counts, text.AsRatio),
            IsDash = Chosen(ReadingChoice.Dash, ReadingChoice.Dash, text.IsDash),
            IsInterim = Chosen(EntryText.Stage, nameof(FigureStage.Interim), text.IsInterim),
        };
        var fields = EntryField.AllOf(indicator, year).Select(f => f.Id).Concat([EntryText.AsOf, EntryText.Comment, EntryText.Reason]);
        return fields.Where(kept.ContainsKey).Aggregate(chosen, (all, id) => all.With(id, kept[id]));

        bool Chosen(string name, string value, bool otherwise) => kept.TryGetValue(name, out var choice) ? choice == value : otherwise;
    }

    /// <summary>担当者 11月20日 14:05</summary>
    public static string ToOrigin(this Draft draft) => $"{WordOf(draft.By)} {JapaneseCalendar.ToMoment(draft.SavedAt)}";

    /// <summary>The value as it would be printed; null while what is typed makes none.</summary>
    public static string? ValueOf(this Draft draft, Indicator indicator) => draft.TextOf().Read(indicator, (_, _) => { }) is { } reading && indicator.Fits(reading) ? FigureFormat.Of(indicator, reading) : null;

    private static string WordOf(AuthorRole? role) => role switch { AuthorRole.Head => "課長", AuthorRole.Staff => "担当者", _ => "前の担当者" };
}
