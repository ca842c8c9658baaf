using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Office;

/// <summary>課の入力状況: what one department owes at a day, most urgent first.</summary>
public sealed record DepartmentDuty(Department Department, ImmutableArray<Duty> Duties)
{
    /// <summary>How many figures are asked for at all: surveys that are not held are not.</summary>
    public int Asked => Duties.Length - Count(DueState.NotHeld);
    public bool Owes => Duties.Any(d => d.IsOwed);

    /// <summary>The most urgent deadline of what is owed: one that has passed, else the nearest; null when nothing is.</summary>
    public Duty? First => Owes ? Duties[0] : null;

    public int Count(DueState state) => Duties.Count(d => d.State == state);

    /// <summary>What is still assumed about its indicators and may be confirmed together.</summary>
    public IEnumerable<(Indicator Indicator, Assumption Assumption)> Assumed => Duties
        .SelectMany(d => d.Indicator.Assumed.Where(a => a is Assumption.Department or Assumption.Deadline).Select(a => (d.Indicator, a)));

    /// <summary>All departments of the plan: first those that are late, then by the nearest deadline, then those that owe nothing.</summary>
    public static ImmutableArray<DepartmentDuty> AllOf(Board board, DateOnly today)
    {
        var duties = board.Cards.Select(c => Duty.Of(c.Indicator, board.Plan, today)).OrderBy(d => d.State).ThenBy(d => d.Deadline ?? DateOnly.MaxValue).ThenBy(d => d.Indicator.Code)
            .ToLookup(d => d.Indicator.Department.Code);
        return [.. board.Plan.Departments.Select(d => new DepartmentDuty(d, [.. duties[d.Code]]))
            .OrderByDescending(d => d.Count(DueState.Overdue)).ThenBy(d => d.First?.Deadline ?? DateOnly.MaxValue)];
    }
}
