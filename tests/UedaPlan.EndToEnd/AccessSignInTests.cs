using System.Diagnostics;
using System.Net;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>Who gets in with what, and what the others are told.</summary>
public sealed class AccessSignInTests : IAsyncLifetime
{
    private AccessProduct _product = null!;
    private HttpClient _office = null!;

    public async ValueTask InitializeAsync()
    {
        _product = new AccessProduct(demo: false);
        _office = await _product.RegisteredVisitorAsync("yamada");
    }

    [Theory]
    [InlineData("yamada")]
    [InlineData("ＹＡＭＡＤＡ ")]
    public async Task SignIn_RightPassword_LandsOnTheOwnHomeWithASafeCookie(string typed)
    {
        using var visitor = _product.Visitor();

        var answer = await SignInAsync(visitor, typed, Password);

        Assert.EndsWith("/office", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("UedaPlan.Session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("nobody", Password)]
    [InlineData("yamada", "ちがうパスワードです")]
    [InlineData("", "")]
    public async Task SignIn_AnythingWrong_SaysTheSameAfterTheSameTime(string userName, string password)
    {
        using var visitor = _product.Visitor();
        var began = Stopwatch.GetTimestamp();

        var page = await SignInTextAsync(visitor, userName, password);

        Assert.Contains(SignInDesk.Wrong, page);
        Assert.True(Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(590), "A refusal came early enough to tell which part was wrong.");
        if (password.Length > 0) Assert.DoesNotContain(password, page);
    }

    [Theory]
    [InlineData("yamada")]
    [InlineData("nobody")]
    public async Task SignIn_FiveTimesWrong_PausesKnownAndUnknownAlikeEvenWithTheRightPassword(string userName)
    {
        using var visitor = _product.Visitor();
        for (var i = 0; i < 4; i++) Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(visitor, userName, "wrong"));

        Assert.Contains(SignInDesk.Paused, await SignInTextAsync(visitor, userName, "wrong"));
        Assert.Contains(SignInDesk.Paused, await SignInTextAsync(visitor, userName, Password));

        _product.Clock.Ahead += TimeSpan.FromMinutes(11);
        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(visitor, userName, "wrong"));
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com/")]
    [InlineData("/\t/example.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.com")]
    public async Task SignIn_WithSomebodyElsesReturnAddress_GoesHomeInstead(string returnUrl)
    {
        using var visitor = _product.Visitor();

        var answer = await SignInAsync(visitor, "yamada", Password, "?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.EndsWith("/office", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_WithAReturnAddressOfThisServer_GoesThere()
    {
        using var visitor = _product.Visitor();

        var answer = await SignInAsync(visitor, "yamada", Password, "?returnUrl=%2Fsections%2F1-1-1%3Fa%3D1");

        Assert.EndsWith("/sections/1-1-1?a=1", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/invitation", "accept")]
    public async Task Form_WithoutItsToken_IsRefusedInWords(string action, string handler)
    {
        using var visitor = _product.Visitor();

        var answer = await PostAsync(visitor, action, ("_handler", handler), ("Input.UserName", "yamada"), ("Input.Password", Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("もう一度送信してください", await answer.Content.ReadAsStringAsync());
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("UedaPlan.Session", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignOut_WithoutItsToken_KeepsTheSession()
    {
        var answer = await PostAsync(_office, "/sign-out");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _office.GetAsync("/office/accounts")).StatusCode);
    }

    [Fact]
    public async Task SignOut_FromTheBar_EndsTheSession()
    {
        var answer = await SendAsync(_office, "/office/accounts", "/sign-out");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NoContent, (await _office.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task Account_DisabledWhileSignedIn_LosesItsSessionWithinAMinuteAndIsToldSo()
    {
        using var head = await _product.RegisteredVisitorAsync("sato", AuthorRole.Head, "zaisei");
        Assert.Contains("財政課", await head.GetStringAsync("/me"));
        await _product.DisableAsync("sato");

        _product.Clock.Ahead += TimeSpan.FromSeconds(61);

        var answer = await head.GetAsync("/office/accounts");
        Assert.Contains("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("ended=1", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("安全のためサインアウトしました。", await head.GetStringAsync(answer.Headers.Location));
        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(head, "sato", Password));
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _product.DisposeAsync();
    }
}
