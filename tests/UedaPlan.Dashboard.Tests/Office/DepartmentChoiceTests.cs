using UedaPlan.Dashboard.Features.Office;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Office;

/// <summary>Changes of departments gathered on the page, before they are saved.</summary>
public sealed class DepartmentChoiceTests
{
    [Fact]
    public void Remove_OfANewDepartment_TakesBackWhatWasToBelongToIt()
    {
        var choice = new DepartmentChoice();
        choice.Add(new AddDepartment("kikaku", "企画課"));
        choice.Add(new AssignIndicator(IndicatorCode.Parse("1-1-1-2"), "kikaku"));
        choice.Add(new AssignIndicator(IndicatorCode.Parse("1-1-1-3"), "koho"));

        choice.Remove(0);

        Assert.Equal("koho", Assert.IsType<AssignIndicator>(Assert.Single(choice.Edits)).Department);
    }
}
