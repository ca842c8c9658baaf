using Bunit;
using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Dashboard.Features.Glossary;
using UedaPlan.Dashboard.Features.Sections;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>用語: words of the plan that open their meaning where they stand, and the page of all of them.</summary>
public sealed class GlossaryTests : BunitContext
{
    public static TheoryData<string> Sections => [.. Plan.Sections.Select(s => s.Code.ToString())];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Words_OfEverySection_OpenAMeaningThatIsOnThePage(string code)
    {
        var page = OpenSection(code);

        Assert.All(page.FindAll("button.term"), term => Assert.Single(page.FindAll($"#{term.GetAttribute("popovertarget")}[popover]")));
        Assert.Empty(page.FindAll("a button, button button, [data-live] button.term"));
        Assert.Equal(page.FindAll("button.term").Select(t => t.GetAttribute("popovertarget")).ToHashSet(), page.FindAll("[popover]").Select(p => p.Id).ToHashSet());
    }

    [Fact]
    public void Meaning_OfAWord_IsItsWordReadingAndMeaning()
    {
        var page = OpenSection("1-1-1");

        var term = page.Find(".purpose button.term");
        Assert.Equal("協働＊", term.TextContent);
        Assert.Equal("協働 きょうどう 市民、地域の団体、企業、市などが、対等な立場で役割を分け合い、力を合わせて課題の解決に取り組むこと。 用語の一覧 閉じる",
            page.Find($"#{term.GetAttribute("popovertarget")}").Words());
    }

    [Fact]
    public void Word_InALongerWord_IsNotTakenForIt() => Assert.Equal(["協働推進員＊"], OpenSection("1-1-1").FindAll(".chips button.term").Words());

    [Theory]
    [InlineData("1-3-1-2", "実質公債費比率＊")]
    [InlineData("1-3-1-3", "将来負担比率＊")]
    public void Name_OfAnIndicatorThatIsAWord_OpensItsMeaning(string code, string name)
    {
        this.Show(Mixed);
        var page = Render<IndicatorPage>(p => p.Add(i => i.Code, code));

        Assert.Equal(name, page.Find("h1 button.term").TextContent);
        Assert.Single(page.FindAll("[popover]"));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Page_OfAllWords_ListsThemByReading()
    {
        this.Show(Empty);
        var page = Render<GlossaryPage>();

        Assert.Equal(Plan.Glossary.Length, page.FindAll("dt").Count);
        Assert.Equal(["RPA あーるぴーえー", "ICT あいしーてぃー", "オープンデータ おーぷんでーた"], page.FindAll("dt").Words().Take(3));
        Assert.Equal("/?q=RPA", page.Find("dl a").GetAttribute("href"));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    private IRenderedComponent<SectionPage> OpenSection(string code)
    {
        this.Show(Empty);
        return Render<SectionPage>(p => p.Add(s => s.Code, code));
    }
}
