using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Compare;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>年度を比べる: what a person reads of two years, and which addresses mean the same.</summary>
public sealed class CompareTests : BunitContext
{
    private static readonly Board _threeYears = Of(demo: true, Row("1-1-1-3").WithActuals(2024, "82.9", "82.3", "79.9"), Row("1-1-1-4").WithActuals(2025, "21"));

    [Fact]
    public void Page_WithoutAChoice_ShowsTheTwoNewestYears()
    {
        var page = Open(_threeYears);

        Assert.Equal(["令和7年度", "令和8年度"], page.FindAll("option[selected]").Words());
        Assert.Equal(["令和7年度", "令和8年度"], page.FindAll("#compare-counts section").Select(s => s.GetAttribute("aria-label")));
        Assert.Equal(["良くなった 0指標", "変わらない 1指標", "悪くなった 1指標", "比べられない 19指標"], page.FindAll("#compare-counts .turns li").Words());
        Assert.Equal("達成・順調 0から0 / 5", page.Find("#compare-1-1-1").Words());
    }

    [Fact]
    public void Row_SaysBothValuesTheTurnAndTheDifference()
    {
        var page = Open(_threeYears, "2024,2026");

        Assert.Equal(["注意82.9%", "要対応79.9%", "悪くなった−3.0ポイント"], page.FindAll("#compare-1-1-1-3 td").Words());
        Assert.Equal("/indicators/1-1-1-3", page.Find("#compare-1-1-1-3 a").GetAttribute("href"));
    }

    [Fact]
    public void Row_WithoutANewFigure_SaysWhichYearItsValueIsOf() =>
        Assert.Equal(["注意21事業", "注意21事業令和7年度", "変わらない新しい実績なし"], Open(_threeYears).FindAll("#compare-1-1-1-4 td").Words());

    [Theory]
    [InlineData("2026,2024")]
    [InlineData(" 2024 , 2026 ")]
    [InlineData("2024,,2026")]
    public void Address_MeaningTheSameYears_IsOnePage(string years) => Assert.Equal("years=2024,2026", Canonical($"?years={years}", _threeYears));

    [Fact]
    public void Address_OfTheForm_IsOnePageWithTheShortOne() => Assert.Equal("years=2024,2026", Canonical("?years=2026&years=2024", _threeYears));

    [Fact]
    public void Address_WithoutYears_IsThatOfTheTwoNewest() => Assert.Equal("years=2025,2026", Canonical("?other=1", _threeYears));

    [Theory]
    [InlineData("2026", "比べる年度を2つ選んでください。")]
    [InlineData("2024,2025,2026", "比べる年度を2つ選んでください。")]
    [InlineData("2025,2025", "同じ年度が選ばれています。違う2つの年度を選んでください。")]
    [InlineData("2019,2026", "その年度の実績はありません。下の年度から選んでください。")]
    [InlineData("r8,-1", "その年度の実績はありません。下の年度から選んでください。")]
    public void Address_ThatIsWrong_SaysWhatToDoAndIsNotKept(string years, string sentence)
    {
        var page = Open(_threeYears, years);

        Assert.Equal(sentence, page.Find("[role=alert]").TextContent);
        Assert.Equal(2, page.FindAll("select").Count);
        Assert.Empty(page.FindAll("table"));
        Assert.Null(Canonical($"?years={years}", _threeYears));
    }

    [Fact]
    public void Page_WhileOneYearHasFigures_SaysThatThereIsNothingToCompareYet()
    {
        var board = Of(Row("1-1-1-3").WithActuals(2026, "82.9"));
        var page = Open(board, "2025,2026");

        Assert.Equal("比べられる年度は、まだありません。2つの年度の実績が入ると、ここに並びます。", page.Find(".empty").Words());
        Assert.Empty(page.FindAll("select, table, [role=alert]"));
        Assert.Equal("", Canonical("?years=2025,2026", board));
    }

    [Fact]
    public void Page_InEveryState_FollowsTheContractOfTheScripts() => AssertFollowsTheContract(Open(_threeYears).FindAll("*"));

    private static string? Canonical(string query, Board board) => ComparedYears.Canonical(new QueryCollection(QueryHelpers.ParseQuery(query)), board);

    private IRenderedComponent<ComparePage> Open(Board board, string? years = null)
    {
        this.Show(board);
        if (years is not null) Services.GetRequiredService<NavigationManager>().NavigateTo($"/compare?years={years}");
        return Render<ComparePage>();
    }
}
