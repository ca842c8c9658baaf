using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Demo;
using UedaPlan.Dashboard.Features.Access;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>
/// What the plan office does with accounts and walls × everybody whose circuit might call it: the desks ask for themselves, whatever a
/// page shows. y is let in, n is refused with a sentence.
/// </summary>
public sealed class RightsDeskTests
{
    private static readonly Dictionary<string, Func<AccessProduct, ClaimsPrincipal, string, Task>> Calls = new()
    {
        ["AccountDesk.ReadAllAsync"] = (p, caller, _) => Accounts(p).ReadAllAsync(caller),
        ["AccountDesk.InviteAsync"] = (p, caller, _) => Accounts(p).InviteAsync(caller, AuthorRole.Head, "zaisei"),
        ["AccountDesk.ResetAsync"] = (p, caller, other) => Accounts(p).ResetAsync(caller, other),
        ["AccountDesk.SetDisabledAsync"] = (p, caller, other) => Accounts(p).SetDisabledAsync(caller, other, disabled: false),
        ["AccountDesk.MoveAsync"] = (p, caller, other) => Accounts(p).MoveAsync(caller, other, AuthorRole.Staff, "koho"),
        ["DisplayDesk.ReadAllAsync"] = (p, caller, _) => Displays(p).ReadAllAsync(caller),
        ["DisplayDesk.CreateAsync"] = (p, caller, _) => Displays(p).CreateAsync(caller, "玄関"),
        ["DisplayDesk.RevokeAsync"] = async (p, caller, _) => await Displays(p).RevokeAsync(caller, (await DisplayLinkTests.CreateAsync(p)).Id),
    };

    [Fact]
    public void Calls_OfTheDesks_AreAllDecided()
    {
        var calls = new[] { typeof(AccountDesk), typeof(DisplayDesk) }
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => typeof(Task).IsAssignableFrom(m.ReturnType)).Select(m => $"{m.DeclaringType!.Name}.{m.Name}");

        Assert.Equal(calls.Order(StringComparer.Ordinal), Calls.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Calls_ByEachCaller_LetInThePlanOfficeAlone()
    {
        await using var product = new AccessProduct(demo: true);
        await using var scope = product.Services.CreateAsyncScope();
        var gate = scope.ServiceProvider.GetRequiredService<AccountGate>();
        var other = (await gate.UserManager.FindByNameAsync(DemoAccounts.StaffOf("koho")))!.Id;
        List<string> wrong = [];

        foreach (var (name, call) in Calls)
        {
            var answers = "";
            foreach (var caller in await CallersAsync(gate)) answers += await IsLetInAsync(() => call(product, caller, other)) ? 'y' : 'n';
            if (answers != "nnnnny") wrong.Add($"{name}: {answers}");
        }

        Assert.Equal("", string.Join('\n', wrong));
    }

    // Nobody, somebody who only claims to be the office, staff, a head of another department, a head, the office.
    private static async Task<ClaimsPrincipal[]> CallersAsync(AccountGate gate)
    {
        async Task<ClaimsPrincipal> Of(string name) => await gate.CreateUserPrincipalAsync((await gate.UserManager.FindByNameAsync(name))!);
        var forged = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, (await gate.UserManager.FindByNameAsync(AccessProduct.Staff))!.Id), new Claim(ClaimTypes.Role, nameof(AuthorRole.PlanOffice))], "forged"));
        return [new ClaimsPrincipal(new ClaimsIdentity()), forged, await Of(AccessProduct.Staff), await Of(DemoAccounts.HeadOf("zaisei")), await Of(AccessProduct.Head), await Of(DemoAccounts.Office)];
    }

    private static async Task<bool> IsLetInAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (PlanRuleException)
        {
            return false;
        }
    }

    private static AccountDesk Accounts(AccessProduct product) => product.Services.GetRequiredService<AccountDesk>();

    private static DisplayDesk Displays(AccessProduct product) => product.Services.GetRequiredService<DisplayDesk>();
}
