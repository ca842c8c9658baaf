using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Dashboard.Features.Print;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Tests.Pages;
using UedaPlan.Data;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;
using Part = UedaPlan.Domain.Part;
using Phrased = UedaPlan.Domain.Phrased;

namespace UedaPlan.Dashboard.Tests.Print;

/// <summary>編の資料: the whole part in one go, and the ways to it.</summary>
public sealed class PackTests : BunitContext
{
    [Fact]
    public void Pack_HoldsCoverListEverySectionAndHowToReadIt()
    {
        var page = Open(Mixed, "1");

        Assert.Equal(["sheet-cover", "sheet-indicators", .. Plan.Sections.Select(s => $"sheet-{s.Code}"), "sheet-guide"], page.FindAll(".sheet").Select(s => s.Id));
        Assert.Equal(["21指標のうち達成・順調2", "達成1", "順調1", "注意2", "要対応4", "未入力13"], page.FindAll("#sheet-cover .counts > div").Words());
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void List_HasEveryIndicatorUnderItsSection()
    {
        var list = Open(Mixed, "1").Find("#sheet-indicators");

        Assert.Equal(Plan.Indicators.Select(i => i.Name.Plain), list.QuerySelectorAll("th[scope=row] .phrased").Words());
        Assert.Equal(Plan.Sections.Select(s => $"{s.Code} {s.Title}"), list.QuerySelectorAll("th[scope=rowgroup]").Words());
        Assert.Contains("79.0%", list.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("自治会加入率", StringComparison.Ordinal)).Words());
    }

    [Fact]
    public void Guide_ExplainsEveryStatusWithTheThresholdsOfThePlan()
    {
        var guide = Open(Empty, "1").Find("#sheet-guide");

        Assert.Equal(["達成", "順調", "注意", "要対応", "未入力"], guide.QuerySelectorAll(".status-word").Words());
        Assert.Contains("見込んだ伸びの60%以上", guide.TextContent);
        Assert.Contains("目標の90%以上なら注意", guide.TextContent);
        Assert.DoesNotContain("デモ値", guide.TextContent);
    }

    [Fact]
    public void Print_OfAPlanOfOnePart_IsItsPack() =>
        Assert.Equal("第1編をまとめて印刷", Open(Empty, null).Find(".print-bar h1").Words());

    [Fact]
    public void Print_OfAPlanOfSeveralParts_LetsOneBeChosen()
    {
        var plan = Plan with { Parts = [.. Plan.Parts, new Part(2, new Phrased("自然・生活環境"), [])] };

        var page = Open(Board.Of(plan, [], 1, demo: false, DateTimeOffset.UnixEpoch), null);

        Assert.Equal(["/print/parts/1", "/print/parts/2"], page.FindAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Empty(page.FindAll(".sheet"));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("01")]
    [InlineData("x")]
    public void Pack_OfAnUnknownPart_IsNotFound(string number)
    {
        var missing = false;
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => missing = true;

        Render<PackPage>(p => p.Add(s => s.Code, number));

        Assert.True(missing);
    }

    [Theory]
    [InlineData("http://localhost/", "/print")]
    [InlineData("http://localhost/?status=watch", "/print")]
    [InlineData("http://localhost/Sections/1-1-1/", "/print/sections/1-1-1")]
    [InlineData("http://localhost/indicators/1-1-1-3", "/print/indicators/1-1-1-3")]
    [InlineData("http://localhost/indicators/9-9-9-9", null)]
    [InlineData("http://localhost/licences", null)]
    [InlineData("http://localhost/print", null)]
    public void PrintAddress_OfAPage_IsThatOfItsSheet(string page, string? sheet) => Assert.Equal(sheet, PrintAddress.Of(new Uri(page), Empty));

    [Fact]
    public void Bar_OfAPageWithASheet_LeadsToIt()
    {
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/sections/1-3-1");

        var link = Render<ReadingLayout>().Find("header a.print");

        Assert.Equal(("/print/sections/1-3-1", "印刷"), (link.GetAttribute("href"), link.Words()));
    }

    [Fact]
    public void Bar_OfAPageWithoutASheet_OffersNone()
    {
        this.Show(Empty);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/licences");

        Assert.Empty(Render<ReadingLayout>().FindAll("header a.print"));
    }

    private IRenderedComponent<PackPage> Open(Board board, string? number)
    {
        this.Show(board);
        return Render<PackPage>(p => p.Add(s => s.Code, number));
    }
}
