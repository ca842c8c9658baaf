using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Data;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>What becomes of sessions, passwords and roles, and who may change them.</summary>
public sealed class AccountSecurityTests(AccountSecurityTests.OpenOffice shared) : IAsyncLifetime, IClassFixture<AccountSecurityTests.OpenOffice>
{
    private const string Newer = "あたらしくて長いパスワード";
    private const string Refusal = "この再設定リンクは使えません。";

    private readonly AccessProduct _product = shared.Product;
    private readonly string _name = $"sato{Guid.NewGuid():N}"[..16]; // each test its own head of a department
    private HttpClient _head = null!;

    private AccountDesk Desk => _product.Services.GetRequiredService<AccountDesk>();

    public async ValueTask InitializeAsync() => _head = await _product.RegisteredVisitorAsync(_name, AuthorRole.Head, "zaisei");

    [Fact]
    public async Task ResetLink_Used_ReplacesThePasswordOnceAndEndsSessions()
    {
        var (link, second) = (await ResetLinkAsync(), await ResetLinkAsync());
        using var visitor = _product.Visitor();
        Assert.Contains(_name, await visitor.GetStringAsync(link));

        var answer = await ResetAsync(visitor, link, Newer);

        Assert.Equal("/entry", answer.Headers.Location!.AbsolutePath);
        Assert.Contains("財政課", await visitor.GetStringAsync("/me"));
        Assert.Contains(Refusal, await visitor.GetStringAsync(link));
        Assert.Contains(Refusal, await visitor.GetStringAsync(second));
        await AssertEndedAsync(_head);
        using var again = _product.Visitor();
        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(again, _name, Password));
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(again, _name, Newer)).StatusCode);
    }

    [Fact]
    public async Task ResetLink_UsedByTwoAtOnce_SetsOnePassword()
    {
        var token = (await ResetLinkAsync()).Split('=')[1];
        var resets = _product.Services.GetRequiredService<PasswordResets>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => resets.ResetAsync(token, $"{Newer}{i}")));

        Assert.Single(answers, a => a.Result is { Succeeded: true });
    }

    [Fact]
    public async Task ResetLink_LateOrStoppedOrForged_IsRefused()
    {
        var link = await ResetLinkAsync();
        using var visitor = _product.Visitor();
        Assert.Contains(Refusal, await visitor.GetStringAsync("/reset?token=" + _product.Invitations.LinkOf(AuthorRole.PlanOffice, null).Split('=')[1]));
        Assert.Contains(Refusal, await visitor.GetStringAsync("/reset"));
        _product.Clock.Ahead += TimeSpan.FromDays(7);
        Assert.Contains(Refusal, await visitor.GetStringAsync(link));
        _product.Clock.Ahead = TimeSpan.Zero;

        await _product.DisableAsync(_name);

        Assert.Contains(Refusal, await visitor.GetStringAsync(link));
        await Assert.ThrowsAsync<PlanRuleException>(ResetLinkAsync);
    }

    [Theory]
    [InlineData("short", "short", "12文字以上")]
    [InlineData(Newer, "ちがう長いパスワードです", "2回のパスワードが違います")]
    [InlineData("aaaaaaaaaaaa", "aaaaaaaaaaaa", "違う文字を4種類以上")]
    public async Task ResetLink_FilledInWrongly_SaysWhatToChangeAndStaysUsable(string password, string again, string sentence)
    {
        var link = await ResetLinkAsync();
        using var visitor = _product.Visitor();

        var page = await (await ResetAsync(visitor, link, password, again)).Content.ReadAsStringAsync();

        Assert.Contains(sentence, page);
        Assert.DoesNotContain($"value=\"{password}\"", page);
        Assert.Equal(HttpStatusCode.Redirect, (await ResetAsync(visitor, link, Newer)).StatusCode);
    }

    [Fact]
    public async Task Password_Changed_KeepsThisSessionAndEndsTheOthers()
    {
        using var other = _product.Visitor();
        await SignInAsync(other, _name, Password);

        Assert.Contains("いまのパスワードが違います。", await (await ChangeAsync("wrong")).Content.ReadAsStringAsync());
        Assert.Contains("said=password", (await ChangeAsync(Password)).Headers.Location!.OriginalString, StringComparison.Ordinal);

        Assert.Contains("財政課", await _head.GetStringAsync("/me"));
        await AssertEndedAsync(other);
    }

    [Fact]
    public async Task Password_GuessedOnAnOpenScreen_IsPausedAfterFiveTries()
    {
        for (var i = 0; i < 5; i++) await ChangeAsync("wrong");

        Assert.Contains(SignInDesk.Paused, await (await ChangeAsync(Password)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task SignOutEverywhere_Sent_EndsEveryBrowserAtItsNextRequest()
    {
        using var other = _product.Visitor();
        await SignInAsync(other, _name, Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(_head, SignOut.EverywhereAddress)).StatusCode);
        Assert.Contains("財政課", await other.GetStringAsync("/me"));

        var answer = await SendAsync(_head, "/account", SignOut.EverywhereAddress);

        Assert.Contains("すべての端末でサインアウトしました。", await _head.GetStringAsync(answer.Headers.Location));
        Assert.Equal(HttpStatusCode.NoContent, (await _head.GetAsync("/me")).StatusCode);
        await AssertEndedAsync(other);
        Assert.Contains("計画事務局", await shared.Office.GetStringAsync("/me"));
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/office/accounts")]
    public async Task Page_WithoutASession_LeadsToTheSignIn(string address)
    {
        using var visitor = _product.Visitor();

        Assert.Contains("/sign-in", (await visitor.GetAsync(address)).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account/passkeys/options")]
    [InlineData("/account/passkeys/add")]
    [InlineData("/account/passkeys/rename")]
    [InlineData("/account/passkeys/remove")]
    [InlineData("/sign-in/passkey/options")]
    [InlineData("/sign-in/passkey")]
    public async Task PasskeyForm_WithoutItsToken_IsRefused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(_head, address, ("id", "AAAA"), ("name", "x"), ("credential", "{}"))).StatusCode);

    [Fact]
    public async Task Passkey_ThatWasNeverAskedFor_LetsNobodyIn()
    {
        using var visitor = _product.Visitor();

        var answer = await SendAsync(visitor, "/sign-in", PasskeyDesk.SignInForm, ("credential", """{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{}}"""), ("returnUrl", "//example.com"));

        Assert.Equal("/sign-in?passkey=refused", answer.Headers.Location!.OriginalString);
        Assert.Contains("このパスキーではサインインできませんでした。", await visitor.GetStringAsync(answer.Headers.Location));
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_CannotBeRenamedOrRemoved()
    {
        var answer = await SendAsync(_head, "/account", PasskeyDesk.RemoveForm, ("id", "AAAA"));

        Assert.Contains("このパスキーは見つかりません。", await _head.GetStringAsync(answer.Headers.Location));
    }

    [Fact]
    public async Task Account_Moved_LosesItsSessionAndComesBackWithTheNewRights()
    {
        await Desk.MoveAsync(await PrincipalOfAsync("yamada"), (await EntryOfAsync(_name)).Id, AuthorRole.PlanOffice, null);

        await AssertEndedAsync(_head);
        await SignInAsync(_head, _name, Password);
        Assert.Contains("/office", await _head.GetStringAsync("/me"));
    }

    [Theory]
    [InlineData("yamada", "yamada", AuthorRole.Head, "zaisei")]
    [InlineData(null, "yamada", AuthorRole.Head, "zaisei")]
    [InlineData(null, null, AuthorRole.PlanOffice, null)]
    [InlineData("yamada", null, AuthorRole.Head, "nowhere")]
    [InlineData("yamada", null, AuthorRole.Head, null)]
    [InlineData("yamada", null, AuthorRole.PlanOffice, "zaisei")]
    public async Task Account_MovedByOrToWhatIsNotAllowed_StaysAsItWas(string? asker, string? moved, AuthorRole role, string? department)
    {
        (asker, moved) = (asker ?? _name, moved ?? _name);
        var before = await EntryOfAsync(moved);

        await Assert.ThrowsAsync<PlanRuleException>(async () => await Desk.MoveAsync(await PrincipalOfAsync(asker), before.Id, role, department));

        Assert.Equal(before, await EntryOfAsync(moved));
    }

    [Fact]
    public async Task PlanOffice_TwoStopEachOtherAtOnce_OneAlwaysRemains()
    {
        await using var product = new AccessProduct(demo: false);
        using var first = await product.RegisteredVisitorAsync("yamada");
        using var second = await product.RegisteredVisitorAsync("suzuki");
        var desk = product.Services.GetRequiredService<AccountDesk>();
        var (yamada, suzuki) = (await PrincipalOfAsync(product, "yamada"), await PrincipalOfAsync(product, "suzuki"));
        var (one, other) = (yamada.ToAuthor()!.Account, suzuki.ToAuthor()!.Account);

        await Task.WhenAll(TryAsync(() => desk.SetDisabledAsync(yamada, other, disabled: true)), TryAsync(() => desk.MoveAsync(suzuki, one, AuthorRole.Head, "zaisei")));

        Assert.Single(await product.Services.GetRequiredService<AccountReader>().ReadAllAsync(), a => a is { Role: AuthorRole.PlanOffice, Disabled: false });
    }

    private static async Task TryAsync(Func<Task> change)
    {
        try
        {
            await change();
        }
        catch (PlanRuleException) { } // the other was faster
    }

    private async Task<string> ResetLinkAsync() => await Desk.ResetAsync(await PrincipalOfAsync("yamada"), (await EntryOfAsync(_name)).Id);

    private static Task<HttpResponseMessage> ResetAsync(HttpClient visitor, string link, string password, string? again = null) =>
        SendAsync(visitor, link, link, ("_handler", "reset"), ("Input.Password", password), ("Input.PasswordAgain", again ?? password));

    private Task<HttpResponseMessage> ChangeAsync(string current) =>
        SendAsync(_head, "/account", "/account", ("_handler", "password"), ("Input.Current", current), ("Input.Password", Newer), ("Input.PasswordAgain", Newer));

    private static async Task AssertEndedAsync(HttpClient visitor) =>
        Assert.Contains("ended=1", (await visitor.GetAsync("/entry")).Headers.Location!.OriginalString, StringComparison.Ordinal);

    private async Task<AccountEntry> EntryOfAsync(string userName) => (await _product.Services.GetRequiredService<AccountReader>().ReadAllAsync()).Single(a => a.UserName == userName);

    private Task<System.Security.Claims.ClaimsPrincipal> PrincipalOfAsync(string userName) => PrincipalOfAsync(_product, userName);

    private static async Task<System.Security.Claims.ClaimsPrincipal> PrincipalOfAsync(AccessProduct product, string userName)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        return await gate.CreateUserPrincipalAsync((await gate.UserManager.FindByNameAsync(userName))!);
    }

    public ValueTask DisposeAsync()
    {
        _head.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>One product with an open plan office, for all these tests.</summary>
    public sealed class OpenOffice : IAsyncLifetime
    {
        public AccessProduct Product { get; } = new(demo: false);
        public HttpClient Office { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Office = await Product.RegisteredVisitorAsync("yamada");

        public async ValueTask DisposeAsync()
        {
            Office.Dispose();
            await Product.DisposeAsync();
        }
    }
}
