using System.Globalization;
using Microsoft.Playwright;
using QRCoder;

namespace UedaPlan.EndToEnd;

/// <summary>壁面の各画面: on every kind of panel nothing is cut off, nothing can be focused, and axe finds nothing.</summary>
public sealed class WallScreenTests(BrowserFixture browser)
{
    private static readonly string[] Starts = ["overview", "1-1-1", "1-2-1", "1-2-2", "1-2-3", "1-3-1", "1-3-2"];

    [Theory]
    [InlineData(1920, 1080, "dark", true)]
    [InlineData(1920, 1080, "light", true)]
    [InlineData(3840, 2160, "dark", true)]
    [InlineData(1080, 1920, "dark", true)]
    [InlineData(1080, 1920, "light", false)]
    [InlineData(1920, 1200, "dark", false)]
    public async Task Wall_OnItsPanel_FitsAndHasNoFindingAndNothingToFocus(int width, int height, string theme, bool demo)
    {
        await using var server = demo ? await PlanFolder.StartDemoAsync() : await ServerProcess.StartAsync();
        var page = await browser.OpenAsync(width, height);
        // By day: the dimmed wall is as much darker in its light as in its dark parts, which axe would judge.
        await page.AddInitScriptAsync("const now = Date.now; Date.now = () => now() - now() % 86_400_000 + 3 * 3_600_000;");
        var check = ScreenCheck.Of(page);

        foreach (var start in Starts)
        {
            await page.GotoAsync(new Uri(server.Address, $"/wall?theme={theme}&start={start}").ToString());
            await check.AssertCleanAsync();
            Assert.Empty(await page.EvaluateAsync<string[]>(CutOff));
        }
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("BODY", await page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task Wall_WithAWrongAddress_SaysSoAndHasNoFinding()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);
        var check = ScreenCheck.Of(page);

        await page.GotoAsync(new Uri(server.Address, "/wall?show=9-9-9&theme=pink").ToString());

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("壁面表示のアドレスを直してください");
        Assert.Equal(2, await page.Locator("li").CountAsync());
        await check.AssertCleanAsync();
    }

    [Fact]
    public async Task Code_OnEachScreen_IsThatOfTheViewAPhoneWouldOpen()
    {
        await using var server = await ServerProcess.StartInAsync(await PlanFolder.NewDemoAsync(), [.. PlanFolder.Demo, "--Access:PublicAddress=http://plan.example.jp"]);
        var page = await browser.OpenAsync(1920, 1080);

        foreach (var (start, view) in new[] { ("overview", "/"), ("1-2-3", "/sections/1-2-3") })
        {
            await page.GotoAsync(new Uri(server.Address, $"/wall?start={start}").ToString());
            await Assertions.Expect(page.Locator("img[data-code]")).ToBeVisibleAsync();

            using var expected = QRCodeGenerator.GenerateQrCode("http://plan.example.jp" + view, QRCodeGenerator.ECCLevel.M);

            Assert.Equal(expected.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(m => m ? '#' : '.'))), await page.EvaluateAsync<string[]>(Modules, expected.ModuleMatrix.Count));
        }
    }

    [Fact]
    public async Task Code_OfAServerKnownOnlyToItself_IsNotShown()
    {
        await using var server = await PlanFolder.StartDemoAsync();
        var page = await browser.OpenAsync(1920, 1080);

        var asked = page.WaitForResponseAsync(r => r.Url.Contains("/wall/code", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(server.Address, "/wall").ToString());

        Assert.Equal(404, (await asked).Status);
        await Assertions.Expect(page.Locator("img[data-code]")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/indicators/1-1-1-1")]
    [InlineData("//example.com/")]
    [InlineData("/sections/9-9-9")]
    [InlineData("https://example.com/")]
    [InlineData("")]
    public async Task Code_OfWhatIsNoViewOfTheWall_IsNotFound(string address)
    {
        await using var product = new AccessProduct(demo: true, ("Access:PublicAddress", "http://plan.example.jp"));
        using var visitor = product.Visitor();

        using var answer = await visitor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/wall/code?to={Uri.EscapeDataString(address)}"));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    // What a person would see cut off: anything that leaves its card, its row or the screen. The box of inline text is higher than its letters.
    private const string CutOff = """
        (() => {
          const slide = document.querySelector('.slide.is-shown');
          const boxes = [slide, ...slide.querySelectorAll('.card, [data-detail]'), document.querySelector('footer')];
          return boxes.flatMap(box => {
            const b = box.getBoundingClientRect();
            return [...box.querySelectorAll('*')].filter(e => !e.closest('svg') && !e.closest('.visually-hidden') && e.checkVisibility() && getComputedStyle(e).display !== 'inline').filter(e => {
              const r = e.getBoundingClientRect();
              return r.width > 0 && (r.bottom > b.bottom + 2 || r.right > b.right + 2 || r.left < b.left - 2 || r.top < b.top - 2);
            }).map(e => `${box.className} > ${e.className}: ${e.textContent.trim().slice(0, 40)}`);
          });
        })()
        """;

    private const string Modules = """
        async count => {
          const picture = document.querySelector('img[data-code]');
          const canvas = Object.assign(document.createElement('canvas'), { width: count * 8, height: count * 8 });
          const pen = canvas.getContext('2d');
          pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
          const dark = (x, y) => pen.getImageData(x * 8 + 4, y * 8 + 4, 1, 1).data[0] < 128;
          return [...Array(count).keys()].map(y => [...Array(count).keys()].map(x => dark(x, y) ? '#' : '.').join(''));
        }
        """;
}
