using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.CityTown;

namespace UedaPlan.EndToEnd;

/// <summary>The city's accounts, over real HTTP with a real issuer: who comes in as what, and what the others are told.</summary>
public sealed class CitySignInTests(CityTown town) : IClassFixture<CityTown>
{
    [Theory]
    [InlineData("kacho1", "head", "財政課", AuthorRole.Head, "zaisei", "/entry")]
    [InlineData("kacho2", "head", "zaisei", AuthorRole.Head, "zaisei", "/entry")]
    [InlineData("tanto1", "staff", "総務部財政担当", AuthorRole.Staff, "zaisei", "/entry")]
    [InlineData("jimu1", "office", null, AuthorRole.PlanOffice, null, "/office")]
    [InlineData("jimu2", "office", "どこかの課", AuthorRole.PlanOffice, null, "/office")]
    public async Task SignIn_ForTheFirstTime_MakesAnAccountAsTheClaimsSay(string subject, string role, string? department, AuthorRole expected, string? code, string home)
    {
        using var visitor = Visitor(subject, role, department);

        var answer = await SignInAsync(visitor);

        Assert.Equal(home, answer.Headers.Location!.OriginalString);
        Assert.Contains(home, await visitor.GetStringAsync("/me"));
        var account = (await town.FindAsync($"{subject}@city.example.jp"))!;
        Assert.Equal((expected, code, true, false), (account.Role, account.Department, account.OfCity, account.HasPassword));
    }

