using System.Text;
using Microsoft.Playwright;
using MiniExcelLibs;
using UedaPlan.Tests;

namespace UedaPlan.EndToEnd;

/// <summary>Files of a department in a real browser: chosen, looked at, accepted, and on the wall and the tablet at once.</summary>
public sealed class BulkScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private static readonly string[] Heads = ["番号", "指標", "年度", "段階", "値", "数1", "数2", "コメント", "変更の理由"];

    [Fact]
    public async Task ShiftJisFile_Accepted_WallAndTabletFollow()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        await using var wall = await LiveScreen.OpenAsync(await browser.OpenAsync(1920, 1080), new Uri(server.Address, "/wall"));
        await using var tablet = await LiveScreen.OpenAsync(await browser.OpenAsync(820, 1180), new Uri(server.Address, $"/indicators/{LiveScreen.Indicator}"));
        var page = await OpenAsync(server, 1366, 900);

        // As Japanese Excel saves a CSV file.
        await ChooseAsync(page, "提出.csv", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(string.Join(',', Heads)
            + "\r\n1-1-1-2,自治会共同集会施設の耐震化率,令和8年度,実績,,148,218,\"上期に2棟の工事が終わりました。～①\",\r\n,,,,,,,,\r\n"));
        await Assertions.Expect(page.GetByText("67.9%")).ToBeVisibleAsync(new() { Timeout = Patience });
        await AcceptAsync(page, 1);

        await wall.ShowsAsync(LiveScreen.After);
        await Assertions.Expect(tablet.Page.GetByText(LiveScreen.After).First).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Contains("上期に2棟の工事が終わりました。～①", await server.Client.GetStringAsync(new Uri($"/indicators/{LiveScreen.Indicator}", UriKind.Relative)));
    }

    [Fact]
    public async Task Workbooks_OfTwoPrograms_AreAcceptedAndTheirMistakesTold()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, 1366, 900);

        // As LibreOffice saves one: shared texts, a formula with its result, a percentage that is stored as 0.811.
        await ChooseAsync(page, "計算.xlsx", Workbooks.Of(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>5</v></c><c r=\"E1\" t=\"s\"><v>6</v></c><c r=\"F1\" t=\"s\"><v>7</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\"><v>2026</v></c><c r=\"D2\"><f>100+48</f><v>148</v></c><c r=\"E2\"><v>218</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>4</v></c><c r=\"B4\"><v>2026</v></c><c r=\"C4\" s=\"1\"><v>0.81100000000000005</v></c></row>",
            "<t>番号</t>", "<t>年度</t>", "<t>値</t>", "<t>1-1-1-2</t>", "<t>1-1-1-3</t>", "<t>数1</t>", "<t>数2</t>", "<t>変更の理由</t>"));
        await Assertions.Expect(page.GetByText("F列「変更の理由」")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("tr.attention .number")).ToHaveTextAsync("4行目");
        await Assertions.Expect(page.Locator("button.accept")).ToHaveCountAsync(0);

        using var workbook = new MemoryStream();
        await workbook.SaveAsAsync(new[]
        {
            new { 番号 = "1-1-1-2", 年度 = "令和8年度", 値 = (double?)null, 数1 = (int?)148, 数2 = (int?)218, 変更の理由 = "" },
            new { 番号 = "1-1-1-3", 年度 = "令和8年度", 値 = (double?)81.1, 数1 = (int?)null, 数2 = (int?)null, 変更の理由 = "数え直したため" },
        });
        await ChooseAsync(page, "計算.xlsx", workbook.ToArray());
        await AcceptAsync(page, 2);

        var board = await server.Client.GetStringAsync(new Uri("/api/v1/board", UriKind.Relative));
        Assert.Contains("\"printed\":\"67.9%\"", board);
        Assert.Contains("\"printed\":\"81.1%\"", board);
    }

    [Fact]
    public async Task Form_DownloadedAndSentBack_ChangesNothing()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, 1366, 900);

        foreach (var name in new[] { "Excel様式", "CSV様式", "全年度の値" })
        {
            var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync());
            Assert.StartsWith($"まとめて入力 {DemoDesk.Civic}", download.SuggestedFilename);
            await ChooseAsync(page, download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
            await Assertions.Expect(page.GetByText("反映する行はありません")).ToBeVisibleAsync(new() { Timeout = Patience });
            await Assertions.Expect(page.Locator(".counts .attention")).ToHaveTextAsync("0件 確認が必要");
        }
    }

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(820, 1180)]
    public async Task BulkScreen_InItsStates_HasNoFinding(int width, int height)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        await OpenAsync(server, page);
        await check.AssertCleanAsync();

        await ChooseAsync(page, "名簿.pdf", "%PDF-1.7"u8.ToArray());
        await Assertions.Expect(page.GetByText("PDFは取り込めません")).ToBeVisibleAsync(new() { Timeout = Patience });
        await check.AssertCleanAsync();
        using (var large = new TemporaryFile(50 * 1024 * 1024))
        {
            await InputOf(page).SetInputFilesAsync(large.Path);
            await Assertions.Expect(page.GetByText("ファイルが大きすぎます")).ToBeVisibleAsync(new() { Timeout = Patience });
        }
        await ChooseAsync(page, "爆弾.xlsx", Workbooks.Bomb(1000));
        await Assertions.Expect(page.GetByText("ファイルの中身が大きすぎます")).ToBeVisibleAsync(new() { Timeout = Patience });
        await ChooseAsync(page, "提出.csv", Encoding.UTF8.GetBytes(string.Join(',', Heads) + "\n1-1-1-2,,R8,,,148,218,,\n1-1-1-3,,R8,,99.99,,,,\n1-3-2-1,,R8,,1,,,,\n1-1-1-5,,R8,,8,,,,\n"));
        await Assertions.Expect(page.GetByText("ほかの課の指標です")).ToBeVisibleAsync(new() { Timeout = Patience });
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task BulkScreen_ByKeyboardAlone_LeadsToTheAcceptedFile()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await OpenAsync(server, 1366, 900);
        var input = InputOf(page);

        await page.GetByText("書き方", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(input).ToBeFocusedAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(new FilePayload { Name = "提出.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("番号,年度,数1,数2\n1-1-1-2,R8,148,218\n") });
        await Assertions.Expect(page.Locator("#result")).ToBeFocusedAsync(new() { Timeout = Patience });
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("button.accept")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("1件を保存しました。")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    [Theory]
    [InlineData("/entry/bulk/form.xlsx")]
    [InlineData("/entry/bulk/form.csv")]
    [InlineData("/entry/bulk/years.xlsx")]
    [InlineData("/entry/bulk")]
    public async Task Form_AskedForByNobody_IsAnsweredWithTheSignIn(string address)
    {
        await using var server = await PlanFolder.StartDemoAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", new Uri(server.Address, answer.Headers.Location!).AbsolutePath);
    }

    /// <summary>大きいファイル: of so many bytes, all of them zero.</summary>
    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(long bytes)
        {
            using var file = File.OpenWrite(Path);
            file.SetLength(bytes);
        }

        public string Path { get; } = System.IO.Path.Combine(Directory.CreateTempSubdirectory("ueda-bulk-").FullName, "大きい.csv");

        public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, true);
    }

    private async Task<IPage> OpenAsync(ServerProcess server, int width, int height)
    {
        var page = await browser.OpenAsync(width, height);
        await OpenAsync(server, page);
        return page;
    }

    private static async Task OpenAsync(ServerProcess server, IPage page)
    {
        await DemoDesk.OpenAsync(page, server.Address);
        await page.GotoAsync(new Uri(server.Address, "/entry/bulk").ToString());
        await Assertions.Expect(InputOf(page)).ToBeEnabledAsync(new() { Timeout = Patience });
    }

    private static ILocator InputOf(IPage page) => page.GetByLabel("ファイルを選ぶ", new() { Exact = true });

    private static async Task ChooseAsync(IPage page, string name, byte[] bytes)
    {
        await Assertions.Expect(InputOf(page)).ToBeEnabledAsync(new() { Timeout = Patience });
        await InputOf(page).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
        await Assertions.Expect(page.Locator("#result")).ToContainTextAsync(name, new() { Timeout = Patience });
    }

    private static async Task AcceptAsync(IPage page, int rows)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"{rows}件を反映する" }).ClickAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.GetByText($"{rows}件を保存しました。すべての画面に反映されました。")).ToBeVisibleAsync(new() { Timeout = Patience });
    }
}
