using System.Net;
using UedaPlan.Dashboard.Demo;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>Which address opens for whom, and what every answer carries.</summary>
public sealed class AccessRightsTests
{
    private static readonly string[] ForOffice = ["/office", "/office/deadlines", "/office/departments", "/office/plan", "/office/plan/indicators/1-1-1-3", "/office/plan/sections/1-1-1", "/office/plan/thresholds", "/office/plan/file", "/office/plan/file.json", "/office/accounts", "/office/displays"];

    private static readonly string[] ForReaders =
    [
        "/indicators/1-1-1-3", "/?q=%E8%87%AA%E6%B2%BB%E4%BC%9A", "/?at=2026-05-01", "/sections/1-1-1?at=2026-05-01", "/method", "/glossary", "/moments", "/compare",
        "/statistics", "/statistics/1-2-3-1", "/statistics/1-2-3-1.csv", "/print", "/print/parts/1", "/print/sections/1-1-1", "/print/indicators/1-1-1-3", "/licences",
    ];

    [Fact]
    public async Task OfficePages_EachRole_OpenForThePlanOfficeOnly()
    {
        await using var product = new AccessProduct(demo: true);
        using var stranger = product.Visitor();
        using var staff = await product.DemoVisitorAsync(Staff);
        using var head = await product.DemoVisitorAsync(Head);
        using var office = await product.DemoVisitorAsync(DemoAccounts.Office);
        foreach (var page in ForOffice)
        {
            Assert.Contains("/sign-in?returnUrl=", (await stranger.GetAsync(page)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Contains("/access-denied", (await staff.GetAsync(page)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Contains("/access-denied", (await head.GetAsync(page)).Headers.Location!.OriginalString, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(page)).StatusCode);
        }
        var denied = await head.GetAsync("/access-denied");
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Contains("いまは「市民参加・協働推進課」としてサインインしています。", await denied.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Me_EachRole_SaysNameAndHomeAndIsNeverKept()
    {
        await using var product = new AccessProduct(demo: true);
        using var stranger = product.Visitor();
        using var head = await product.DemoVisitorAsync(Head);

        var nobody = await stranger.GetAsync("/me");
        var somebody = await head.GetAsync("/me");

        Assert.Equal(HttpStatusCode.NoContent, nobody.StatusCode);
        Assert.Equal("""{"name":"市民参加・協働推進課","home":"/entry"}""", System.Text.RegularExpressions.Regex.Unescape(await somebody.Content.ReadAsStringAsync()));
        Assert.True(nobody.Headers.CacheControl!.NoStore && somebody.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/", "/sign-in?returnUrl=")]
    [InlineData("/wall", "/sign-in?returnUrl=")]
    [InlineData("/sections/1-1-1", "/sign-in?returnUrl=")]
    [InlineData("/statistics/1-1-1-2", "/sign-in?returnUrl=")]
    [InlineData("/statistics/1-1-1-2.csv", "/sign-in?returnUrl=")]
    [InlineData("/api/v1/board", null)]
    [InlineData("/hubs/plan", null)]
    [InlineData("/hubs/plan/negotiate?negotiateVersion=1", null)]
    public async Task ClosedReading_Stranger_SeesNothing(string address, string? redirect)
    {
        await using var product = new AccessProduct(demo: true, ("Access:Reading", "SignedIn"));
        using var stranger = product.Visitor();
        using var head = await product.DemoVisitorAsync(Head);
        await head.GetAsync(address); // so that its bytes are kept

        var answer = address.StartsWith("/hubs", StringComparison.Ordinal) ? await PostAsync(stranger, address) : await stranger.GetAsync(address);

        Assert.DoesNotContain("自治会加入率", await answer.Content.ReadAsStringAsync());
        if (redirect is null) Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        else Assert.Contains(redirect, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClosedReading_EachReadingAddress_OpensForEveryAccountAndNoStranger()
    {
        await using var product = new AccessProduct(demo: true, ("Access:Reading", "SignedIn"));
        using var stranger = product.Visitor();
        using var staff = await product.DemoVisitorAsync(Staff);
        using var head = await product.DemoVisitorAsync(Head);
        using var office = await product.DemoVisitorAsync(DemoAccounts.Office);
        foreach (var page in ForReaders)
        {
            foreach (var reader in new[] { staff, head, office }) Assert.Equal((page, HttpStatusCode.OK), (page, (await reader.GetAsync(page)).StatusCode));
            var refused = await stranger.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.Redirect, ""), (page, refused.StatusCode, await refused.Content.ReadAsStringAsync()));
            Assert.Contains("/sign-in?returnUrl=", refused.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/sign-in")]
    [InlineData("/app.css")]
    public async Task ClosedReading_Stranger_StillReachesTheDoor(string address)
    {
        await using var product = new AccessProduct(demo: false, ("Access:Reading", "SignedIn"));
        using var stranger = product.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task ClosedReading_ScriptOfAPage_IsToldRatherThanRedirected()
    {
        await using var product = new AccessProduct(demo: true, ("Access:Reading", "SignedIn"));
        using var stranger = product.Visitor();
        stranger.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task ReadingSetting_Misspelt_EndsTheStartWithASentenceRatherThanOpening()
    {
        var directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;

        var (exitCode, output) = await ServerProcess.RunToEndAsync(directory, "--demo", "--Access:Reading=Signedin ");

        Assert.Equal(1, exitCode);
        Assert.Contains("Access:Reading", output);
        Assert.DoesNotContain("   at ", output);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/broken")]
    [InlineData("/app.css")]
    [InlineData("/health")]
    [InlineData("/api/v1/board")]
    [InlineData("/office/accounts")]
    [InlineData("/_blazor/negotiate")]
    public async Task Headers_EveryKindOfAnswer_AreThere(string address)
    {
        await using var product = new AccessProduct(demo: true);
        using var stranger = product.Visitor();

        var headers = (await stranger.GetAsync(address)).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Matches("script-src 'self' 'sha256-[A-Za-z0-9+/]{43}=';", policy); // and the one script that is written into pages
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Equal(address == "/office/accounts", policy.Contains("unsafe-inline", StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(headers.Contains("Permissions-Policy"));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task SignIn_MoreOftenThanThePerson_IsStoppedInWordsWhileReadingGoesOn()
    {
        await using var product = new AccessProduct(demo: true, ("Access:AttemptsPerMinute", "3"));
        using var visitor = product.Visitor();
        for (var i = 0; i < 3; i++) Assert.NotEqual(HttpStatusCode.TooManyRequests, (await PostAsync(visitor, i == 0 ? "/invitation" : "/sign-in")).StatusCode);

        foreach (var form in new[] { "/sign-in", "/SIGN-IN/", "/invitation", "/demo/sign-in" })
        {
            var answer = await PostAsync(visitor, form);
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.Contains("1分ほど待ってから", await answer.Content.ReadAsStringAsync());
            Assert.True(answer.Headers.Contains("Content-Security-Policy"));
        }
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
    }
}
