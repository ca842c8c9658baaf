using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>文言の入力の作業: the official wording of one section as it was typed, over which version of the plan.</summary>
public sealed class WordingSession
{
    private readonly Dictionary<PlanTextPlace, string> _typed = [];
    private readonly Dictionary<PlanTextPlace, string> _changed = [];
    private Dictionary<PlanTextPlace, string> _opened;

    public WordingSession(Section section, int seen) => (Section, Seen, _opened) = (section, seen, StandingOf(section));

    public Section Section { get; private set; }
    public int Seen { get; private set; }
    public PlanSaving Saving { get; private set; } = new();

    /// <summary>The plan has other texts now: what was typed has no place any more.</summary>
    public bool IsRebuilt { get; private set; }

    public IReadOnlyDictionary<PlanTextPlace, string?> Edits => _typed.Where(t => Tidy(t.Value) != Tidy(_opened.GetValueOrDefault(t.Key))).ToDictionary(t => t.Key, t => Tidy(t.Value));
    public bool IsTyped => Edits.Count > 0;
    public bool CanSave => IsTyped && !IsRebuilt && Edits.Values.All(text => OfficialWording.ProblemOf(text) is null);

    public string this[PlanTextPlace place] => _typed.GetValueOrDefault(place) ?? _opened.GetValueOrDefault(place) ?? "";

    /// <summary>What somebody else has saved meanwhile where something was typed; empty where they took the wording away.</summary>
    public string? ChangedAt(PlanTextPlace place) => _changed.GetValueOrDefault(place);

    public void Type(PlanTextPlace place, string text)
    {
        _typed[place] = text;
        Saving.Forget();
    }

    /// <summary>Takes in a newer version of the plan. Nothing typed is replaced by it.</summary>
    public void Follow(Section section, int version)
    {
        if (version <= Seen || Saving.IsSaving) return;
        var standing = StandingOf(section);
        IsRebuilt |= IsTyped && !SummariesOf(section).SequenceEqual(SummariesOf(Section));
        foreach (var place in Edits.Keys.Where(p => standing.GetValueOrDefault(p) != _opened.GetValueOrDefault(p))) _changed[place] = standing.GetValueOrDefault(place, "");
        (Section, Seen, _opened) = (section, version, standing);
    }

    /// <summary>After saving: what was typed stands, and the form stays open for the next words; the board that brings it is on its way.</summary>
    public void Start()
    {
        foreach (var (place, text) in Edits) _opened[place] = text ?? "";
        _typed.Clear();
        _changed.Clear();
        (Seen, Saving) = (Seen + 1, new PlanSaving());
    }

    private static Dictionary<PlanTextPlace, string> StandingOf(Section section) => PlanTextPlace.AllOf(section).ToDictionary(t => t.Place, t => t.Text.Official ?? "");

    private static IEnumerable<string> SummariesOf(Section section) => PlanTextPlace.AllOf(section).Select(t => t.Text.Summary);

    private static string? Tidy(string? text) => OfficialWording.Tidy(text);
}
