using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Live;

/// <summary>そのあとの変化: an indicator that stands otherwise now than at a past moment; null on the side where the plan does not have it.</summary>
public sealed record SinceThen(IndicatorCode Code, IndicatorCard? Then, IndicatorCard? Now)
{
    public string Name => (Now ?? Then)!.Indicator.ShortName;

    /// <summary>Only words were added: comment, reason or 途中経過, or the plan's text about it.</summary>
    public bool LooksTheSame => Then is { } then && Now is { } now && (then.Value, then.Status, then.YearText) == (now.Value, now.Status, now.YearText);

    /// <summary>The plan prints another name, baseline or target of it now.</summary>
    public bool IsReworded => Then is { } then && Now is { } now && PrintedOf(then) != PrintedOf(now);

    /// <summary>The newest change first; what only the plan file changed comes last.</summary>
    public static IReadOnlyList<SinceThen> Between(Board then, Board now) => [.. now.Cards.Concat(then.Cards).Select(c => c.Indicator.Code).Distinct()
        .Select(code => new SinceThen(code, then.Find(code), now.Find(code))).Where(s => s.IsChange)
        .OrderByDescending(s => s.IsEntry ? s.Now?.LastChange?.Entry : 0).ThenBy(s => s.Code)];

    /// <summary>How many charts of the plan show other values now.</summary>
    public static int ChartsBetween(Board then, Board now) => now.Statistics.Select(s => s.Entry?.Number).OfType<long>().Except(then.Statistics.Select(s => s.Entry?.Number).OfType<long>()).Count();

    /// <summary>Whether the page at this address is about it: its own, or its section's.</summary>
    public bool Concerns(string address) => address == $"/indicators/{Code}" || address == $"/sections/{Code.Section}";

    private bool IsEntry => Then?.LastChange?.Entry != Now?.LastChange?.Entry;

    private bool IsChange => Then is null || Now is null || IsEntry || !LooksTheSame || IsReworded;

    private static (string, string, string) PrintedOf(IndicatorCard card) => (card.Indicator.Target.Printed, card.Indicator.BaselinePrinted, card.Indicator.Name.Plain);
}
