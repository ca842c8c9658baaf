using AngleSharp.Dom;
using Bunit;
using UedaPlan.Dashboard.Features.Entry;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>入力ページの操作: what a person does on the entry page, in the words of the screen.</summary>
internal static class EntryPages
{
    public const string Save = "保存して公開する";

    public static IRenderedComponent<EntryPage> OpenEntry(this EntryBench bench, string code, int? year = null) =>
        bench.Context.Render<EntryPage>(p => p.Add(e => e.Code, code).Add(e => e.Year, year));

    /// <summary>Types and lets the pause pass after which the preview follows.</summary>
    public static void Type(this IRenderedComponent<EntryPage> page, EntryBench bench, string field, string text)
    {
        page.InvokeAsync(() => page.Find($"#{field}").Input(text)).GetAwaiter().GetResult(); // no drawing may come between finding and typing
        bench.Time.Advance(TimeSpan.FromMilliseconds(150));
    }

    public static string Typed(this IRenderedComponent<EntryPage> page, string field) => page.Find($"#{field}").GetAttribute("value") ?? "";

    public static IElement Button(this IRenderedComponent<EntryPage> page, string word) => page.FindAll("button").Single(b => b.TextContent.Trim() == word);

    public static bool HasButton(this IRenderedComponent<EntryPage> page, string word) => page.FindAll("button").Any(b => b.TextContent.Trim() == word);

    /// <summary>All words of a part, spaces between them made one.</summary>
    public static string Read(this IRenderedComponent<EntryPage> page, string selector) =>
        string.Join(" | ", page.FindAll(selector).Select(e => string.Join(' ', e.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
