using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using UedaPlan.Dashboard.Features.Wall;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>壁面の設定: what an address may ask of a wall, and what it is told when it asks wrongly.</summary>
public sealed class WallOptionsTests
{
    [Fact]
    public void Wall_WithoutOptions_ShowsOverviewForThirtyAndEachSectionForTwentySeconds()
    {
        var slides = Slides("");

        Assert.Equal(["全体", "1-1-1", "1-2-1", "1-2-2", "1-2-3", "1-3-1", "1-3-2"], slides.Select(s => s.Label));
        Assert.Equal([30, 20, 20, 20, 20, 20, 20], slides.Select(s => s.Seconds));
        Assert.Equal("全体", Assert.Single(slides, s => s.IsFirst).Label);
    }

    [Theory]
    [InlineData("?show=1-2-1,1-1-1", "1-1-1 1-2-1")]
    [InlineData("?show=overview", "全体")]
    [InlineData("?show=1-3-2,overview", "全体 1-3-2")]
    [InlineData("?show=1", "全体 1-1-1 1-2-1 1-2-2 1-2-3 1-3-1 1-3-2")]
    public void Show_OfACorrectAddress_ChoosesScreensInTheOrderOfThePlan(string query, string labels) =>
        Assert.Equal(labels, string.Join(' ', Slides(query).Select(s => s.Label)));

    [Fact]
    public void Seconds_OfTheAddress_HoldForSectionsAndHalfAsLongAgainForTheOverview() =>
        Assert.Equal([90, 60], Slides("?seconds=60&show=overview,1-1-1").Select(s => s.Seconds));

    [Fact]
    public void Start_OfTheAddress_IsTheFirstScreenShown() =>
        Assert.Equal("1-2-2", Assert.Single(Slides("?start=1-2-2"), s => s.IsFirst).Label);

    [Theory]
    [InlineData("?show=9-9-9", "show=9-9-9 は計画にありません")]
    [InlineData("?show=", "show= は計画にありません")]
    [InlineData("?show=1-1-1-2", "show=1-1-1-2 は計画にありません")]
    [InlineData("?show=01-1-1", "show=01-1-1 は計画にありません")]
    [InlineData("?seconds=4", "5から600まで")]
    [InlineData("?seconds=601", "5から600まで")]
    [InlineData("?seconds=２０", "5から600まで")]
    [InlineData("?seconds=-20", "5から600まで")]
    [InlineData("?seconds=", "5から600まで")]
    [InlineData("?theme=pink", "dark(暗い画面)か light(明るい画面)")]
    [InlineData("?start=9-9-9", "start=9-9-9 は使えません")]
    [InlineData("?show=overview&start=1-1-1", "start=1-1-1 は、show で選んだ画面に入っていません")]
    [InlineData("?speed=3", "speed という設定はありません")]
    [InlineData("?theme=dark&theme=light", "theme が2回書かれています")]
    public void WrongOption_IsNamedAndNothingIsGuessed(string query, string sentence)
    {
        var problem = Assert.Single(Options(query).Problems);

        Assert.Contains(sentence, problem);
        Assert.Null(Canonical(query));
    }

    [Fact]
    public void SeveralWrongOptions_AreAllNamed() => Assert.Equal(3, Options("?theme=pink&seconds=0&x=1").Problems.Length);

    [Theory]
    [InlineData("", "")]
    [InlineData("?seconds=20&theme=dark&show=1", "")]
    [InlineData("?theme=light&seconds=30", "seconds=30&theme=light")]
    [InlineData("?show=1-2-1,1-1-1,1-2-1", "show=1-1-1,1-2-1")]
    [InlineData("?show=overview&start=overview", "show=overview&start=overview")]
    public void Address_InAnyWriting_HasOneCanonicalForm(string query, string canonical) => Assert.Equal(canonical, Canonical(query));

    [Theory]
    [InlineData("?theme=light", "light")]
    [InlineData("?theme=dark", "dark")]
    [InlineData("?theme=light%20", "light")]
    [InlineData("?theme=light&theme=light", "dark")]
    [InlineData("?theme=pink", "dark")]
    [InlineData("", "dark")]
    public void Theme_OfTheDocument_FollowsTheAddress(string query, string theme) =>
        Assert.Equal(theme, Options(query).Theme);

    private static System.Collections.Immutable.ImmutableArray<WallSlide> Slides(string query) => WallSlide.Of(Mixed, Options(query));

    private static WallOptions Options(string query) => WallOptions.Of(QueryHelpers.ParseQuery(query), Mixed);

    private static string? Canonical(string query) => WallOptions.Canonical(new QueryCollection(QueryHelpers.ParseQuery(query)), Mixed);
}
