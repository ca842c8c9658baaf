using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Components.Layout;
using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Dashboard.Features.Overview;
using UedaPlan.Dashboard.Features.Past;
using UedaPlan.Dashboard.Features.Print;
using UedaPlan.Dashboard.Features.Sections;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Tests.Pages;
using UedaPlan.Data;
using UedaPlan.Tests;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Past;

/// <summary>Pages of a past moment: what they show is of then, what they lead to is of then, and only what changed since is of now.</summary>
public sealed class PastPagesTests : BunitContext
{
    private static readonly Board Then = Of(Row("1-1-1-4").WithActuals(2025, "21"), Row("1-1-1-2").WithActuals(2025, "146/218"));
    private static readonly Board Now = Of(Row("1-1-1-4").WithActuals(2025, "21"), Row("1-1-1-2").WithActuals(2025, "146/218", "148/218"), Row("1-3-2-1").WithActuals(2026, "60000"));

    private PinnedBoard? _pinned;

    [Fact]
    public void Band_OfAPastPage_SaysWhenLeadsBackAndNamesWhatChangedSince()
    {
        var layout = RenderPast("/indicators/1-1-1-2", "<p>本文</p>");

        Assert.Equal("令和8年10月1日の終わりの時点の表示です いまの表示に戻る 別の時点を選ぶ", layout.Find("[data-past]").Words());
        Assert.Equal("/indicators/1-1-1-2", layout.Find("[data-past] .back").GetAttribute("href"));
        Assert.Equal("1-1-1 集会施設の耐震化率その時点は令和7年度67.0%注意 いまは令和8年度67.9%順調", layout.Find("#since > ul").Words());
        Assert.Equal("ほかに1件の指標が変わりました", layout.Find("#since summary").Words());
        Assert.Contains("未入力", layout.Find("#since details ul").Words());
        AssertFollowsTheContract(layout.FindAll("*"));
    }

    [Fact]
    public void Since_WhereOnlyNowHasNews_AnnouncesThemAndThePastRowsAreSilent()
    {
        var layout = RenderPast<SectionPage>("/sections/1-1-1", p => p.AddAttribute(1, "Code", "1-1-1"));

        Assert.Equal(["集会施設の耐震化率 67.9% 順調", "市公式ソーシャルメディア登録者数 60,000人 注意"], layout.FindAll("[data-entry]").Select(r => r.GetAttribute("data-announce")));
        Assert.Empty(layout.FindAll("#indicators [data-entry]"));
    }

    [Fact]
    public void Bar_OfAPastPage_StaysThatOfThePresent()
    {
        var layout = RenderPast("/", "");

        Assert.Equal("/?at=2026-10-01", layout.Find(".home").GetAttribute("href"));
        Assert.Contains(Now.LastChange!.At.ToString("M月"), layout.Find("#last-saved").Words());
    }

    [Fact]
    public void Links_OfAPastPage_AllKeepItsMoment()
    {
        Assert.All([
            .. LinksOf(RenderPast<OverviewPage>("/")), .. LinksOf(RenderPast<SectionPage>("/sections/1-1-1", p => p.AddAttribute(1, "Code", "1-1-1"))),
            .. LinksOf(RenderPast<IndicatorPage>("/indicators/1-1-1-2", p => p.AddAttribute(1, "Code", "1-1-1-2"))),
        ], address => Assert.Matches(@"[?&]at=(2026-10-01|r\d+)(#|$)", address));
    }

    [Fact]
    public void Filter_OfAPastPage_StaysAtItsMoment() =>
        Assert.Equal("2026-10-01", RenderPast<OverviewPage>("/").Find("form.filters input[name=at]").GetAttribute("value"));

    [Fact]
    public void Page_OfAPastMoment_ShowsTheFiguresOfThen()
    {
        var page = RenderPast<IndicatorPage>("/indicators/1-1-1-2", p => p.AddAttribute(1, "Code", "1-1-1-2")).Find("main");

        Assert.StartsWith("令和7年度 実績67.0%", page.QuerySelector("#detail-figures dl")!.Words());
        Assert.DoesNotContain("67.9", page.QuerySelector("#detail-history")!.Words());
        Assert.DoesNotContain("過去の時点を見る", page.Words());
    }

    [Fact]
    public void History_OfAnIndicator_LeadsToEachOfItsMoments()
    {
        var row = Row("1-1-1-2").WithActuals(2025, "146/218");
        this.Show(Board.Of(ReadingBoards.Plan, row.Figures.Select(f => f with { Revision = 12 }), 12, false, default));

        var page = Render<IndicatorPage>(p => p.Add(i => i.Code, "1-1-1-2"));

        Assert.Equal("/indicators/1-1-1-2?at=r12", page.Find("#detail-history a").GetAttribute("href"));
        Assert.Equal("/moments?to=%2Findicators%2F1-1-1-2", page.Find(".past-link").GetAttribute("href"));
    }

