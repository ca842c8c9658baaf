using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Pages;

public sealed class StatusFilterTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("nonsense", null)]
    [InlineData("watch", "watch")]
    [InlineData("actionNeeded,watch", "watch,actionNeeded")]
    [InlineData("watch,watch, achieved ,x", "achieved,watch")]
    [InlineData("Watch", null)]
    public void Canonical_OfAnyText_NamesEachKnownStatusOnceInTheOrderOfTheScreens(string? text, string? canonical) =>
        Assert.Equal(canonical, StatusFilter.Canonical(text));

    [Fact]
    public void Toggled_TwiceWithTheSameStatus_IsWhereItWas() =>
        Assert.Equal("achieved,noData", StatusFilter.Parse("achieved,noData").Toggled(Status.Watch).Toggled(Status.Watch).ToText());

    [Fact]
    public void Toggled_TheOnlyOne_ShowsAllAgain() => Assert.Null(StatusFilter.Parse("watch").Toggled(Status.Watch).ToText());
}
