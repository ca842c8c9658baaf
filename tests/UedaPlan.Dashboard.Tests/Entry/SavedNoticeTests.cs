using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>保存のお知らせ: ten seconds to take back what was just saved.</summary>
public sealed class SavedNoticeTests
{
    private const string Code = "1-1-1-2";
    private const string Undo = "取り消す";
    private static readonly FiscalYear _year = new(2026);

    [Fact]
    public async Task Undo_Pressed_PutsBackWhatStoodBeforeAndSaysSo()
    {
        await using var bench = await EntryBench.StartAsync();
        var (home, _) = await SaveAndComeHomeAsync(bench, "148/218");
        Assert.Equal("保存しました。すべての画面に反映されました。", home.Find("[role=status] p").TextContent);

        Button(home)!.Click();

        home.WaitForAssertion(() => Assert.Equal("取り消しました。令和8年度は未入力に戻りました。", home.Find("[role=status] p").TextContent));
        var indicator = await bench.IndicatorAsync(Code);
        Assert.Null(indicator.StandingOf(_year));
        Assert.Equal((2, FigureOrigin.Undone), (indicator.Figures.Count(f => f.Year == _year), indicator.Figures[^1].Origin));
        Assert.Null(Button(home));
    }

    [Fact]
    public async Task Undo_OfACorrection_NamesTheValueThatStandsAgain()
    {
        await using var bench = await EntryBench.StartAsync();
        var (home, _) = await SaveAndComeHomeAsync(bench, "80.9", "1-1-1-3", "数え直し");

        Button(home)!.Click();

        home.WaitForAssertion(() => Assert.Equal("取り消しました。令和8年度の実績 81.6% に戻りました。", home.Find("[role=status] p").TextContent));
        Assert.Equal(new Reading.Amount(81.6m), (await bench.IndicatorAsync("1-1-1-3")).ActualOf(_year)!.Reading);
    }

    [Fact]
    public async Task Undo_WhenSomebodySavedMeanwhile_ChangesNothingAndSaysWhy()
    {
        await using var bench = await EntryBench.StartAsync();
        var (home, _) = await SaveAndComeHomeAsync(bench, "148/218");
        await bench.SaveElsewhereAsync(Code, "147/218", "集計の誤り"); // not told to the page yet

        Button(home)!.Click();

        home.WaitForAssertion(() => Assert.Equal("ほかの人が 4月22日 10:00 にこの実績を保存しました。取り消しませんでした。", home.Find("[role=status] p").TextContent));
        Assert.Equal(new Reading.Ratio(147, 218), (await bench.IndicatorAsync(Code)).ActualOf(_year)!.Reading);
    }

    [Fact]
    public async Task Notice_AfterTenSeconds_IsGone()
    {
        await using var bench = await EntryBench.StartAsync();
        var (home, _) = await SaveAndComeHomeAsync(bench, "148/218");

        bench.Time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.NotNull(Button(home));
        bench.Time.Advance(TimeSpan.FromSeconds(0.2));

        home.WaitForAssertion(() => Assert.Null(Button(home)));
        Assert.Empty(home.FindAll("[role=status] p"));
    }

    [Theory]
    [InlineData(0, 31)] // the one just saved, opened again later
    [InlineData(1, 0)] // an old one
    [InlineData(long.MaxValue, 0)]
    public async Task Notice_OfWhatIsNotJustSaved_IsNotShown(long number, int seconds)
    {
        await using var bench = await EntryBench.StartAsync();
        var saved = await bench.SaveElsewhereAsync(Code, "148/218");
        await bench.RefreshAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Null(Button(Open(bench, number == 0 ? saved.Number : number)));
    }

    [Fact]
    public async Task Notice_OfWhatSomebodyElseSaved_IsNotShown()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Head, "zaisei");
        var saved = await bench.SaveElsewhereAsync(Code, "148/218");
        await bench.RefreshAsync();

        Assert.Null(Button(Open(bench, saved.Number)));
    }

    private static async Task<(IRenderedComponent<DepartmentHomePage> Home, Figure Saved)> SaveAndComeHomeAsync(EntryBench bench, string reading, string code = Code, string? reason = null)
    {
        var saved = await bench.SaveElsewhereAsync(code, reading, reason);
        var home = Open(bench, saved.Number);
        Assert.Null(Button(home)); // the board has not heard of it, so it is not said to be on every screen
        await bench.RefreshAsync();
        home.WaitForAssertion(() => Assert.NotNull(Button(home)));
        return (home, saved);
    }

    private static IRenderedComponent<DepartmentHomePage> Open(EntryBench bench, long saved)
    {
        bench.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/entry?saved={saved}");
        return bench.Context.Render<DepartmentHomePage>();
    }

    private static AngleSharp.Dom.IElement? Button(IRenderedComponent<DepartmentHomePage> home) => home.FindAll("button").SingleOrDefault(b => b.TextContent.Trim() == Undo);
}
