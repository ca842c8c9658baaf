using System.Collections.Immutable;
using UedaPlan.Dashboard.Features.Office;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Office;

/// <summary>課の入力状況とお願いの文面: what the plan office reads and sends.</summary>
public sealed class ReminderTests
{
    private static readonly Uri Entry = new("https://plan.example.jp/entry");

    [Fact]
    public void Text_OfALateDepartment_SaysWhatUntilWhenAndWhere()
    {
        var text = ReminderText.Of(DutyOf("shimin-sanka", OfficeBoards.Of(null, ("1-1-1-3", 2026, "81.6"))), Entry);

        Assert.Contains("市民参加・協働推進課 御中", text);
        Assert.Contains("【期限を過ぎているもの】", text);
        Assert.Contains("・1-1-1-2 自治会共同集会施設の耐震化率 令和8年度 期限 令和9年5月31日(月)", text);
        Assert.DoesNotContain("1-1-1-3", text);
        Assert.Contains("https://plan.example.jp/entry", text);
    }

    [Fact]
    public void Text_SeveralYearsMissing_NamesEachOfThem()
    {
        var text = ReminderText.Of(DutyOf("koho", OfficeBoards.Of(), new DateOnly(2028, 4, 1)), Entry);

        Assert.Contains("令和8年度 期限 令和9年5月31日", text);
        Assert.Contains("【これから期限を迎えるもの】", text);
        Assert.Contains("令和9年度 期限 令和10年5月31日", text);
    }

    [Fact]
    public void Text_OfADepartmentThatOwesNothing_IsEmpty() =>
        Assert.Empty(ReminderText.Of(DutyOf("koho", OfficeBoards.Of(null, ("1-3-2-1", 2026, "63912"))), Entry));

    [Fact]
    public void Text_ForAll_NamesOnlyDepartmentsThatOweSomething()
    {
        var text = ReminderText.ForAll(AllOf(OfficeBoards.Of(null, ("1-3-2-1", 2026, "63912"))), Entry);

        Assert.Contains("関係各課 御中", text);
        Assert.Contains("◆ 財政課", text);
        Assert.DoesNotContain("広報課", text);
    }

    [Fact]
    public void Duties_OfAllDepartments_PutTheLateFirstAndCountEveryIndicatorOnce()
    {
        var all = AllOf(OfficeBoards.Of(null, ("1-3-2-1", 2026, "63912")));

        Assert.Equal(21, all.Sum(d => d.Duties.Length));
        Assert.Equal("jinken-kyosei", all[0].Department.Code);
        Assert.Equal((6, 3, 6), (all[0].Count(DueState.Overdue), all[0].Count(DueState.NotHeld), all[0].Asked));
        Assert.Null(all[^1].First);
    }

    private static ImmutableArray<DepartmentDuty> AllOf(Board board, DateOnly? today = null) => DepartmentDuty.AllOf(board, today ?? OfficeBoards.June);

    private static DepartmentDuty DutyOf(string department, Board board, DateOnly? today = null) => AllOf(board, today).Single(d => d.Department.Code == department);
}
