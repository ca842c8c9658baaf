using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Data;

namespace UedaPlan.EndToEnd;

/// <summary>A database that is away: screens that were confirmed stay, others wait, nobody is sent to the sign-in form.</summary>
public sealed class DisplayOutageTests : IAsyncLifetime
{
    private readonly AccessProduct _product = new(demo: true, ("Access:Reading", "SignedIn"));
    private string _token = "";

    private string DatabaseFile => new SqliteConnectionStringBuilder(_product.Services.GetRequiredService<StorageSettings>().SqliteConnection).DataSource;

    public async ValueTask InitializeAsync() => _token = (await DisplayLinkTests.CreateAsync(_product)).Token;

    [Fact]
    public async Task Database_Away_KeepsTheScreenThatWasConfirmed()
    {
        using var screen = await ScreenAsync();
        Assert.Equal(HttpStatusCode.OK, (await screen.GetAsync("/wall")).StatusCode);
        await TakeAwayAsync();

        for (var i = 0; i < 3; i++)
        {
            _product.Clock.Ahead += TimeSpan.FromMinutes(10);
            Assert.Equal(HttpStatusCode.OK, (await screen.GetAsync("/wall")).StatusCode);
        }
    }

    [Fact]
    public async Task Database_AwayBeforeTheScreenWasConfirmed_AsksItToWait()
    {
        using var screen = await ScreenAsync(); // the exchange asked for the token, nobody yet for the cookie
        await TakeAwayAsync();

        var page = await screen.GetAsync("/wall");
        screen.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        var script = await screen.GetAsync("/wall");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("表示リンクを確かめています", await page.Content.ReadAsStringAsync());
        Assert.Contains("/Live/WaitingPage.razor.js", await page.Content.ReadAsStringAsync()); // which asks /health before it loads anything
        Assert.Equal(HttpStatusCode.ServiceUnavailable, script.StatusCode);
    }

    [Fact]
    public async Task Database_AwayAtTheExchange_AsksToWaitAndGivesNoCookie()
    {
        using var screen = _product.Visitor();
        await TakeAwayAsync();

        var answer = await screen.GetAsync("/wall?display=" + _token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(_token, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpClient> ScreenAsync()
    {
        var screen = _product.Visitor();
        Assert.Equal(HttpStatusCode.SeeOther, (await screen.GetAsync("/wall?display=" + _token)).StatusCode);
        return screen;
    }

    // As when the disk is gone: every table is, for every connection.
    private async Task TakeAwayAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE DisplayLinks RENAME TO Gone";
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _product.DisposeAsync();
}
