using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Pages;

public sealed class StatusFilterTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(",", null)]
    [InlineData("watch", "watch")]
    [InlineData("actionNeeded,watch", "watch,actionNeeded")]
    [InlineData(" watch , watch ", "watch")]
    [InlineData("noData,achieved,onTrack", "achieved,onTrack,noData")]
    public void Canonical_OfKnownNames_IsEachOnceInTheOrderOfTheScreens(string? text, string? canonical) =>
        Assert.Equal(canonical, StatusFilter.Canonical(text));

    [Theory]
    [InlineData("Watch")]
    [InlineData("2")]
    [InlineData("watch;actionNeeded")]
    [InlineData("<script>")]
    public void Canonical_OfUnknownNames_ShowsEverything(string text) => Assert.Null(StatusFilter.Canonical(text));

    [Fact]
    public void Canonical_OfItself_StaysTheSame()
    {
        var all = StatusFilter.Canonical("noData,actionNeeded,watch,onTrack,achieved");

        Assert.Equal("achieved,onTrack,watch,actionNeeded,noData", all);
        Assert.Equal(all, StatusFilter.Canonical(all));
    }

    [Fact]
    public void Toggled_Twice_IsWhereItStarted()
    {
        var filter = StatusFilter.Parse("watch");

        Assert.Equal("watch,actionNeeded", filter.Toggled(Status.ActionNeeded).ToText());
        Assert.Equal("watch", filter.Toggled(Status.ActionNeeded).Toggled(Status.ActionNeeded).ToText());
        Assert.Null(filter.Toggled(Status.Watch).ToText());
        Assert.False(filter.Toggled(Status.Watch).IsOn);
    }
}
