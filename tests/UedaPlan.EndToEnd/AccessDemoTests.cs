using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using static UedaPlan.EndToEnd.AccessProduct;

namespace UedaPlan.EndToEnd;

/// <summary>The demo's one-click sign-in exists in a demo only, at its own machine only.</summary>
public sealed class AccessDemoTests
{
    [Fact]
    public async Task Demo_AtTheSameMachine_LetsInWithOneClick()
    {
        await using var product = new AccessProduct(demo: true);
        using var office = await product.DemoVisitorAsync(DemoAccounts.Office);
        using var staff = await product.DemoVisitorAsync(Staff);

        Assert.Contains("\"/office\"", await office.GetStringAsync("/me"));
        Assert.Contains("/entry", await staff.GetStringAsync("/me"));
    }

    [Fact]
    public async Task Demo_NotSwitchedOn_DoesNotExist()
    {
        await using var product = new AccessProduct(demo: false);
        using var visitor = product.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/demo")).StatusCode);
        var answer = await SendAsync(visitor, "/sign-in", "/demo/sign-in", ("account", DemoAccounts.Office));
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
        Assert.DoesNotContain("/demo", await visitor.GetStringAsync("/sign-in"));
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    public async Task Demo_ThroughAProxyOnTheSameMachine_IsRefused(string header)
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();
        visitor.DefaultRequestHeaders.Add(header, "127.0.0.1");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/demo")).StatusCode);
        await SendAsync(visitor, "/sign-in", "/demo/sign-in", ("account", DemoAccounts.Office));
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", false, true)]
    [InlineData("::1", false, true)]
    [InlineData("::ffff:127.0.0.1", false, true)]
    [InlineData("192.168.1.20", false, false)]
    [InlineData("2001:db8::20", false, false)]
    [InlineData("192.168.1.20", true, true)]
    public async Task DemoDoor_FromAnAddress_OpensOnlyAtHomeUnlessSwitchedOn(string address, bool remoteAllowed, bool open)
    {
        await using var product = new AccessProduct(demo: true, ("Demo:AllowRemoteSignIn", remoteAllowed ? "true" : "false"));
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);

        Assert.Equal(open, product.Services.GetRequiredService<DemoDoor>().IsOpenTo(context));
    }

    [Fact]
    public async Task Demo_WithoutTheFormsToken_IsRefused()
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();

        var answer = await PostAsync(visitor, "/demo/sign-in", ("account", DemoAccounts.Office));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task DemoAccount_WithAnyPassword_IsNotLetInAtTheOrdinaryDoor()
    {
        await using var product = new AccessProduct(demo: true);
        using var visitor = product.Visitor();

        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(visitor, DemoAccounts.Office, ""));
        Assert.Contains(SignInDesk.Wrong, await SignInTextAsync(visitor, DemoAccounts.Office, Password));
    }

    [Fact]
    public async Task InvitedAccount_InADemo_IsNotLetInWithoutItsPassword()
    {
        await using var product = new AccessProduct(demo: true);
        using var owner = await product.RegisteredVisitorAsync("yamada");
        using var visitor = product.Visitor();

        await SendAsync(visitor, "/demo", "/demo/sign-in", ("account", "yamada"));

        Assert.Equal(HttpStatusCode.NoContent, (await visitor.GetAsync("/me")).StatusCode);
    }
}
