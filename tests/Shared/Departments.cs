using UedaPlan.Domain;

namespace UedaPlan.Tests;

/// <summary>所管課: the seven departments of Part 1.</summary>
public static class Departments
{
    public static Department Participation { get; } = new("shimin-sanka", "市民参加・協働推進課");
    public static Department LifelongLearning { get; } = new("shogai-gakushu", "生涯学習・文化財課");
    public static Department HumanRights { get; } = new("jinken-kyosei", "人権共生課");
    public static Department Residents { get; } = new("shimin", "市民課");
    public static Department Finance { get; } = new("zaisei", "財政課");
    public static Department TaxCollection { get; } = new("shuno-kanri", "収納管理課");
    public static Department PublicRelations { get; } = new("koho", "広報課");
}
