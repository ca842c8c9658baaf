using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace UedaPlan.EndToEnd;

/// <summary>
/// Every address of the product × everybody who may ask: an address nobody has decided on fails the first test, a decision that is not
/// kept fails the others. One letter a visitor, in the order of RightsVisitors.Roles.
/// </summary>
public sealed class RightsAddressTests
{
    private const string OthersIndicator = "ほかの課が担当しています";

    [Fact]
    public async Task Addresses_OfTheProduct_AreAllDecided()
    {
        await using var product = new AccessProduct(demo: true);

        var served = product.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !e.RoutePattern.RawText!.StartsWith("{**path", StringComparison.Ordinal)).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).ToHashSet();

        Assert.Equal(string.Join('\n', served.Order(StringComparer.Ordinal)), string.Join('\n', RightsTable.Addresses.Select(a => a.Pattern).Distinct().Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Addresses_AskedByEachRole_AnswerAsDecided(bool closed)
    {
        await using var all = await RightsVisitors.ComeAsync(closed);
        List<string> wrong = [];

        foreach (var address in RightsTable.Addresses)
        {
            var answers = "";
            foreach (var visitor in all.Visitors) answers += await LetterOfAsync(await AskAsync(visitor, address.Method, address.Example));
            var decided = closed ? address.Closed : address.Open;
            if (answers != decided) wrong.Add($"{address.Method} {address.Example}: {answers}, decided {decided}");
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public async Task Pages_SentAFormNobodyWasGiven_RefuseItFromEverybody()
    {
        await using var all = await RightsVisitors.ComeAsync(closed: false);
        List<string> taken = [];

        foreach (var address in RightsTable.Addresses.Where(a => a.Method == "GET" && !a.Pattern.StartsWith("/_", StringComparison.Ordinal)))
        {
            foreach (var (visitor, role) in all.Visitors.Zip(RightsVisitors.Roles))
            {
                using var answer = await AccessProduct.PostAsync(visitor, address.Example, ("_handler", "accept"), ("Input.UserName", "forged"), ("value", "1"));
                if (answer.IsSuccessStatusCode) taken.Add($"{address.Example} from {role}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal("", string.Join('\n', taken));
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient visitor, string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST") request.Content = new FormUrlEncodedContent([]);
        return await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>o opens, e opens on the sentence that another department answers for it, n has nothing to say, s sends to sign-in, d to "access denied", h home, r refuses what was sent, u and f are for scripts, m is no such way to ask, x is no such thing.</summary>
    private static async Task<char> LetterOfAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return answer.StatusCode switch
            {
                HttpStatusCode.OK when answer.Content.Headers.ContentType?.MediaType == "text/html" && (await answer.Content.ReadAsStringAsync()).Contains(OthersIndicator, StringComparison.Ordinal) => 'e',
                HttpStatusCode.OK => 'o',
                HttpStatusCode.NoContent => 'n',
                HttpStatusCode.BadRequest => 'r',
                HttpStatusCode.Unauthorized => 'u',
                HttpStatusCode.Forbidden => 'f',
                HttpStatusCode.NotFound => 'x',
                HttpStatusCode.MethodNotAllowed => 'm',
                HttpStatusCode.Redirect or HttpStatusCode.SeeOther => answer.Headers.Location!.OriginalString switch
                {
                    var to when to.Contains("/sign-in?returnUrl=", StringComparison.Ordinal) => 's',
                    var to when to.Contains("/access-denied", StringComparison.Ordinal) => 'd',
                    _ => 'h',
                },
                _ => '?',
            };
        }
    }
}
