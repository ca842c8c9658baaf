using Microsoft.Extensions.Configuration;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests;

/// <summary>What a wrong setting of the sign-in is answered: a sentence that names it, and no start.</summary>
public sealed class SignInSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["SignIn:Authority"] = "https://login.example.jp/city/", ["SignIn:ClientId"] = "plan", ["SignIn:ClientSecret"] = "secret",
    };

    [Fact]
    public void Settings_LeftOut_MeanLocalAccountsOnly() => Assert.Equal(new SignInWays(true, null), SignInWays.Of(Of([])));

    [Fact]
    public void Settings_GivenInFull_AreReadAsTheCityWritesThem()
    {
        var ways = SignInWays.Of(Of(new(Good)
        {
            ["SignIn:LocalAccounts"] = "false", ["SignIn:RoleClaim"] = "groups", ["SignIn:Roles:Head"] = "g-17",
            ["SignIn:Departments:zaisei"] = "財政課・契約", ["SignIn:Departments:shimin-sanka:0"] = "市民協働", ["SignIn:Departments:shimin-sanka:1"] = "市民参加",
        }));

        Assert.False(ways.Local);
        Assert.Equal(("https://login.example.jp/city", "groups", "department"), (ways.City!.Authority, ways.City.RoleClaim, ways.City.DepartmentClaim));
        Assert.Equal(AuthorRole.Head, ways.City.Roles["g-17"]);
        Assert.Equal(AuthorRole.PlanOffice, ways.City.Roles["office"]);
        Assert.Equal("shimin-sanka", ways.City.Departments["市民参加"]);
    }

    [Theory]
    [InlineData("SignIn:Authority", "", "SignIn:Authority")]
    [InlineData("SignIn:Authority", "http://login.example.jp", "https://")]
    [InlineData("SignIn:Authority", "login.example.jp", "https://")]
    [InlineData("SignIn:Authority", "https://login.example.jp/?a=1", "https://")]
    [InlineData("SignIn:ClientId", "", "SignIn:ClientId")]
    [InlineData("SignIn:ClientSecret", " ", "環境変数 SignIn__ClientSecret")]
    [InlineData("SignIn:LocalAccounts", "no", "true か false")]
    [InlineData("SignIn:Roles:Head", "staff", "ほかの役割にも")]
    [InlineData("SignIn:Departments:zaisei:1", "同じ名前", "2つの課")]
    public void Setting_ThatCannotWork_IsNamedInASentence(string key, string value, string sentence)
    {
        var settings = new Dictionary<string, string?>(Good) { ["SignIn:Departments:zaisei:0"] = "財政", ["SignIn:Departments:shimin-sanka"] = "同じ名前", [key] = value };

        Assert.Contains(sentence, Assert.Throws<PlanRuleException>(() => SignInWays.Of(Of(settings))).Message);
    }

    [Fact]
    public void LocalAccounts_SwitchedOffWithoutTheCity_AreRefused() =>
        Assert.Contains("だれもサインインできません", Assert.Throws<PlanRuleException>(() => SignInWays.Of(Of(new() { ["SignIn:LocalAccounts"] = "false" }))).Message);

    [Fact]
    public void Secret_InAFile_IsRefused()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("uedaplan-").FullName, "appsettings.json");
        File.WriteAllText(file, """{ "SignIn": { "ClientSecret": "written down" } }""");
        var configuration = new ConfigurationBuilder().AddJsonFile(file).AddInMemoryCollection(Good).Build();

        var refusal = Assert.Throws<PlanRuleException>(() => SignInWays.Of(configuration)).Message;

        Assert.Contains("ファイルから消して", refusal);
        Assert.DoesNotContain("written down", refusal);
    }

    [Fact]
    public void Authority_OnThisMachine_MayBePlain() => Assert.NotNull(SignInWays.Of(Of(new(Good) { ["SignIn:Authority"] = "http://localhost:8080/realms/ueda" })).City);

    private static IConfigurationRoot Of(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
