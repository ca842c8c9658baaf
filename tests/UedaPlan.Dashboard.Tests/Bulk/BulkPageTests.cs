using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Dashboard.Tests.Entry;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>まとめて入力: what a head or a member of staff reads and presses, with the real writer behind it.</summary>
public sealed class BulkPageTests
{
    private static readonly string[] TwoRows = ["1-1-1-1,,令和8年度,実績,,,1,2,,", "1-1-1-2,,令和8年度,実績,,,148,218,上期に工事が終わりました。,"];

    [Fact]
    public async Task File_OfTwoNewRows_IsPreviewedAndNothingIsWritten()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();
        var before = (await bench.ReadAsync()).Revision;

        Choose(page, TwoRows);

        page.WaitForAssertion(() => Assert.Contains("2件を反映する", page.Markup));
        Assert.Contains("67.9%", page.Markup);
        Assert.Contains("148 / 218棟", page.Markup);
        Assert.Equal(before, (await bench.ReadAsync()).Revision);
    }

    [Fact]
    public async Task Accept_OfTwoRows_PublishesBothAtOnce()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();
        var before = (await bench.ReadAsync()).Revision;
        Choose(page, TwoRows);
        page.WaitForAssertion(() => Assert.Contains("2件を反映する", page.Markup));

        Accept(page).Click();

        page.WaitForAssertion(() => Assert.Contains("2件を保存しました。すべての画面に反映されました。", page.Markup));
        Assert.Equal(before + 1, (await bench.ReadAsync()).Revision);
        var saved = (await bench.IndicatorAsync("1-1-1-2")).LatestActual!;
        Assert.Equal(("148/218", "上期に工事が終わりました。", FigureOrigin.Imported, bench.Author), (saved.Reading.ToText(), saved.Comment, saved.Origin, saved.Author));
    }

    [Fact]
    public async Task File_WithOneRowToLookAt_OffersNoButton()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();

        Choose(page, [.. TwoRows, "1-1-1-3,,令和8年度,実績,,81.2,,,,"]);

        page.WaitForAssertion(() => Assert.Contains("確認が必要な行があるあいだは、1件も反映できません", page.Markup));
        Assert.Contains("変更の理由を入力してください", page.Markup);
        Assert.Empty(page.FindAll("button.accept"));
    }

    [Fact]
    public async Task Staff_SeesThePreviewAndNoButton()
    {
        await using var bench = await EntryBench.StartAsync(AuthorRole.Staff);
        var page = bench.Context.Render<BulkPage>();

        Choose(page, TwoRows);

        page.WaitForAssertion(() => Assert.Contains("反映できるのは課長です", page.Markup));
        Assert.Empty(page.FindAll("button.accept"));
    }

    [Fact]
    public async Task SomebodySaved_WhileThePreviewIsOpen_IsSaidAndLookedAtAgain()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();
        Choose(page, TwoRows);
        page.WaitForAssertion(() => Assert.Contains("2件を反映する", page.Markup));

        await bench.SaveElsewhereAsync("1-1-1-2", "150/218");
        await bench.RefreshAsync();

        page.WaitForAssertion(() => Assert.Contains("ほかの人が保存した値があります(3行目)", page.Markup));
        Assert.True(Accept(page).HasAttribute("disabled"));
        page.FindAll("button").Single(b => b.TextContent.Contains("いまの値で確認し直す")).Click();
        page.WaitForAssertion(() => Assert.Contains("変更の理由を入力してください", page.Markup));
        Assert.Contains("68.8%", page.Markup);
    }

    [Fact]
    public async Task SomebodySaved_UnseenByThePage_IsRefusedByTheWriterAndWritesNothing()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();
        Choose(page, TwoRows);
        page.WaitForAssertion(() => Assert.Contains("2件を反映する", page.Markup));
        await bench.SaveElsewhereAsync("1-1-1-2", "150/218");
        var before = (await bench.ReadAsync()).Revision;

        Accept(page).Click();

        page.WaitForAssertion(() => Assert.Contains("まだ1件も保存していません", page.Markup));
        Assert.Equal(before, (await bench.ReadAsync()).Revision);
        Assert.Contains("2件を反映する", page.Markup);
    }

    [Fact]
    public async Task Accept_WithoutADatabase_SaysSoAndKeepsThePreview()
    {
        await using var bench = await EntryBench.StartAsync(fault: Fault.Database);
        var page = bench.Context.Render<BulkPage>();
        Choose(page, TwoRows);
        page.WaitForAssertion(() => Assert.Contains("2件を反映する", page.Markup));

        Accept(page).Click();

        page.WaitForAssertion(() => Assert.Contains("1件も保存していません", page.Markup));
        Assert.False(Accept(page).HasAttribute("disabled"));
    }

    [Fact]
    public async Task OddFiles_ThroughThePage_AreToldAndLeaveTheDatabaseAlone()
    {
        await using var bench = await EntryBench.StartAsync();
        var page = bench.Context.Render<BulkPage>();
        var before = (await bench.ReadAsync()).Revision;
        for (var number = 0; number < 60; number++)
        {
            Choose(page, BulkMutation.Of(7, number));
            page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[role=alert], .counts")));
        }

        Assert.Equal(before, (await bench.ReadAsync()).Revision);
    }

    [Fact]
    public async Task LargeFile_IsRefusedUnread()
    {
        await using var bench = await EntryBench.StartAsync();
        var door = bench.Context.Services.GetRequiredService<BulkDoor>();

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => door.ReadAsync(50L * 1024 * 1024, _ => throw new InvalidOperationException("It was opened."), Xunit.TestContext.Current.CancellationToken));

        Assert.Equal("ファイルが大きすぎます。2MBまでのファイルを選んでください", refusal.Message);
    }

    [Fact]
    public async Task Home_OffersTheFormsAndTheWayBack()
    {
        await using var bench = await EntryBench.StartAsync();

        var home = bench.Context.Render<UedaPlan.Dashboard.Features.Entry.DepartmentHomePage>();

        Assert.Equal(["/entry/bulk/form.xlsx", "/entry/bulk/form.csv", "/entry/bulk"], home.FindAll("section[aria-labelledby=bulk-title] a").Select(a => a.GetAttribute("href")));
    }

    private static void Choose(IRenderedComponent<BulkPage> page, string[] rows) => Choose(page, BulkFiles.Csv(rows));

    private static void Choose(IRenderedComponent<BulkPage> page, byte[] bytes) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "提出.csv"));

    private static IElement Accept(IRenderedComponent<BulkPage> page) => page.Find("button.accept");
}
