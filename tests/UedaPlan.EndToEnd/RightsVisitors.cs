using System.Net;
using UedaPlan.Dashboard.Demo;

namespace UedaPlan.EndToEnd;

/// <summary>役割ごとの訪問者: one visitor of each kind of person or screen that can stand before an address, always in the same order.</summary>
public sealed class RightsVisitors : IAsyncDisposable
{
    public static readonly string[] Roles = ["anonymous", "display", "staff", "head of another department", "head", "office"];

    private RightsVisitors(AccessProduct product, HttpClient[] visitors) => (Product, Visitors) = (product, visitors);

    public AccessProduct Product { get; }

    /// <summary>In the order of <see cref="Roles"/>.</summary>
    public HttpClient[] Visitors { get; }

    public HttpClient this[string role] => Visitors[Array.IndexOf(Roles, role)];

    public static async Task<RightsVisitors> ComeAsync(bool closed)
    {
        var product = new AccessProduct(demo: true, ("Access:Reading", closed ? "SignedIn" : "Open"), ("Access:PublicAddress", "http://plan.example.jp"));
        var display = product.Visitor();
        var link = await DisplayLinkTests.CreateAsync(product);
        Assert.Equal(HttpStatusCode.SeeOther, (await display.GetAsync("/wall?display=" + link.Token)).StatusCode);
        return new RightsVisitors(product,
        [
            product.Visitor(),
            display,
            await product.DemoVisitorAsync(AccessProduct.Staff),
            await product.DemoVisitorAsync(DemoAccounts.HeadOf("zaisei")),
            await product.DemoVisitorAsync(AccessProduct.Head),
            await product.DemoVisitorAsync(DemoAccounts.Office),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in Visitors) visitor.Dispose();
        await Product.DisposeAsync();
    }
}
