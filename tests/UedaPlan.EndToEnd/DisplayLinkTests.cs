using System.Net;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Data;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>What a display link opens, in closed reading, and what it does not.</summary>
public sealed class DisplayLinkTests : IAsyncLifetime
{
    private const string Ended = "この表示リンクは使えません";
    private const string Cookie = "UedaPlan.Demo.Display";

    private readonly AccessProduct _product = new(demo: true, ("Access:Reading", "SignedIn"));
    private readonly CookieContainer _cookies = new();
    private HttpClient _screen = null!;
    private NewDisplayLink _link = null!;

    private DisplayLinks Links => _product.Services.GetRequiredService<DisplayLinks>();

    public async ValueTask InitializeAsync()
    {
        _link = await CreateAsync(_product);
        _screen = _product.Visitor(_cookies);
    }

    [Theory]
    [InlineData("/wall?display={0}", "/wall")]
    [InlineData("/Wall/?show=overview,1-1-1&display={0}&seconds=30&x=%26%3D", "/wall?show=overview,1-1-1&seconds=30&x=%26%3D")]
    public async Task Link_Opened_LeavesTheAddressAndBringsASafeCookie(string address, string onwards)
    {
        var answer = await _screen.GetAsync(string.Format(address, _link.Token));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(onwards, answer.Headers.Location!.OriginalString);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(Cookie + "=", cookie);
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.DoesNotContain(_link.Token, cookie);
        var expires = DateTimeOffset.Parse(cookie.Split("expires=")[1].Split(';')[0]);
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromDays(399), TimeSpan.FromDays(401));
        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync(answer.Headers.Location)).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wall")]
    [InlineData("/sections/1-1-1")]
    [InlineData("/indicators/1-1-1-3")]
    [InlineData("/licences")]
    [InlineData("/method")]
    [InlineData("/glossary")]
    [InlineData("/moments")]
    [InlineData("/compare")]
    [InlineData("/statistics")]
    [InlineData("/statistics/1-2-3-1")]
    [InlineData("/statistics/1-2-3-1.csv")]
    [InlineData("/print")]
    [InlineData("/print/parts/1")]
    [InlineData("/print/sections/1-1-1")]
    [InlineData("/print/indicators/1-1-1-3")]
    [InlineData("/api/v1/board")]
    public async Task Cookie_EveryReadingAddress_Opens(string address)
    {
        Assert.NotEqual(HttpStatusCode.OK, (await _screen.GetAsync(address)).StatusCode);
        await OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("/entry")]
    [InlineData("/entry/1-1-1-3")]
    [InlineData("/entry/statistics")]
    [InlineData("/entry/statistics/1-2-3-1")]
    [InlineData("/office/accounts")]
    [InlineData("/office/displays")]
    public async Task Cookie_EveryWorkingPage_IsAskedToSignIn(string address)
    {
        await OpenAsync();

        var answer = await _screen.GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in?returnUrl=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("ended=1", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.Unauthorized)]
    [InlineData("/_blazor/disconnect", HttpStatusCode.Unauthorized)]
    [InlineData("/entry", HttpStatusCode.Redirect)]
    [InlineData("/office/displays", HttpStatusCode.Redirect)]
    [InlineData("/", HttpStatusCode.BadRequest)]
    public async Task Cookie_EverythingThatIsSent_IsRefused(string address, HttpStatusCode status)
    {
        await OpenAsync();

        Assert.Equal(status, (await PostAsync(_screen, address, ("_handler", "x"))).StatusCode);
    }

    [Fact]
    public async Task Cookie_AsIdentity_IsNobody()
    {
        await OpenAsync();

        Assert.Equal(HttpStatusCode.NoContent, (await _screen.GetAsync("/me")).StatusCode);
        Assert.Contains("サインインは、実績を入力する課と計画事務局のためのものです。", await _screen.GetStringAsync("/sign-in"));
        Assert.Equal("/", (await PostAsync(_screen, "/sign-out")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync("/wall")).StatusCode);
    }

    [Fact]
    public async Task Hub_WithTheCookie_SaysTheRevisionAndWithoutItNothing()
    {
        await OpenAsync();
        var heard = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hub = Hub(_cookies);
        hub.On<long, string>("changed", (revision, _) => heard.TrySetResult(revision));

        await hub.StartAsync();

        Assert.True(await heard.Task.WaitAsync(TimeSpan.FromSeconds(20)) > 0);
        await using var stranger = Hub(new CookieContainer());
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.StartAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%E3%81%82!!")]
    [InlineData("twice")]
    [InlineData("revoked")]
    public async Task Link_WrongRevokedOrEmpty_IsAnsweredWithOneAndTheSamePage(string token)
    {
        await _product.Services.GetRequiredService<DisplayLinks>().RevokeAsync(await OfficeAsync(_product), (await CreateAsync(_product)).Id);
        if (token == "revoked") await Links.RevokeAsync(await OfficeAsync(_product), _link.Id);
        var query = token switch { "revoked" => _link.Token, "twice" => $"{_link.Token}&display={_link.Token}", _ => token };

        var answer = await _screen.GetAsync("/wall?display=" + query);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(Ended, page);
        Assert.Contains("計画事務局に新しい表示リンクを作ってもらい", page);
        Assert.Equal(page, await (await _screen.GetAsync("/wall?display=x")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Link_Revoked_EndsItsScreenWithinHalfAMinuteOnItsPage()
    {
        await OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync("/wall")).StatusCode);
        await Links.RevokeAsync(await OfficeAsync(_product), _link.Id); // as on another server: this one has not heard of it
        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync("/wall")).StatusCode);

        _product.Clock.Ahead += TimeSpan.FromSeconds(31);

        var answer = await _screen.GetAsync("/wall");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(Ended, await answer.Content.ReadAsStringAsync());
        Assert.Null(answer.Headers.Location);
        _screen.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        Assert.Equal(HttpStatusCode.Unauthorized, (await _screen.GetAsync("/wall")).StatusCode); // the script loads the page again, and finds the sentence
    }

    [Fact]
    public async Task Link_RevokedOnThisServersPage_EndsItsScreenAtOnce()
    {
        await OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await _screen.GetAsync("/wall")).StatusCode);
        await using var scope = _product.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        var office = await gate.CreateUserPrincipalAsync((await gate.UserManager.FindByNameAsync(DemoAccounts.Office))!);

        await _product.Services.GetRequiredService<DisplayDesk>().RevokeAsync(office, _link.Id);

        Assert.Equal(HttpStatusCode.Forbidden, (await _screen.GetAsync("/wall")).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cookie_TamperedOrMadeUp_IsRefused(bool tampered)
    {
        await OpenAsync();
        var value = _cookies.GetCookies(_product.Address)[Cookie]!.Value;
        using var forger = _product.Visitor();
        forger.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={(tampered ? value[..60] + (value[60] == 'A' ? 'B' : 'A') + value[61..] : _link.Token)}");

        Assert.Equal(HttpStatusCode.Forbidden, (await forger.GetAsync("/wall")).StatusCode);
    }

    [Fact]
    public async Task Cookie_SentUnderTheNameOfTheSession_IsNoSession()
    {
        await OpenAsync();
        using var forger = _product.Visitor();
        forger.DefaultRequestHeaders.Add("Cookie", $"UedaPlan.Demo.Session={_cookies.GetCookies(_product.Address)[Cookie]!.Value}");

        Assert.Equal(HttpStatusCode.NoContent, (await forger.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await forger.GetAsync("/wall")).StatusCode);
    }

    [Fact]
    public async Task Cookie_AWeekLater_IsRenewedByTheFetchesOfAScreen()
    {
        await OpenAsync();
        var etag = (await _screen.GetAsync("/wall")).Headers.ETag!;
        _product.Clock.Ahead += TimeSpan.FromDays(8);
        using var rendering = await _screen.GetAsync("/sections/1-2-2"); // renders; kept bytes and 304 answer without rendering
        Assert.Contains(rendering.Headers.GetValues("Set-Cookie"), c => c.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Single(rendering.Headers.GetValues("Set-Cookie")); // and nothing the rendering made for itself

        foreach (var match in new[] { null, etag })
        {
            _product.Clock.Ahead += TimeSpan.FromDays(8);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/wall");
            if (match is not null) request.Headers.IfNoneMatch.Add(match);
            using var answer = await _screen.SendAsync(request);
            Assert.Equal(match is null ? HttpStatusCode.OK : HttpStatusCode.NotModified, answer.StatusCode);
            Assert.StartsWith(Cookie, Assert.Single(answer.Headers.GetValues("Set-Cookie")));
        }
        using var again = await _screen.GetAsync("/wall");
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task OpenReading_Link_SimplyWorks()
    {
        await using var open = new AccessProduct(demo: true);
        using var screen = open.Visitor();

        var answer = await screen.GetAsync("/wall?display=" + (await CreateAsync(open)).Token);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await screen.GetAsync(answer.Headers.Location)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await screen.GetAsync("/wall?display=wrong")).StatusCode);
    }

    [Fact]
    public async Task Demo_ItsLinksAndCookies_AreWorthNothingInTheRealSystem()
    {
        await using var real = new AccessProduct(demo: false, ("Access:Reading", "SignedIn"));
        using var visitor = real.Visitor();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/wall?display=" + _link.Token)).StatusCode);

        await OpenAsync();
        var value = _cookies.GetCookies(_product.Address)[Cookie]!.Value;
        visitor.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={value}; UedaPlan.Display={value}");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/wall")).StatusCode);
    }

    /// <summary>A link made by an account of the plan office, which is made where there is none.</summary>
    internal static async Task<NewDisplayLink> CreateAsync(AccessProduct product) =>
        await product.Services.GetRequiredService<DisplayLinks>().CreateAsync(await OfficeAsync(product), "市長室 75型");

    internal static async Task<Author> OfficeAsync(AccessProduct product)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return new Author((await scope.ServiceProvider.GetRequiredService<AccountGate>().UserManager.FindByNameAsync(DemoAccounts.Office))!.Id, AuthorRole.PlanOffice, null);
    }

    private async Task OpenAsync() => Assert.Equal(HttpStatusCode.SeeOther, (await _screen.GetAsync("/wall?display=" + _link.Token)).StatusCode);

    private HubConnection Hub(CookieContainer cookies) => new HubConnectionBuilder()
        .WithUrl(new Uri(_product.Address, "/hubs/plan"), HttpTransportType.WebSockets, o => o.Cookies = cookies).Build();

    public async ValueTask DisposeAsync()
    {
        _screen.Dispose();
        await _product.DisposeAsync();
    }
}
