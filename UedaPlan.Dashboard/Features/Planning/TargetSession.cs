using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>目標の見直しの作業: one opened form: what was typed, over which version of the plan, and what it would change.</summary>
public sealed class TargetSession
{
    private readonly DateOnly _today;
    private TargetText _opened;

    public TargetSession(Indicator indicator, int seen, DateOnly today)
    {
        (Indicator, Seen, _today) = (indicator, seen, today);
        _opened = Text = TargetText.Of(indicator, today);
        Look();
    }

    public Indicator Indicator { get; private set; }

    /// <summary>The version of the plan whose target of this indicator the form shows.</summary>
    public int Seen { get; private set; }
    public TargetText Text { get; private set; }
    public Target? Target { get; private set; }
    public ImmutableArray<TargetProblem> Problems { get; private set; } = [];
    public PlanSaving Saving { get; } = new();

    /// <summary>The target somebody else has given it meanwhile; what was typed is still there.</summary>
    public string? ChangedTo { get; private set; }

    public bool IsChanged => !Text.SaysTheSame(_opened);

    /// <summary>Whether it stands at once, not on a day to come.</summary>
    public bool IsAtOnce => Text.Day <= _today;
    public bool CanSave => IsChanged && Target is not null && Problems.IsEmpty;

    /// <summary>As it will be printed: what was typed, or what the numbers make.</summary>
    public string Printed => Text.Printed ?? Target?.Printed ?? Indicator.Target.Printed;

    /// <summary>Told only once something was typed.</summary>
    public string? ProblemOf(string field) => IsChanged ? Problems.FirstOrDefault(p => p.Field == field)?.Message : null;

    public void Type(string field, string text)
    {
        Text = Text.With(field, text);
        Saving.Forget();
        Look();
    }

    /// <summary>Takes in a newer version of the plan. Nothing typed is replaced by it.</summary>
    public void Follow(Indicator indicator, int version)
    {
        if (version <= Seen || Saving.IsSaving || Saving.IsSaved) return;
        var isSame = Marked(indicator) == Marked(Indicator);
        (Indicator, Seen) = (indicator, version);
        if (!isSame && IsChanged) ChangedTo = indicator.Target.Printed;
        if (!IsChanged) Text = TargetText.Of(indicator, _today);
        _opened = TargetText.Of(indicator, _today);
        Look();
    }

    public TargetEdit EditFor(string reason) => new(Indicator.Code, Target!, Text.Day!.Value, reason);

    private void Look() => (Target, Problems) = Text.Read(Indicator);

    private static string Marked(Indicator indicator) =>
        string.Join('\n', [indicator.Target.Printed, $"{indicator.Target.Values[0]}", .. indicator.Upcoming.Select(u => $"{u.Effective} {u.Target.Printed}"), $"{indicator.Revisions.Length}"]);
}