    [Fact]
    public void Chooser_KeptOverMidnight_DoesNotShutOutTheDayThatIsOverByThen() =>
        Assert.False(Render<MomentForm>(p => p.Add(f => f.To, ReturnAddress.Of("/")).Add(f => f.First, new DateOnly(2026, 4, 1))).Find("#day").HasAttribute("max"));

    [Fact]
    public void Sheet_OfAPastPage_IsOfThenAndSaysSoOnThePaper()
    {
        this.Show(Now).LookBack(new PastMoment("2026-10-01", "令和8年10月1日の終わり", Then));

        var sheet = Render<PrintLayout>(p => p.Add(l => l.Body, builder =>
        {
            builder.OpenComponent<SectionPrintPage>(0);
            builder.AddAttribute(1, "Code", "1-1-1");
            builder.CloseComponent();
        }));

        Assert.Contains("令和7年度 進み具合(令和8年10月1日の終わりの時点)", sheet.Find(".head").Words());
        Assert.StartsWith("過去の表示(令和8年10月1日の終わりの時点)", sheet.Find(".running").Words());
        Assert.Equal("/sections/1-1-1?at=2026-10-01", sheet.Find("a.back").GetAttribute("href"));
        Assert.DoesNotContain("67.9", sheet.Markup);
    }

    [Fact]
    public void Bar_OfAPastPage_PrintsItsMoment() =>
        Assert.Equal("/print/sections/1-1-1?at=2026-10-01", RenderAt("/sections/1-1-1").Find("a.print").GetAttribute("href"));

    [Fact]
    public void Since_NothingChanged_SaysSo() => Assert.Empty(SinceThen.Between(Now, Now));

    [Fact]
    public void Since_AnIndicatorLeftThePlan_IsNamed()
    {
        var smaller = Board.Of(PlanFile.Parse(PlanFile.BuiltIn().Json.Replace("\"code\": \"1-3-2-1\"", "\"code\": \"1-3-2-2\""), "revised.json").Plan, [], 9, false, default);

        Assert.Equal([("1-3-2-1", true, false), ("1-3-2-2", false, true)],
            SinceThen.Between(Empty, smaller).Select(s => (s.Code.ToString(), s.Then is not null, s.Now is not null)));
    }

    [Fact]
    public void Since_OnlyTheTargetChanged_SaysWhichItWasAndIs()
    {
        var revised = Board.Of(PlanFile.Parse(PlanFile.BuiltIn().Json.Replace("\"value\": 70000, \"decimals\": 0, \"printed\": \"70,000人\"", "\"value\": 80000, \"decimals\": 0, \"printed\": \"80,000人\""), "revised.json").Plan, [], 9, false, default);

        var since = Assert.Single(SinceThen.Between(Empty, revised));
        var row = Render<SinceRow>(p => p.Add(r => r.Since, since).Add(r => r.From, Viewpoint.Now));

        Assert.Equal("値と状態は同じです(計画の目標 70,000人 → 80,000人)", row.Find(".same").Words());
    }

    private static IEnumerable<string> LinksOf(IRenderedComponent<IComponent> layout) =>
        layout.FindAll("main a[href], .since a[href]").Select(a => a.GetAttribute("href")!).Where(a => a is "/" || a.StartsWith("/?", StringComparison.Ordinal) || a.StartsWith("/#", StringComparison.Ordinal)
            || a.StartsWith("/sections", StringComparison.Ordinal) || a.StartsWith("/indicators", StringComparison.Ordinal));

    private IRenderedComponent<ReadingLayout> RenderPast<TPage>(string here, Action<Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder>? more = null) where TPage : IComponent => RenderPast(here, builder =>
    {
        builder.OpenComponent<TPage>(0);
        more?.Invoke(builder);
        builder.CloseComponent();
    });

    private IRenderedComponent<ReadingLayout> RenderPast(string here, RenderFragment body)
    {
        _pinned ??= this.Show(Now);
        _pinned.LookBack(new PastMoment("2026-10-01", "令和8年10月1日の終わり", Then) { Here = here });
        return Render<ReadingLayout>(p => p.Add(l => l.Body, body));
    }

    private IRenderedComponent<ReadingLayout> RenderAt(string here)
    {
        _pinned ??= this.Show(Now);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"{here}?at=2026-10-01");
        return RenderPast(here, "");
    }

    private IRenderedComponent<ReadingLayout> RenderPast(string here, string body) => RenderPast(here, builder => builder.AddMarkupContent(0, body));
}
