using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>The calendars of deadlines: open where reading is, and behind a key that ends with its account where it is not.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task Calendar_ReadingOpen_AnswersEverybodyAndSaysWhenNothingChanged()
    {
        await using var product = new AccessProduct(demo: true);
        using var stranger = product.Visitor();

        var answer = await stranger.GetAsync("/calendar/koho.ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = (await answer.Content.ReadAsStringAsync()).Replace("\r\n ", "");
        Assert.Contains("市公式ソーシャルメディア登録者数", text);
        Assert.Contains($"URL:{product.Address}entry/1-3-2-1/", text);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/calendar/koho.ics");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await stranger.SendAsync(again)).StatusCode);
        Assert.Contains("BEGIN:VEVENT", await stranger.GetStringAsync("/calendar/all.ics"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/calendar/nowhere.ics")).StatusCode);
    }

    [Fact]
    public async Task Calendar_ReadingClosed_WantsASessionOrAKeyThatEndsWithItsAccount()
    {
        await using var product = new AccessProduct(demo: false, ("Access:Reading", "SignedIn"));
        using var office = await product.RegisteredVisitorAsync("yamada");
        using var head = await product.RegisteredVisitorAsync("suzuki", AuthorRole.Head, "koho");
        using var stranger = product.Visitor();
        var address = await AddressOfAsync(product, "suzuki");

        Assert.Contains("?key=", address);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/calendar/koho.ics")).StatusCode);
        foreach (var wrong in new[] { "/calendar/koho.ics", "/calendar/koho.ics?key=", address[..^2], address + "A", address + "&key=x", "/calendar/koho.ics?key=" + new string('x', 5000) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(wrong)).StatusCode);
        }
        await product.DisableAsync("suzuki");
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(address)).StatusCode);
    }

    private static async Task<string> AddressOfAsync(AccessProduct product, string userName)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        var account = await gate.UserManager.FindByNameAsync(userName);
        return product.Services.GetRequiredService<CalendarKeys>().AddressOf(await gate.CreateUserPrincipalAsync(account!), "koho");
    }
}
