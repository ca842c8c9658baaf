using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>デモの机: a browser page signed in as the head of a department of the demo.</summary>
public sealed class DemoDesk
{
    public const string Civic = "市民参加・協働推進課";
    private const float Patience = 30_000;

    private readonly Uri _address;

    private DemoDesk(IPage page, Uri address) => (Page, _address) = (page, address);

    public IPage Page { get; }

    public static async Task<DemoDesk> OpenAsync(IPage page, Uri address, string department = Civic)
    {
        await page.GotoAsync(new Uri(address, "/demo").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = department, Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/entry");
        return new DemoDesk(page, address);
    }

    public async Task OpenFormAsync(string indicator)
    {
        await Page.GotoAsync(new Uri(_address, $"/entry/{indicator}").ToString());
        await Assertions.Expect(Page.Locator("main input").First).ToBeEnabledAsync(new() { Timeout = Patience });
    }

    public async Task TypeRatioAsync(string numerator, string denominator)
    {
        await Page.GetByLabel("耐震化済みの施設").FillAsync(numerator);
        await Page.GetByLabel("対象の施設").FillAsync(denominator);
    }

    /// <summary>Fills the form of a rate and waits until it may be saved.</summary>
    public async Task PrepareRatioAsync(string indicator, string numerator, string denominator)
    {
        await OpenFormAsync(indicator);
        await TypeRatioAsync(numerator, denominator);
        await Assertions.Expect(SaveButton).ToBeEnabledAsync(new() { Timeout = Patience });
    }

    public async Task SaveRatioAsync(string indicator, string numerator, string denominator)
    {
        await PrepareRatioAsync(indicator, numerator, denominator);
        await SaveAsync();
    }

    /// <summary>As <see cref="SaveRatioAsync"/>, over a figure that stands.</summary>
    public async Task CorrectRatioAsync(string indicator, string numerator, string denominator)
    {
        await OpenFormAsync(indicator);
        await TypeRatioAsync(numerator, denominator);
        await Page.GetByLabel("変更の理由").FillAsync("数え直し");
        await SaveAsync();
    }

    private async Task SaveAsync()
    {
        await Assertions.Expect(SaveButton).ToBeEnabledAsync(new() { Timeout = Patience });
        await SaveButton.ClickAsync();
        await Page.GetByText("保存しました。").WaitForAsync(new() { Timeout = Patience });
    }

    public ILocator SaveButton => Page.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" });
}
