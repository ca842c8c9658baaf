using System.Net;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>Without local accounts, without the city, and without an issuer that answers.</summary>
public sealed class CityOnlyTests
{
    [Fact]
    public async Task LocalAccounts_SwitchedOff_AreNeitherOfferedNorLetIn()
    {
        await using var provider = await CityProvider.StartAsync();
        await using var product = new AccessProduct(demo: false, [.. provider.Settings, ("SignIn:LocalAccounts", "false")]);
        using var office = product.Visitor();
        await RegisterAsync(office, (await FirstInvitation.CreateAsync(product.Services))!, "yamada");

        var page = await product.Visitor().GetStringAsync("/sign-in");

        Assert.Contains("市のアカウントでサインイン", page);
        Assert.DoesNotContain("パスワード", page);
        Assert.DoesNotContain("パスキー", page);
        Assert.Contains("/office", await office.GetStringAsync("/me")); // the first link opens the office whatever happens
        Assert.DoesNotContain("招待リンクを作る", await office.GetStringAsync("/office/accounts"));
        Assert.Contains("使えません", await office.GetStringAsync(product.Invitations.LinkOf(AuthorRole.Head, "zaisei")));
        using var visitor = product.Visitor();
        await SendAsync(visitor, "/access-denied", "/sign-in", ("_handler", "sign-in"), ("Input.UserName", "yamada"), ("Input.Password", Password));
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task LocalAccounts_SwitchedOff_ASentFormIsRefusedLikeAWrongPassword()
    {
        await using var provider = await CityProvider.StartAsync();
        await using var product = new AccessProduct(demo: true, [.. provider.Settings, ("SignIn:LocalAccounts", "false")]);
        using var visitor = product.Visitor();

        var answer = await SendAsync(visitor, "/demo", "/sign-in", ("_handler", "sign-in"), ("Input.UserName", "yamada"), ("Input.Password", Password));

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task City_NotConfigured_IsNotOffered()
    {
        await using var product = new AccessProduct(demo: false);
        using var visitor = product.Visitor();

        Assert.DoesNotContain("市のアカウントでサインイン", await visitor.GetStringAsync("/sign-in"));
        Assert.Null((await visitor.GetAsync("/sign-in/city")).Headers.Location);
    }

    [Fact]
    public async Task Issuer_OutOfReach_IsSaidOnTheSignInPage()
    {
        var provider = await CityProvider.StartAsync();
        var settings = provider.Settings;
        await provider.DisposeAsync();
        await using var product = new AccessProduct(demo: false, settings);
        using var visitor = product.Visitor();

        var answer = await visitor.GetAsync("/sign-in/city?returnUrl=%2Fentry");

        Assert.Contains("市のアカウントのサーバーにつながりません。", await visitor.GetStringAsync(answer.Headers.Location));
        Assert.Contains("returnUrl=%2Fentry", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficeLink_AskedOfTheMachine_OpensTheOfficeOnceMore()
    {
        await using var server = await ServerProcess.StartAsync();

        var (exitCode, output) = await ServerProcess.RunToEndAsync(server.DataDirectory, "--office-link");

        Assert.Equal(0, exitCode);
        var link = new Uri(output[output.IndexOf("http", StringComparison.Ordinal)..].Trim());
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        Assert.EndsWith("/office", (await RegisterAsync(visitor, link.PathAndQuery, "yamada")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("この招待リンクは使えません。", await visitor.GetStringAsync(link.PathAndQuery));
    }

    [Fact]
    public async Task Product_WithASettingThatCannotWork_SaysWhichAndEndsWithOne()
    {
        var directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;

        var (exitCode, output) = await ServerProcess.RunToEndAsync(directory, "--SignIn:Authority=https://login.example.jp");

        Assert.Equal(1, exitCode);
        Assert.Contains("設定 SignIn:ClientId に", output);
        Assert.DoesNotContain("   at ", output);
    }
}
