using System.Data.Common;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>市のアカウントの受付: finds or makes the account of a person whom the city has signed in; role and department follow the city each time.</summary>
public sealed partial class CityDesk(IServiceScopeFactory scopes, SignInWays ways, LiveBoard live, EndedSessions ended, ILogger<CityDesk> log)
{
    /// <summary>The account that may sign in, or why none may.</summary>
    public async Task<(Account? Account, CityRefusal Refusal)> ReceiveAsync(ClaimsPrincipal outside)
    {
        var (person, refusal) = CityClaims.Read(outside, ways.City!, live.Current.Plan.Departments);
        if (person is null)
        {
            LogRefused(log, refusal);
            if (CityClaims.IdentityOf(outside) is var (issuer, subject)) await EndAsync(issuer, subject);
            return (null, refusal);
        }
        try
        {
            return await AdmitAsync(person);
        }
        catch (Exception e) when (e.InnerException is DbException) // two first sign-ins at once: the other one has made the account
        {
            return await AdmitAsync(person);
        }
    }

    private async Task<(Account? Account, CityRefusal Refusal)> AdmitAsync(CityPerson person)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByLoginAsync(person.Issuer, person.Subject);
        if (account is null) return await MakeAsync(accounts, person) is { } made ? (made, default) : (null, CityRefusal.Failed);
        if (account.Disabled) return (null, CityRefusal.Disabled);
        return await FollowAsync(accounts, account, person) ? (account, default) : (null, CityRefusal.Failed);
    }

    private static async Task<Account?> MakeAsync(UserManager<Account> accounts, CityPerson person)
    {
        var account = new Account { UserName = await FreeNameAsync(accounts, person), Role = person.Role, Department = person.Department };
        if (!(await accounts.CreateAsync(account)).Succeeded) return null;
        try
        {
            if ((await accounts.AddLoginAsync(account, new UserLoginInfo(person.Issuer, person.Subject, "市のアカウント"))).Succeeded) return account;
        }
        catch (Exception e) when (e.InnerException is DbException)
        {
            await accounts.DeleteAsync(account);
            throw;
        }
        await accounts.DeleteAsync(account);
        return null;
    }

    // A role or a department taken away must not live on in sessions that are open.
    private async Task<bool> FollowAsync(UserManager<Account> accounts, Account account, CityPerson person)
    {
        var moved = (account.Role, account.Department) != (person.Role, person.Department);
        var renamed = !string.Equals(account.UserName, person.UserName, StringComparison.OrdinalIgnoreCase) && await accounts.FindByNameAsync(person.UserName) is null;
        (account.Role, account.Department) = (person.Role, person.Department);
        if (renamed) account.UserName = person.UserName;
        if (!moved) return !renamed || (await accounts.UpdateAsync(account)).Succeeded;
        if (!(await accounts.UpdateSecurityStampAsync(account)).Succeeded) return false;
        ended.End(account.Id);
        return true;
    }

    /// <summary>One whom the city gives no place here any more keeps no session either.</summary>
    private async Task EndAsync(string issuer, string subject)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByLoginAsync(issuer, subject) is not { } account) return;
        await accounts.UpdateSecurityStampAsync(account);
        ended.End(account.Id);
    }

    // The city may give an address to somebody else one day; the earlier account keeps what it has saved.
    private static async Task<string> FreeNameAsync(UserManager<Account> accounts, CityPerson person) =>
        await accounts.FindByNameAsync(person.UserName) is null ? person.UserName : CityClaims.NameFor(person.Issuer, person.Subject);

    [LoggerMessage(LogLevel.Warning, "The city's account signed somebody in who has no place here: {Refusal}")]
    private static partial void LogRefused(ILogger log, CityRefusal refusal);
}
