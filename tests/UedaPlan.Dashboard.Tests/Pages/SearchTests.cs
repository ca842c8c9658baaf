using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Dashboard.Features.Sections;
using UedaPlan.Dashboard.Marks;
using UedaPlan.Domain;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>計画の中から探す: what a person reads after searching, and where each result leads.</summary>
public sealed class SearchTests : BunitContext
{
    [Fact]
    public void Form_BeforeASearch_IsEmptyAndNamed()
    {
        var page = Open("/");

        Assert.Equal("計画の中から探す", page.Find("label[for=search-text]").TextContent);
        Assert.Equal(("search", "q", null, null), Attributes(page, "type", "name", "value", "placeholder"));
        Assert.Null(page.Find("#search-text").Closest("[data-live]")); // what is being typed outlives every change of figures
    }

    [Fact]
    public void Result_OfAnIndicator_SaysStatusPlaceAndFigureAndLeadsThere()
    {
        var page = Open("/?q=" + Uri.EscapeDataString("タイシン 施設"));

        Assert.Equal("「タイシン 施設」の検索結果", page.Find("#found-title").TextContent);
        Assert.Equal("1件見つかりました。", page.Find("#found [role=status]").TextContent);
        Assert.Equal(["指標 1件"], page.FindAll("#found h3").Words());
        Assert.Equal("順調自治会共同集会施設の耐震化率1-1-1 自治基本条例とまちづくり担当課 市民参加・協働推進課67.9%", page.Find("#found a.found").Words());
        Assert.Equal("/indicators/1-1-1-2", page.Find("#found a.found").GetAttribute("href"));
        Assert.Equal(["施設"], page.FindAll("#found mark").Words());
        Assert.Equal("タイシン 施設", page.Find("#search-text").GetAttribute("value"));
    }

    [Fact]
    public void Result_OfAWord_ShowsItsMeaning()
    {
        var word = Open("/?q=RPA").Find("#found a[href^='/glossary#word-']");

        Assert.StartsWith("RPAあーるぴーえー人がパソコンで行う", word.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Results_MoreThanEightOfAKind_FoldTheRest()
    {
        var page = Open("/?q=" + Uri.EscapeDataString("市民"));

        var rest = page.FindAll("#found details")[0];
        Assert.Equal($"ほか{rest.QuerySelectorAll("li").Length}件", rest.QuerySelector("summary")!.TextContent);
        Assert.Equal(page.FindAll("#found a.found").Count, int.Parse(page.Find("#found [role=status]").TextContent.Split('件')[0]));
    }

    [Fact]
    public void Results_WithChosenStatuses_AreTheirIndicatorsAndSaySo()
    {
        var page = Open("/?status=watch,actionNeeded&q=" + Uri.EscapeDataString("自治会"));

        Assert.Equal(["自治会加入率"], page.FindAll("#found .title").Words());
        Assert.Equal("/?q=" + Uri.EscapeDataString("自治会"), page.Find("#found .note a").GetAttribute("href"));
        Assert.Equal("/?status=watch,actionNeeded", page.Find("#found .clear").GetAttribute("href"));
        Assert.Equal("watch,actionNeeded", page.Find("form.search input[type=hidden][name=status]").GetAttribute("value"));
        Assert.Equal("自治会", page.Find("form.filters input[type=hidden][name=q]").GetAttribute("value"));
    }

    [Fact]
    public void Search_ThatFindsNothing_SaysWhatToDo()
    {
        var page = Open("/?q=" + Uri.EscapeDataString("<b>&\""));

        Assert.Equal("「<b>&\"」の検索結果", page.Find("#found-title").TextContent);
        Assert.Equal("見つかりませんでした。", page.Find("#found [role=status]").TextContent);
        Assert.Equal(["/#chapters-title", "/glossary"], page.FindAll("#found .empty a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.FindAll("#found b"));
    }

    [Fact]
    public void Search_ForSignsOnly_AsksForWords() =>
        Assert.Equal("記号だけでは探せません。言葉を入れてください。", Open("/?q=" + Uri.EscapeDataString("・")).Find("#found [role=status]").TextContent);

    [Fact]
    public void Search_LongerThanAHundredLetters_SaysThatItWasCut()
    {
        var page = Open("/?q=" + new string('x', 150));

        Assert.Equal("見つかりませんでした。 長い言葉は、はじめの100文字で探しました。", page.Find("#found [role=status]").TextContent);
        Assert.Equal(new string('x', 100), page.Find("#search-text").GetAttribute("value"));
    }

    [Fact]
    public void Themes_AreShortcutsToTheirSections()
    {
        var links = Open("/").FindAll(".themes a");

        Assert.Equal(["自治", "人権", "男女共同参画", "多文化共生", "健全財政", "情報共有"], links.Words());
        Assert.Equal(["1-1-1", "1-2-1", "1-2-2", "1-2-3", "1-3-1", "1-3-2"], links.Select(a => a.GetAttribute("href")!["/sections/".Length..]));
    }

    [Theory]
    [InlineData("の")]
    [InlineData("市")]
    [InlineData("事業")]
    public void Results_InSections_LeadToPlacesThatAreThere(string typed)
    {
        this.Show(Mixed);
        var addresses = PlanIndex.Of(ReadingBoards.Plan).Find(SearchQuery.Parse(typed)!).Select(h => FoundAddress.Of(h.Item)).Where(a => a.StartsWith("/sections/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(addresses);
        Assert.All(addresses.Where(a => a.Contains('#', StringComparison.Ordinal)).GroupBy(a => a.Split('#')[0]["/sections/".Length..]), section =>
        {
            var page = Render<SectionPage>(p => p.Add(s => s.Code, section.Key));
            Assert.All(section, address => Assert.Single(page.FindAll('#' + address.Split('#')[1])));
        });
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?q=+%E3%80%80", "")]
    [InlineData("?q=a%E3%80%80%20b&x=1", "q=a%20b")]
    [InlineData("?q=a&status=actionNeeded,watch", "status=watch,actionNeeded&q=a")]
    [InlineData("?q=a%26status%3Dwatch", "q=a%26status%3Dwatch")]
    [InlineData("?q=a&q=b", "q=a")]
    public void Address_OfAnyForm_HasOneCanonicalForm(string query, string canonical) =>
        Assert.Equal(canonical, OverviewQuery.Canonical(new QueryCollection(QueryHelpers.ParseQuery(query)), Empty));

    [Fact]
    public void MarkedText_KeepsThePhraseBreaksOfATitle()
    {
        var pieces = MarkedPiece.Of(new Phrased("自治会共同|集会施設の|耐震化率"), [3..7]);

        Assert.Equal(["自治会", "[共同", "|[集会", "施設の", "|耐震化率"], pieces.Select(p => (p.MayBreakBefore ? "|" : "") + (p.IsMarked ? "[" : "") + p.Text));
    }

    [Theory]
    [InlineData("/?q=%E5%B8%82")]
    [InlineData("/?q=xyz&status=noData")]
    public void Page_OfASearch_FollowsTheContractOfTheScripts(string address) => AssertFollowsTheContract(Open(address).FindAll("*"));

    private static (string?, string?, string?, string?) Attributes(IRenderedComponent<OverviewPage> page, string a, string b, string c, string d)
    {
        var input = page.Find("#search-text");
        return (input.GetAttribute(a), input.GetAttribute(b), input.GetAttribute(c), input.GetAttribute(d));
    }

    private IRenderedComponent<OverviewPage> Open(string address)
    {
        this.Show(Mixed);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<OverviewPage>();
    }
}
