using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Playwright;
using UedaPlan.Dashboard.Demo;

namespace UedaPlan.EndToEnd;

/// <summary>What somebody can make a browser send who should not: pages of others brought to life, forms of others, words to the hub.</summary>
public sealed class RightsForgeryTests(BrowserFixture browser, SharedDemo demo) : IClassFixture<SharedDemo>
{
    private const string Starter = "**/_framework/blazor.web*";

    /// <summary>The page as the right person got it, with everything that starts its circuit, opened under another account's cookies.</summary>
    [Theory]
    [InlineData("demo-staff-shimin-sanka", "/entry/1-1-1-2/2026", "公開できるのは課長です")]
    [InlineData("demo-zaisei", "/entry/1-1-1-2/2026", "この指標は、ほかの課が担当しています")]
    [InlineData("demo-office", "/entry/1-1-1-2/2026", "この指標は、ほかの課が担当しています")]
    [InlineData("demo-shimin-sanka", "/office/accounts", "この操作は計画事務局だけができます")]
    [InlineData("demo-shimin-sanka", "/office/displays", "計画事務局だけ")]
    public async Task Circuit_StartedFromAPageOfSomebodyElse_IsTheCircuitOfWhoStartedIt(string account, string address, string told)
    {
        var thief = await SignInAsync(account);
        var page = await SignInAsync(address.StartsWith("/entry", StringComparison.Ordinal) ? AccessProduct.Head : DemoAccounts.Office);
        await page.RouteAsync(Starter, route => route.AbortAsync());
        await page.GotoAsync(new Uri(demo.Server.Address, address).ToString());
        var starter = await page.Locator("script[src*='blazor.web']").GetAttributeAsync("src");
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync((await thief.Context.CookiesAsync()).Select(c => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
        await page.UnrouteAsync(Starter);

        await page.AddScriptTagAsync(new PageAddScriptTagOptions { Url = new Uri(demo.Server.Address, starter!).ToString() });

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(told, new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "保存して公開する" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Hub_SpokenTo_ListensToNobody()
    {
        await using var all = await RightsVisitors.ComeAsync(closed: false);
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(all.Product.Address, "/hubs/plan"), HttpTransportType.WebSockets).Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);

        foreach (var word in new[] { "changed", "stale", "Raise", "OnConnectedAsync", "Dispose" })
        {
            await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync(word, 1L, "forged", TestContext.Current.CancellationToken));
        }
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Fact]
    public async Task Form_OfOnesOwnSession_SentByAnotherSession_IsRefused()
    {
        await using var product = new AccessProduct(demo: true);
        using var office = await product.DemoVisitorAsync(DemoAccounts.Office);
        using var head = await product.DemoVisitorAsync(AccessProduct.Head);
        var form = AccessProduct.TokenIn(await office.GetStringAsync("/office/accounts"));

        var answer = await AccessProduct.PostAsync(head, "/sign-out", ("__RequestVerificationToken", form));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/entry")).StatusCode);
    }

    private async Task<IPage> SignInAsync(string account)
    {
        var page = await browser.OpenAsync(1366, 900);
        await page.GotoAsync(new Uri(demo.Server.Address, "/demo").ToString());
        await page.Locator($"button[name=account][value={account}]").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/demo", StringComparison.Ordinal));
        return page;
    }
}
