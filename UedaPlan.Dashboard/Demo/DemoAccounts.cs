using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの利用者: head and staff of every department and the plan office, without passwords; only demo sign-in opens them.</summary>
public static class DemoAccounts
{
    public const string Office = "demo-office";

    public static string HeadOf(string department) => $"demo-{department}";

    public static string StaffOf(string department) => $"demo-staff-{department}";

    public static async Task<Author> HeadOfAsync(IServiceProvider services, string department)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await EnsureAsync(scope, new Account { UserName = HeadOf(department), Role = AuthorRole.Head, Department = department });
        return new Author(account.Id, account.Role, account.Department);
    }

    /// <summary>Makes those that are missing.</summary>
    /// <exception cref="InvalidOperationException">The database is not a demo.</exception>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        if (!services.GetRequiredService<StorageSettings>().Demo) throw new InvalidOperationException("Demo accounts belong in a demo database only.");
        var plan = (await services.GetRequiredService<PlanReader>().ReadBoardAsync(cancellationToken)).Plan;
        await using var scope = services.CreateAsyncScope();
        await EnsureAsync(scope, new Account { UserName = Office, Role = AuthorRole.PlanOffice });
        foreach (var department in plan.Departments)
        {
            await EnsureAsync(scope, new Account { UserName = HeadOf(department.Code), Role = AuthorRole.Head, Department = department.Code });
            await EnsureAsync(scope, new Account { UserName = StaffOf(department.Code), Role = AuthorRole.Staff, Department = department.Code });
        }
    }

    private static async Task<Account> EnsureAsync(AsyncServiceScope scope, Account wanted)
    {
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByNameAsync(wanted.UserName!) is { } account) return account;
        var made = await accounts.CreateAsync(wanted);
        return made.Succeeded ? wanted : throw new InvalidOperationException($"The demo account {wanted.UserName} could not be made: {made}");
    }
}
