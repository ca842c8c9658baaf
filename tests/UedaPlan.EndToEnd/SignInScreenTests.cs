using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace UedaPlan.EndToEnd;

/// <summary>Signing in in a real browser: with a device's passkey, with the city's account, and everywhere out again.</summary>
public sealed partial class SignInScreenTests(BrowserFixture browser)
{
    private const float Patience = 30_000;
    private const string Refused = "このパスキーではサインインできませんでした。";

    [Fact]
    public async Task Passkey_AddedOnTheOwnPage_SignsInUntilItIsRemoved()
    {
        await using var server = await ServerProcess.StartAsync();
        var page = await browser.OpenAsync(820, 1180);
        var check = ScreenCheck.Of(page);
        await GiveDeviceALockAsync(page);
        await RegisterAsync(page, server);

        await page.GetByRole(AriaRole.Link, new() { Name = "計画事務局" }).ClickAsync();
        await page.GetByLabel("パスキーの名前").FillAsync("課のノートパソコン");
        await page.GetByRole(AriaRole.Button, new() { Name = "この端末のパスキーを追加" }).ClickAsync();
        await Assertions.Expect(page.GetByText("パスキーを追加しました。")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("パスキー「課のノートパソコン」の名前")).ToBeVisibleAsync();
        await check.AssertCleanAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "すべての端末でサインアウト" }).ClickAsync();
        await Assertions.Expect(page.GetByText("すべての端末でサインアウトしました。")).ToBeVisibleAsync();
        await check.AssertCleanAsync();
        await SetDisabledAsync(server, disabled: true);
        await SignInWithPasskeyAsync(page);
        await Assertions.Expect(page.GetByText(Refused)).ToBeVisibleAsync();
        await SetDisabledAsync(server, disabled: false);
        await SignInWithPasskeyAsync(page);
        await page.WaitForURLAsync("**/office");
        await page.GotoAsync(At(server, "/office/accounts"));
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "パスキー1個" })).ToBeVisibleAsync(new() { Timeout = Patience });

        await page.GotoAsync(At(server, "/account"));
        await page.GetByLabel("パスキー「課のノートパソコン」の名前").FillAsync("窓口のパソコン");
        await page.GetByRole(AriaRole.Button, new() { Name = "名前を変える" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキー「窓口のパソコン」を削除する" }).ClickAsync();
        await Assertions.Expect(page.GetByText("登録したパスキーはまだありません。")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "すべての端末でサインアウト" }).ClickAsync();
        await SignInWithPasskeyAsync(page);
        await Assertions.Expect(page.GetByText(Refused)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CityAccount_FromTheButton_OpensTheDepartmentAndEndsWhereItBegan()
    {
        await using var provider = await CityProvider.StartAsync();
        provider.Names("hanako", "head", "財政課");
        await using var server = await ServerProcess.StartAsync([.. provider.Settings.Select(s => $"--{s.Key}={s.Value}")]);
        var page = await browser.OpenAsync(1366, 900);
        var check = ScreenCheck.Of(page);

        await page.GotoAsync(new Uri(server.Address, "/sign-in").ToString());
        await Assertions.Expect(page.GetByText("パスキーは、この画面では使えません。")).ToBeVisibleAsync(); // an address of numbers has none
        await check.AssertCleanAsync();
        await page.GotoAsync(At(server, "/entry")); // the issuer is now another site, as the city's is
        await page.GetByRole(AriaRole.Link, new() { Name = "市のアカウントでサインイン" }).ClickAsync();
        await page.WaitForURLAsync("**/entry");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "財政課" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        provider.Names("taro", null, null);
        await page.GotoAsync(At(server, "/sign-in"));
        await page.GetByRole(AriaRole.Link, new() { Name = "市のアカウントでサインイン" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("役割(担当者・課長・計画事務局)がありません。");
        await check.AssertCleanAsync();
        Assert.DoesNotContain("taro", server.Output);
        Assert.DoesNotContain("hanako", server.Output);
    }

    [Theory]
    [InlineData(1366, 900)]
    [InlineData(320, 640)]
    public async Task OfficePage_ByKeyboardAlone_MovesAndMakesAResetLink(int width, int height)
    {
        await using var server = await ServerProcess.StartAsync();
        var page = await browser.OpenAsync(width, height);
        var check = ScreenCheck.Of(page);
        await RegisterAsync(page, server);
        await page.GotoAsync(At(server, "/office/accounts"));
        await page.GetByRole(AriaRole.Button, new() { Name = "招待リンクを作る" }).ClickAsync();
        var invitation = await page.GetByLabel("招待リンク", new() { Exact = true }).InputValueAsync();
        await RegisterAsync(await browser.OpenAsync(820, 1180), server, new Uri(invitation).PathAndQuery, "sato");
        await page.ReloadAsync();

        var settings = page.GetByRole(AriaRole.Button, new() { Name = "sato の設定" });
        await Assertions.Expect(settings).ToBeEnabledAsync(new() { Timeout = Patience });
        await settings.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "再設定リンクを作る" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("sato の再設定リンク")).ToHaveValueAsync(new Regex("/reset\\?token=.{100,}"));
        await check.AssertCleanAsync();

        await page.Locator("[id^=role-]").SelectOptionAsync("Staff");
        await page.GetByRole(AriaRole.Button, new() { Name = "役割と課を変更する" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("担当者にしました。")).ToBeVisibleAsync();
    }

    private static async Task GiveDeviceALockAsync(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
    }

    private static async Task RegisterAsync(IPage page, ServerProcess server, string? link = null, string userName = "jimukyoku-1")
    {
        await page.GotoAsync(At(server, link ?? new Uri(Link().Match(server.Output).Value).PathAndQuery));
        await page.GetByLabel("利用者ID").FillAsync(userName);
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync(AccessProduct.Password);
        await page.GetByLabel("パスワード(もう一度)").FillAsync(AccessProduct.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登録してサインイン" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/(office|entry)$"));
    }

    private static async Task SignInWithPasskeyAsync(IPage page) => await page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();

    private static async Task SetDisabledAsync(ServerProcess server, bool disabled)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.DataDirectory, "plan.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Accounts SET Disabled = $disabled";
        command.Parameters.AddWithValue("$disabled", disabled);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    // Passkeys belong to a name; this machine's own is one that needs no https.
    private static string At(ServerProcess server, string path) => new Uri(new UriBuilder(server.Address) { Host = "localhost" }.Uri, path).ToString();

    [GeneratedRegex(@"http\S+/invitation\?token=\S+")]
    private static partial Regex Link();
}
