using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>製品と訪問者: the product in this process on real Kestrel, a clock that can be put forward, and browsers that keep cookies but follow nothing.</summary>
public sealed partial class AccessProduct : IAsyncDisposable
{
    public const string Password = "ふつうに長いパスワードです";

    private readonly WebApplicationFactory<Program> _product;

    public AccessProduct(bool demo, params (string Key, string Value)[] settings)
    {
        var directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;
        _product = new WebApplicationFactory<Program>().WithWebHostBuilder(b =>
        {
            b.UseSetting("Demo", demo ? "true" : "false").UseSetting("Demo:PulseSeconds", "0").UseSetting("Data:Directory", directory)
                .UseSetting("Urls", "http://127.0.0.1:0").UseSetting("Environment", "Production").UseSetting("Access:AttemptsPerMinute", "1000");
            foreach (var (key, value) in settings) b.UseSetting(key, value);
            b.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clock).AddSingleton<IStartupFilter, BrokenAddress>());
        });
        _product.UseKestrel(0);
        _product.StartServer();
    }

    public MovableClock Clock { get; } = new();
    public IServiceProvider Services => _product.Services;
    public Invitations Invitations => Services.GetRequiredService<Invitations>();
    public Uri Address => _product.ClientOptions.BaseAddress;

    public HttpClient Visitor(CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }, disposeHandler: true) { BaseAddress = Address };

    /// <summary>A visitor signed in through the demo's door.</summary>
    public async Task<HttpClient> DemoVisitorAsync(string account)
    {
        var visitor = Visitor();
        var answer = await SendAsync(visitor, "/demo", "/demo/sign-in", ("account", account));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    /// <summary>A visitor who has just registered with an invitation, and so is signed in.</summary>
    public async Task<HttpClient> RegisteredVisitorAsync(string userName, AuthorRole role = AuthorRole.PlanOffice, string? department = null)
    {
        var visitor = Visitor();
        var answer = await RegisterAsync(visitor, Invitations.LinkOf(role, department), userName);
        Assert.Equal(Viewer.HomeOf(role), answer.Headers.Location?.OriginalString.Replace(Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal));
        return visitor;
    }

    /// <summary>As the plan office does it on its page.</summary>
    public async Task DisableAsync(string userName)
    {
        await using var scope = Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        var office = await gate.UserManager.FindByNameAsync("yamada") ?? await gate.UserManager.FindByNameAsync(DemoAccounts.Office);
        var account = await gate.UserManager.FindByNameAsync(userName);
        await Services.GetRequiredService<AccountDesk>().SetDisabledAsync(await gate.CreateUserPrincipalAsync(office!), account!.Id, disabled: true);
    }

    public static Task<HttpResponseMessage> RegisterAsync(HttpClient visitor, string link, string userName) =>
        SendAsync(visitor, link, link, ("_handler", "accept"), ("Input.UserName", userName), ("Input.Password", Password), ("Input.PasswordAgain", Password));

    public static Task<HttpResponseMessage> SignInAsync(HttpClient visitor, string userName, string password, string query = "") =>
        SendAsync(visitor, "/sign-in" + query, "/sign-in" + query, ("_handler", "sign-in"), ("Input.UserName", userName), ("Input.Password", password));

    public static async Task<string> SignInTextAsync(HttpClient visitor, string userName, string password) =>
        await (await SignInAsync(visitor, userName, password)).Content.ReadAsStringAsync();

    /// <summary>Opens the page of a form and sends the form with the token that was in it.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await (await visitor.GetAsync(page)).Content.ReadAsStringAsync();
        return await PostAsync(visitor, action, [("__RequestVerificationToken", TokenIn(html)), .. fields]);
    }

    /// <summary>What a page puts into its forms; empty where it has none.</summary>
    public static string TokenIn(string html) => Token().Match(html) is { Success: true } match ? match.Groups[1].Value : "";

    public static async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string action, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await visitor.PostAsync(action, form);
    }

    public static string Head => DemoAccounts.HeadOf("shimin-sanka");

    public static string Staff => DemoAccounts.StaffOf("shimin-sanka");

    public ValueTask DisposeAsync() => _product.DisposeAsync();

    /// <summary>An address that fails, behind everything the product does.</summary>
    private sealed class BrokenAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Run(context => context.Request.Path == "/broken" ? throw new InvalidOperationException("broken on purpose") : Task.CompletedTask);
        };
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>進められる時計: the real clock, put forward by as much as a test says.</summary>
public sealed class MovableClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
