using UedaPlan.Dashboard.Features.Office;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Office;

/// <summary>期限と課の選択: what the plan office chooses before it saves.</summary>
public sealed class DeadlineChoiceTests
{
    private static readonly Indicator Membership = OfficeBoards.Plan.Indicators.Single(i => i.Code.ToString() == "1-1-1-3");
    private static readonly Indicator Survey = OfficeBoards.Plan.Indicators.Single(i => i.Code.ToString() == "1-2-1-3");

    [Fact]
    public void OneYear_ADayInReach_SaysBeforeAndAfter()
    {
        var choice = new DeadlineChoice(FiscalYear.Reiwa(8)) { Date = new DateOnly(2027, 3, 31) };

        Assert.Null(choice.ProblemOf([Membership]));
        Assert.Equal("1件の期限: 令和9年5月31日 → 令和9年3月31日(水)", choice.Preview([Membership]));
        Assert.Equal([new SetYearDeadline(Membership.Code, FiscalYear.Reiwa(8), new DateOnly(2027, 3, 31))], choice.EditsOf([Membership]));
    }

    [Fact]
    public void OneYear_AMissingOrImpossibleDay_IsSaid()
    {
        var choice = new DeadlineChoice(FiscalYear.Reiwa(8));

        Assert.Equal("期限を変える指標を選んでください。", choice.ProblemOf([]));
        Assert.Equal("期限の日を入力してください。", choice.ProblemOf([Membership]));
        choice.Date = new DateOnly(2031, 1, 1);
        Assert.Contains("令和11年4月1日までの日にしてください", choice.ProblemOf([Membership]));
        choice.GivesBack = true;
        Assert.Equal([new SetYearDeadline(Membership.Code, FiscalYear.Reiwa(8), null)], choice.EditsOf([Membership]));
    }

    [Fact]
    public void EveryYear_FullWidthDigits_AreReadAndASurveyIsRefused()
    {
        var choice = new DeadlineChoice(FiscalYear.Reiwa(8)) { Month = "6", Day = "15" };
        choice.ChooseYear("");

        Assert.Equal("1件の期限: 5月31日 → 6月15日", choice.Preview([Membership]));
        Assert.Contains("アンケート調査です", choice.ProblemOf([Membership, Survey]));
        choice.Day = "31";
        Assert.Contains("毎年ある月と日", choice.ProblemOf([Membership]));
    }

    [Fact]
    public void Departments_ChangedTwice_KeepTheLaterOne()
    {
        var choice = new DepartmentChoice();
        choice.Add(new AddDepartment("seisaku", "政策企画課"));
        choice.Add(new AssignIndicator(Membership.Code, "koho"));
        choice.Add(new AssignIndicator(Membership.Code, "seisaku"));

        Assert.Equal(["課の追加: 政策企画課(seisaku)", "1-1-1-3 自治会加入率: 市民参加・協働推進課 → 政策企画課"], choice.Lines(OfficeBoards.Of()));
        Assert.Equal("seisaku", choice.DepartmentOf(new AssignIndicator(Membership.Code, ""), "shimin-sanka"));
        Assert.Contains(("seisaku", "政策企画課"), choice.DepartmentsOf(OfficeBoards.Of()));
    }
}