    [Fact]
    public async Task SignIn_AgainAndAgain_StaysOneAccount()
    {
        using var visitor = Visitor("again", "head", "財政課");
        await SignInAsync(visitor);
        var first = await town.FindAsync("again@city.example.jp");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignInAsync(town.Product.Visitor())));

        Assert.Equal(first, await town.FindAsync("again@city.example.jp"));
    }

    [Theory]
    [InlineData("%2Fsections%2F1-1-1", "/sections/1-1-1")]
    [InlineData("https%3A%2F%2Fexample.com%2F", "/entry")]
    [InlineData("%2F%2Fexample.com", "/entry")]
    [InlineData("%2F%5Cexample.com", "/entry")]
    public async Task SignIn_WithAReturnAddress_GoesThereOnlyWithinThisServer(string returnUrl, string expected)
    {
        using var visitor = Visitor("goes", "head", "財政課");

        Assert.Equal(expected, (await SignInAsync(visitor, "?returnUrl=" + returnUrl)).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Mischief.WrongNonce)]
    [InlineData(Mischief.Expired)]
    [InlineData(Mischief.WrongAudience)]
    [InlineData(Mischief.WrongIssuer)]
    [InlineData(Mischief.WrongSignature)]
    [InlineData(Mischief.NoSignature)]
    [InlineData(Mischief.NoAlgorithm)]
    [InlineData(Mischief.NoToken)]
    public async Task SignIn_WithATokenThatIsNotRight_LetsNobodyIn(Mischief mischief)
    {
        using var visitor = Visitor($"bad-{mischief}", "office", null);
        town.Provider.Mischief = mischief;
        try
        {
            await AssertRefusedAsync(visitor, await SignInAsync(visitor), "市のアカウントでサインインできませんでした。");
        }
        finally
        {
            town.Provider.Mischief = Mischief.None;
        }
        Assert.Null(await town.FindAsync($"bad-{mischief}@city.example.jp"));
    }

    [Theory]
    [InlineData("norole", null, "財政課", "役割(担当者・課長・計画事務局)がありません。")]
    [InlineData("otherrole", "administrator", "財政課", "役割(担当者・課長・計画事務局)がありません。")]
    [InlineData("nodepartment", "head", null, "どの課か分かりません。")]
    [InlineData("otherdepartment", "staff", "水道局", "どの課か分かりません。")]
    public async Task SignIn_WithoutAPlaceInThePlan_IsToldWhyAndMakesNoAccount(string subject, string? role, string? department, string sentence)
    {
        using var visitor = Visitor(subject, role, department);

        await AssertRefusedAsync(visitor, await SignInAsync(visitor), sentence);

        Assert.Null(await town.FindAsync($"{subject}@city.example.jp"));
    }

    [Fact]
    public async Task SignIn_Cancelled_ReturnsToTheFormAndKeepsTheWayBack()
    {
        using var visitor = Visitor("cancels", "head", "財政課");
        town.Provider.Mischief = Mischief.Cancelled;

        var answer = await SignInAsync(visitor, "?returnUrl=%2Fentry%2F1-1-1-3");
        town.Provider.Mischief = Mischief.None;

        Assert.Contains("returnUrl=%2Fentry%2F1-1-1-3", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await AssertRefusedAsync(visitor, answer, "サインインを取りやめました。");
    }

    [Theory]
    [InlineData("?code=abc&state=forged")]
    [InlineData("?state=forged&error=access_denied")]
    [InlineData("")]
    public async Task Answer_ThatNobodyAskedFor_LetsNobodyIn(string query)
    {
        using var visitor = town.Product.Visitor();

        await AssertRefusedAsync(visitor, await visitor.GetAsync("/sign-in/city/answer" + query), "市のアカウントでサインインできませんでした。");
    }

    [Fact]
    public async Task Answer_MeantForAnotherBrowser_LetsNobodyIn()
    {
        using var victim = Visitor("attacker", "head", "財政課");
        using var attacker = town.Product.Visitor();
        var asked = await attacker.GetAsync("/sign-in/city");
        var answer = (await attacker.GetAsync(asked.Headers.Location)).Headers.Location;

        await AssertRefusedAsync(victim, await victim.GetAsync(answer), "市のアカウントでサインインできませんでした。");
    }

    [Fact]
    public async Task Role_ChangedByTheCity_CountsFromTheNextSignInAndEndsEarlierSessions()
    {
        using var earlier = Visitor("promoted", "staff", "財政課");
        await SignInAsync(earlier);
        using var visitor = Visitor("promoted", "office", null);

        await SignInAsync(visitor);

        Assert.Equal(AuthorRole.PlanOffice, (await town.FindAsync("promoted@city.example.jp"))!.Role);
        Assert.Contains("\"/office\"", await visitor.GetStringAsync("/me"));
        Assert.Contains("ended=1", (await earlier.GetAsync("/entry")).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Role_TakenAwayByTheCity_EndsEarlierSessions()
    {
        using var earlier = Visitor("left", "office", null);
        await SignInAsync(earlier);
        using var visitor = Visitor("left", null, null);

        await AssertRefusedAsync(visitor, await SignInAsync(visitor), "がありません。");

        Assert.Contains("ended=1", (await earlier.GetAsync("/office/accounts")).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_DisabledHere_StaysOutWhateverTheCitySays()
    {
        using var office = await town.Product.RegisteredVisitorAsync("yamada");
        using var visitor = Visitor("stopped", "head", "財政課");
        await SignInAsync(visitor);
        await town.Product.DisableAsync("stopped@city.example.jp");

        await AssertRefusedAsync(visitor, await SignInAsync(visitor), "この利用者IDは停止されています。");
    }

    [Fact]
    public async Task Person_WithTheAddressOfAnEarlierOne_GetsAnAccountOfItsOwn()
    {
        using var earlier = Visitor("first-sato", "office", null, "sato@city.example.jp");
        await SignInAsync(earlier);
        using var later = Visitor("second-sato", "staff", "財政課", "sato@city.example.jp");

        await SignInAsync(later);

        Assert.Equal(AuthorRole.PlanOffice, (await town.FindAsync("sato@city.example.jp"))!.Role);
        Assert.Contains("財政課", await later.GetStringAsync("/me"));
    }

    [Fact]
    public async Task Account_OfTheCity_HasNoOtherWayIn()
    {
        using var visitor = Visitor("only", "head", "財政課");
        await SignInAsync(visitor);
        using var office = await town.Product.RegisteredVisitorAsync("suzuki");
        var entry = (await town.FindAsync("only@city.example.jp"))!;
        await using var scope = town.Product.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        var principal = await gate.CreateUserPrincipalAsync((await gate.UserManager.FindByNameAsync("suzuki"))!);
        var desk = town.Product.Services.GetRequiredService<AccountDesk>();

        await Assert.ThrowsAsync<PlanRuleException>(() => desk.ResetAsync(principal, entry.Id));
        await Assert.ThrowsAsync<PlanRuleException>(() => desk.MoveAsync(principal, entry.Id, AuthorRole.PlanOffice, null));
        Assert.Contains(SignInDesk.Wrong, await AccessProduct.SignInTextAsync(town.Product.Visitor(), "only@city.example.jp", ""));
        var page = await visitor.GetStringAsync("/account");
        Assert.Contains("市のアカウントでサインインするため", page);
        Assert.DoesNotContain("パスワードの変更", page);
    }

    private HttpClient Visitor(string subject, string? role, string? department, string? address = null)
    {
        town.Provider.Names(subject, role, department, address);
        return town.Product.Visitor();
    }

    private static async Task AssertRefusedAsync(HttpClient visitor, HttpResponseMessage answer, string sentence)
    {
        Assert.StartsWith("/sign-in?city=", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains(sentence, await visitor.GetStringAsync(answer.Headers.Location));
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }
}
