using System.Net;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>An invitation makes one account, once, within a week, in the role it names.</summary>
public sealed class AccessInvitationTests : IAsyncLifetime
{
    private const string Refusal = "この招待リンクは使えません。";

    private readonly AccessProduct _product = new(demo: false);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task FirstInvitation_BeforeAndAfterThePlanOfficeHasAnAccount_ExistsAndThenNot()
    {
        using var visitor = _product.Visitor();
        var first = await FirstInvitation.CreateAsync(_product.Services);
        var printedAtAnotherStart = await FirstInvitation.CreateAsync(_product.Services);

        var answer = await RegisterAsync(visitor, first!, "yamada");

        Assert.EndsWith("/office", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("計画事務局", await visitor.GetStringAsync("/me"));
        Assert.Null(await FirstInvitation.CreateAsync(_product.Services));
        Assert.Contains(Refusal, await visitor.GetStringAsync(printedAtAnotherStart));
    }

    [Fact]
    public async Task Invitation_UsedTwice_MakesOneAccount()
    {
        using var visitor = _product.Visitor();
        using var other = _product.Visitor();
        var link = _product.Invitations.LinkOf(AuthorRole.Head, "zaisei");
        await RegisterAsync(visitor, link, "sato");

        var again = await RegisterAsync(other, link, "suzuki");

        Assert.Equal(HttpStatusCode.NoContent, (await other.GetAsync("/me")).StatusCode);
        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(other, "suzuki", Password));
        Assert.NotEqual(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Invitation_UsedByManyAtOnce_MakesOneAccount()
    {
        var token = _product.Invitations.LinkOf(AuthorRole.Head, "zaisei").Split('=')[1];

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            _product.Invitations.AcceptAsync(token, new NewAccount { UserName = $"sato{i}", Password = Password, PasswordAgain = Password })));

        Assert.Single(answers, a => a.Result is { Succeeded: true });
        Assert.Equal(7, answers.Count(a => a.Result is null));
    }

    [Fact]
    public async Task Invitation_AfterAWeek_IsRefused()
    {
        using var visitor = _product.Visitor();
        var link = _product.Invitations.LinkOf(AuthorRole.Staff, "zaisei");
        Assert.Contains("<b>財政課</b>の担当者として登録します。", Plain(await visitor.GetStringAsync(link)));

        _product.Clock.Ahead += TimeSpan.FromDays(7);

        Assert.Contains(Refusal, await visitor.GetStringAsync(link));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=eyJJZCI6ImZpcnN0IiwiUm9sZSI6Mn0")]
    [InlineData("?token=%00%E3%81%82!!")]
    public async Task Invitation_Forged_IsRefused(string query)
    {
        using var visitor = _product.Visitor();

        Assert.Contains(Refusal, await visitor.GetStringAsync("/invitation" + query));
    }

    [Fact]
    public async Task Invitation_WithOneLetterChanged_IsRefused()
    {
        using var visitor = _product.Visitor();
        var link = _product.Invitations.LinkOf(AuthorRole.Head, "zaisei");
        var letter = link[^20] == 'A' ? 'B' : 'A';

        Assert.Contains(Refusal, await visitor.GetStringAsync(string.Concat(link.AsSpan(0, link.Length - 20), letter.ToString(), link.AsSpan(link.Length - 19))));
    }

    [Theory]
    [InlineData("sa", Password, Password, "利用者IDは、半角")]
    [InlineData("佐藤太郎", Password, Password, "利用者IDは、半角")]
    [InlineData("sato", "短いことば", "短いことば", "パスワードは12文字以上")]
    [InlineData("sato", Password, "ふつうに長いパスワードかな", "2回のパスワードが違います")]
    [InlineData("sato", "aaaaaaaaaaaa", "aaaaaaaaaaaa", "違う文字を4種類以上")]
    [InlineData("taken", Password, Password, "ほかの人が使っています")]
    public async Task Invitation_FilledInWrongly_SaysWhatToChangeAndStaysUsable(string userName, string password, string again, string sentence)
    {
        await _product.RegisteredVisitorAsync("taken");
        using var visitor = _product.Visitor();
        var link = _product.Invitations.LinkOf(AuthorRole.Head, "zaisei");

        var answer = await SendAsync(visitor, link, link, ("_handler", "accept"), ("Input.UserName", userName), ("Input.Password", password), ("Input.PasswordAgain", again));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(sentence, page);
        Assert.DoesNotContain(password, page);
        Assert.Equal(HttpStatusCode.Redirect, (await RegisterAsync(visitor, link, "sato.hanako")).StatusCode);
    }

    [Theory]
    [InlineData(AuthorRole.Head, null)]
    [InlineData(AuthorRole.PlanOffice, "zaisei")]
    public void Invitation_RoleAndDepartmentThatDoNotGoTogether_IsNotMade(AuthorRole role, string? department) =>
        Assert.Throws<PlanRuleException>(() => _product.Invitations.LinkOf(role, department));

    private static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html, " b-[a-z0-9]+", "");

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
