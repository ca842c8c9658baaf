using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace UedaPlan.Domain;

/// <summary>計画の索引: everything a plan says, ready to be searched; made once per plan.</summary>
public sealed class PlanIndex
{
    private static readonly ConditionalWeakTable<Plan, PlanIndex> Made = [];

    private readonly ImmutableArray<Entry> _entries;

    private PlanIndex(Plan plan) => _entries = [.. PlanItems.Of(plan).Select(i => new Entry(i.Item, i.Hidden)).OrderBy(e => e.Item.Kind)];

    public static PlanIndex Of(Plan plan) => Made.GetValue(plan, static plan => new PlanIndex(plan));

    /// <summary>
    /// What has all of the words: at least one in its own texts, the others there or in what it belongs to (人権 講演会).
    /// Kind by kind; within a kind those that show the word in their title first, then in the order of the plan.
    /// </summary>
    public ImmutableArray<PlanHit> Find(SearchQuery query) => query.Words.IsEmpty ? [] :
        [.. _entries.Where(e => e.Has(query.Words)).Select(e => e.ToHit(query.Words)).OrderBy(h => h.Item.Kind).ThenBy(h => h.TitleMarks.Count == 0)];

    private sealed class Entry
    {
        // Between two texts, so that no word is found half in one and half in the next.
        private const char Between = '\n';

        private readonly SearchText _title;
        private readonly SearchText _detail;
        private readonly string _own;
        private readonly string _whole;

        public Entry(PlanItem item, IEnumerable<string?> hidden)
        {
            Item = item;
            (_title, _detail) = (SearchText.Of(item.Title.Plain), SearchText.Of(item.Detail ?? ""));
            _own = string.Join(Between, hidden.OfType<string>().Select(KeyOf).Prepend(_detail.Key).Prepend(_title.Key));
            string?[] around = [item.Kind.ToWord(), item.Place, item.Chapter?.Title.Plain, item.Section?.Title.Plain, item.Section?.Theme, item.Section?.ThemeReading, item.Measure?.Title.Plain];
            _whole = string.Join(Between, around.OfType<string>().Select(KeyOf).Prepend(_own));
        }

        public PlanItem Item { get; }

        public bool Has(ImmutableArray<string> words) =>
            words.Any(w => _own.Contains(w, StringComparison.Ordinal)) && words.All(w => _whole.Contains(w, StringComparison.Ordinal));

        public PlanHit ToHit(ImmutableArray<string> words) => new(Item, _title.RangesOf(words), _detail.RangesOf(words));

        private static string KeyOf(string text) => SearchText.Of(text).Key;
    }
}
