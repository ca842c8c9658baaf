using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの利用者: one head and one member of staff per department and the plan office; without passwords, so only the demo's door lets them in.</summary>
public static class DemoAccounts
{
    public const string Office = "demo-office";

    public static bool IsOne(string userName) => userName.StartsWith("demo-", StringComparison.OrdinalIgnoreCase) && !userName.Contains('@', StringComparison.Ordinal);

    public static string HeadOf(string department) => $"demo-{department}";

    public static string StaffOf(string department) => $"demo-staff-{department}";

    /// <summary>Makes those that are missing.</summary>
    /// <exception cref="InvalidOperationException">The database is not a demo.</exception>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        if (!services.GetRequiredService<StorageSettings>().Demo) throw new InvalidOperationException("Demo accounts belong in a demo database only.");
        var plan = (await services.GetRequiredService<PlanReader>().ReadBoardAsync(cancellationToken)).Plan;
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await EnsureAsync(accounts, new Account { UserName = Office, Role = AuthorRole.PlanOffice });
        foreach (var department in plan.Departments)
        {
            await EnsureAsync(accounts, new Account { UserName = HeadOf(department.Code), Role = AuthorRole.Head, Department = department.Code });
            await EnsureAsync(accounts, new Account { UserName = StaffOf(department.Code), Role = AuthorRole.Staff, Department = department.Code });
        }
    }

    /// <summary>The head of a department, as the author of its demo figures.</summary>
    public static Task<Author> HeadOfAsync(IServiceProvider services, string department) => AuthorAsync(services, HeadOf(department));

    /// <summary>A demo account as an author.</summary>
    public static async Task<Author> AuthorAsync(IServiceProvider services, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(name)
            ?? throw new InvalidOperationException($"There is no demo account {name}.");
        return new Author(account.Id, account.Role, account.Department);
    }

    private static async Task EnsureAsync(UserManager<Account> accounts, Account wanted)
    {
        if (await accounts.FindByNameAsync(wanted.UserName!) is not null) return;
        var made = await accounts.CreateAsync(wanted);
        if (!made.Succeeded) throw new InvalidOperationException($"Demo account {wanted.UserName}: {made}");
    }
}
