using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>The charts of the plan in a real browser: entered at a desk, seen on a tablet that stands open.</summary>
public sealed class StatisticScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;

    [Fact]
    public async Task Charts_OfEachForm_AreDrawnUnderThePagesOwnPolicy()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        var check = ScreenCheck.Of(page);

        foreach (var (code, drawing) in new[] { ("1-1-1-1", "path.apexcharts-line"), ("1-2-1-1", "path.apexcharts-bar-area"), ("1-2-3-1", "path.apexcharts-bar-area") })
        {
            await page.GotoAsync(new Uri(server.Address, $"/statistics/{code}").ToString());
            await Assertions.Expect(page.Locator(drawing).First).ToBeAttachedAsync(new() { Timeout = Patience });
            await check.AssertCleanAsync();
        }
        await page.SetViewportSizeAsync(320, 700);
        await page.GotoAsync(new Uri(server.Address, "/statistics/1-2-3-1").ToString());
        await Assertions.Expect(page.Locator("statistic-chart[data-drawn]")).ToBeVisibleAsync(new() { Timeout = Patience });
        await check.AssertCleanAsync();
        foreach (var address in new[] { "/statistics", "/statistics/1-2-3-2" })
        {
            await page.GotoAsync(new Uri(server.Address, address).ToString());
            await check.AssertCleanAsync();
        }
    }

    [Fact]
    public async Task Chart_WhereItIsPointedAt_NamesEachItemWithItsOwnValueAndUnit()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var page = await browser.OpenAsync(820, 1180);
        foreach (var (code, words) in new[] { ("1-1-1-1", new[] { "件数19件", "確定額3,265千円" }), ("1-2-1-1", ["ある7.1%", "少しある16.3%", "わからない7.9%"]) })
        {
            await page.GotoAsync(new Uri(server.Address, $"/statistics/{code}").ToString());
            await page.Locator("statistic-chart[data-drawn]").WaitForAsync(new() { Timeout = Patience });
            var plot = (await page.Locator(".apexcharts-grid").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(plot.X + (plot.Width * (code == "1-1-1-1" ? .4f : .49f)), plot.Y + (plot.Height * .5f));
            await page.Mouse.MoveAsync(plot.X + (plot.Width * (code == "1-1-1-1" ? .4f : .5f)), plot.Y + (plot.Height * .52f));

            foreach (var word in words) await Assertions.Expect(page.Locator(".apexcharts-tooltip")).ToContainTextAsync(word, new() { Timeout = Patience });
        }
    }

    [Fact]
    public async Task PastedTable_OnceSaved_StandsOnAnOpenTabletAndItsItemsAreHiddenByKeyboard()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var tablet = await browser.OpenAsync(820, 1180);
        await tablet.GotoAsync(new Uri(server.Address, "/statistics/1-2-3-2").ToString());
        await Assertions.Expect(tablet.GetByText("まだ値が入力されていません。")).ToBeVisibleAsync();
        var desk = await OpenFormAsync(server, "1-2-3-2");
        var check = ScreenCheck.Of(desk);

        await PasteAsync(desk, "\t永住者\t留学\nR4\t１，２３４\t45\n令5\t1,260\t");
        await desk.Locator("#unit").FillAsync("人");
        await Assertions.Expect(desk.Locator("table[data-form=lines]")).ToContainTextAsync("1,260", new() { Timeout = Patience });
        await check.AssertCleanAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" }).ClickAsync();

        await Assertions.Expect(tablet.Locator("#statistic-table")).ToContainTextAsync("1,260", new() { Timeout = Patience });
        await Assertions.Expect(tablet.Locator("path.apexcharts-line")).ToHaveCountAsync(2, new() { Timeout = Patience });
        var item = tablet.GetByRole(AriaRole.Button, new() { Name = "留学" });
        await item.FocusAsync();
        await tablet.Keyboard.PressAsync("Space");
        await Assertions.Expect(item).ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(item).ToBeFocusedAsync();

        await desk.GotoAsync(new Uri(server.Address, "/entry/statistics/1-2-3-2").ToString());
        await PasteAsync(desk, "\t永住者\t留学\nR4\t1300\t45\n令5\t1,260\t");
        await desk.Locator("#reason").FillAsync("集計を確かめたため");
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" }).ClickAsync();
        await Assertions.Expect(tablet.Locator("#statistic-table")).ToContainTextAsync("1,300", new() { Timeout = Patience });
        await Assertions.Expect(item).ToHaveAttributeAsync("aria-pressed", "false"); // what is hidden stays hidden when values change
    }

    [Fact]
    public async Task Values_ThatMakeTheLegendShorter_ReplaceTheOldDrawing()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var tablet = await browser.OpenAsync(820, 1180);
        await tablet.GotoAsync(new Uri(server.Address, "/statistics/1-2-3-2").ToString());
        var desk = await OpenFormAsync(server, "1-2-3-2");
        var names = Enumerable.Range(1, 12).Select(i => $"名前の長い項目{i}");
        await PasteAsync(desk, $"\t{string.Join('\t', names)}\nR4\t{string.Join('\t', Enumerable.Range(1, 12))}\nR5\t{string.Join('\t', Enumerable.Range(2, 12))}");
        await desk.Locator("#unit").FillAsync("人");
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" }).ClickAsync();
        await Assertions.Expect(tablet.Locator("path.apexcharts-line")).ToHaveCountAsync(12, new() { Timeout = Patience });

        await desk.GotoAsync(new Uri(server.Address, "/entry/statistics/1-2-3-2").ToString());
        await PasteAsync(desk, "\t永住者\nR3\t1\nR4\t2\nR5\t3");
        await desk.Locator("#reason").FillAsync("項目をまとめたため");
        await desk.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" }).ClickAsync();

        await Assertions.Expect(tablet.Locator("statistic-chart")).ToHaveAttributeAsync("data-drawn", "2", new() { Timeout = Patience });
        // The library draws again 150 ms after a change of size: a timer that starts later and takes longer ends after it.
        await tablet.EvaluateAsync("() => new Promise(done => setTimeout(done, 300))");
        await Assertions.Expect(tablet.Locator("path.apexcharts-line")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Paste_OfAWholeSheet_IsRefusedAndKeepsTheForm()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var desk = await OpenFormAsync(server, "1-2-3-2");
        var check = ScreenCheck.Of(desk);

        await PasteAsync(desk, string.Concat(Enumerable.Repeat("令和5年度\t1234.56\t1234.56\n", 4000)));

        await Assertions.Expect(desk.GetByText("40年 × 12項目までです")).ToBeVisibleAsync(new() { Timeout = Patience });
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task File_OfAChart_OpensInASpreadsheetAsItIs()
    {
        await using var server = await ServerProcess.StartDemoAsync();
        var address = new Uri("/statistics/1-1-1-2.csv", UriKind.Relative);

        var answer = await server.Client.GetAsync(address);

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Contains("令和5年度,83.6\r\n", Encoding.UTF8.GetString(bytes));
        Assert.Equal("1-1-1 図2 自治会加入率の推移.csv", answer.Content.Headers.ContentDisposition!.FileNameStar);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await server.Client.SendAsync(again)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri("/statistics/1-2-3-2.csv", UriKind.Relative))).StatusCode);
    }

    private async Task<IPage> OpenFormAsync(ServerProcess server, string code)
    {
        var desk = await DemoDesk.OpenAsync(await browser.OpenAsync(1180, 820), server.Address, "人権共生課");
        await desk.Page.GotoAsync(new Uri(server.Address, $"/entry/statistics/{code}").ToString());
        return desk.Page;
    }

    private static async Task PasteAsync(IPage desk, string table)
    {
        await Assertions.Expect(desk.Locator("#paste")).ToBeEnabledAsync(new() { Timeout = Patience });
        await desk.Locator("#paste").FillAsync(table);
        await desk.GetByRole(AriaRole.Button, new() { Name = "表に入れる" }).ClickAsync();
    }
}
