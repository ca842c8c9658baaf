using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Office;

/// <summary>課の変更の下書き: edits gathered on the page, the later one of the same thing in place of the earlier.</summary>
public sealed class DepartmentChoice
{
    private readonly List<PlanEdit> _edits = [];

    public IReadOnlyList<PlanEdit> Edits => _edits;

    public void Add(PlanEdit edit)
    {
        _edits.RemoveAll(e => e.GetType() == edit.GetType() && KeyOf(e).Equals(KeyOf(edit)));
        _edits.Add(edit);
    }

    /// <summary>Gives a changed thing back what the plan has.</summary>
    public void Forget(PlanEdit like) => _edits.RemoveAll(e => e.GetType() == like.GetType() && KeyOf(e).Equals(KeyOf(like)));

    /// <summary>Takes an edit back; what was to belong to a department that is not added after all stays where it is.</summary>
    public void Remove(int index)
    {
        var removed = _edits[index];
        _edits.RemoveAt(index);
        if (removed is AddDepartment added) _edits.RemoveAll(e => (e as AssignIndicator)?.Department == added.Code || (e as AssignChart)?.Department == added.Code);
    }

    public void Clear() => _edits.Clear();

    /// <summary>The name a department is about to get; null where it is not changed.</summary>
    public string? NameOf(string code) => _edits.OfType<RenameDepartment>().FirstOrDefault(e => e.Code == code)?.Name;

    public bool IsRetired(string code) => _edits.OfType<RetireDepartment>().Any(e => e.Code == code);

    /// <summary>Code and name of the departments there will be.</summary>
    public IEnumerable<(string Code, string Name)> DepartmentsOf(Board board) =>
        board.Plan.Departments.Select(d => (d.Code, NameOf(d.Code) ?? d.Name)).Concat(_edits.OfType<AddDepartment>().Select(a => (a.Code, a.Name))).Where(d => !IsRetired(d.Item1));

    /// <summary>The department something is about to get, or has.</summary>
    public string DepartmentOf(PlanEdit like, string now) => _edits.FirstOrDefault(e => e.GetType() == like.GetType() && KeyOf(e).Equals(KeyOf(like))) switch
    {
        AssignIndicator indicator => indicator.Department,
        AssignChart chart => chart.Department,
        _ => now,
    };

    /// <summary>The edits in words, in their order.</summary>
    public IEnumerable<string> Lines(Board board)
    {
        var names = board.Plan.Departments.Select(d => (d.Code, d.Name)).Concat(_edits.OfType<AddDepartment>().Select(a => (a.Code, a.Name))).DistinctBy(d => d.Code).ToDictionary(d => d.Code, d => d.Name);
        string Name(string code) => NameOf(code) ?? names.GetValueOrDefault(code) ?? code;
        return _edits.Select(edit => edit switch
        {
            AddDepartment e => $"課の追加: {e.Name}({e.Code})",
            RenameDepartment e => $"課の名前: {names.GetValueOrDefault(e.Code)} → {e.Name}",
            RetireDepartment e => $"課の廃止: {Name(e.Code)}",
            AssignIndicator e => $"{e.Indicator} {board.Find(e.Indicator)?.Indicator.ShortName}: {board.Find(e.Indicator)?.Indicator.Department.Name} → {Name(e.Department)}",
            AssignChart e => $"{e.Chart.ToLabel()}: {board.Find(e.Chart)?.Statistic.Department.Name} → {Name(e.Department)}",
            _ => "",
        });
    }

    private static object KeyOf(PlanEdit edit) => edit switch
    {
        AddDepartment e => e.Code,
        RenameDepartment e => e.Code,
        RetireDepartment e => e.Code,
        AssignIndicator e => e.Indicator,
        AssignChart e => e.Chart,
        _ => edit,
    };
}
