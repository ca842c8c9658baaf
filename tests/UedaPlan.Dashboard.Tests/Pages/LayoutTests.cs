using Bunit;
using Microsoft.AspNetCore.Components.Web;
using UedaPlan.Dashboard.Components;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Dashboard.Features.Print;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>枠: what stands around every reading page.</summary>
public sealed class LayoutTests : BunitContext
{
    [Fact]
    public void Bar_SaysTheSameToEveryReader()
    {
        this.Show(Of(Row("1-1-1-4").WithActuals(2026, "22")));

        var layout = Render<ReadingLayout>(p => p.Add(l => l.Body, "<p>本文</p>"));

        Assert.Equal("/sign-in", layout.Find("[data-viewer] a").GetAttribute("href"));
        Assert.Equal("サインイン", layout.Find("[data-viewer]").Words());
        Assert.Equal("接続を確認中 3月24日 14:31 更新", layout.Find("[data-connection-sign]").Words());
        Assert.Equal("本文", layout.Find("main").Words());
        Assert.Empty(layout.FindAll("form, input"));
        AssertFollowsTheContract(layout.FindAll("*"));
    }

    [Fact]
    public void Bar_NothingEnteredYet_ClaimsNoUpdate()
    {
        this.Show(Empty);

        Assert.Equal("接続を確認中", Render<ReadingLayout>().Find("[data-connection-sign]").Words());
    }

    [Fact]
    public void Band_AndAnnouncer_WaitForTheirScript()
    {
        this.Show(Empty);

        var layout = Render<ReadingLayout>();

        Assert.True(layout.Find("[data-connection-band]").HasAttribute("hidden"));
        Assert.Equal("もう一度つなぐ", layout.Find("[data-connection-band] button[data-reconnect]").Words());
        Assert.Equal("polite", layout.Find("[data-announcer][role=status]").GetAttribute("aria-live"));
    }

    [Theory]
    [InlineData(typeof(ReadingLayout))]
    [InlineData(typeof(WallLayout))]
    [InlineData(typeof(PrintLayout))]
    public void Head_TellsTheScriptsTheRevisionOfThePage(Type type)
    {
        this.Show(Empty);
        JSInterop.Mode = JSRuntimeMode.Loose; // the outlet tidies the head of a browser
        var head = Render<HeadOutlet>();

        Render(builder =>
        {
            builder.OpenComponent(0, type);
            builder.CloseComponent();
        });

        Assert.Equal("7", head.Find("meta[name=plan-revision]").GetAttribute("content"));
    }

    [Fact]
    public void NotFound_SaysWhereToGo()
    {
        this.Show(Empty);

        var page = Render<NotFound>();

        Assert.Equal("ページが見つかりません", page.Find("h1").TextContent);
        Assert.Equal("/", page.Find("p a").GetAttribute("href"));
    }
}
