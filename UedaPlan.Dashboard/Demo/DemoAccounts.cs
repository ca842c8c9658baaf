using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの利用者: accounts without a password, made when first needed; only demo sign-in opens them.</summary>
public static class DemoAccounts
{
    public static async Task<Author> HeadOfAsync(IServiceProvider services, string department)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var name = DemoSetup.AccountOf(department);
        var account = await users.FindByNameAsync(name);
        if (account is null)
        {
            account = new Account { UserName = name, Role = AuthorRole.Head, Department = department };
            var made = await users.CreateAsync(account);
            if (!made.Succeeded) throw new InvalidOperationException($"The demo account {name} could not be made: {made}");
        }
        return new Author(account.Id, account.Role, account.Department);
    }
}
