using System.Text;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>サインインの受付: lets in or says one of two sentences, never which of id and password was wrong.</summary>
public sealed class SignInDesk(AccountGate gate, UserManager<Account> accounts, IPasswordHasher<Account> hasher, FailedAttempts attempts, SignInWays ways, TimeProvider time)
{
    public const string Wrong = "利用者IDまたはパスワードが違います";
    public const string Paused = "続けて間違えたため、10分ほど入力できません";

    private const int LongestTyped = 200;
    // Refusals take the same time whatever the reason: a row that is updated, a hash that is computed or neither.
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(600);
    private static string? _nobodysHash;

    /// <summary>Signs in; the account, or null and the sentence for the form.</summary>
    public async Task<(Account? Account, string? Refusal)> SignInAsync(string? userName, string? password)
    {
        var began = time.GetTimestamp();
        var name = accounts.NormalizeName(Tidy(userName)) ?? "";
        if (attempts.TryBegin(name) && await FindAsync(name, password ?? "") is { } account)
        {
            attempts.Forget(name);
            await gate.SignInAsync(account, isPersistent: false);
            return (account, null);
        }
        var rest = RefusalTakes - time.GetElapsedTime(began);
        if (rest > TimeSpan.Zero) await Task.Delay(rest, time);
        return (null, attempts.IsPaused(name) ? Paused : Wrong);
    }

    /// <summary>An id as it was meant: Japanese keyboards write full-width letters, pasting adds spaces.</summary>
    internal static string Tidy(string? typed) => string.Concat(Cut(typed).Select(c => CannotBeNormalized(c) ? '\uFFFD' : c)).Normalize(NormalizationForm.FormKC).Trim();

    private async Task<Account?> FindAsync(string name, string password)
    {
        if (!ways.Local || password.Length > LongestTyped) return null;
        if (await accounts.FindByNameAsync(name) is not { } account)
        {
            hasher.VerifyHashedPassword(new Account(), _nobodysHash ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString()), password);
            return null;
        }
        return (await gate.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded ? account : null;
    }

    private static bool CannotBeNormalized(char c) => char.IsSurrogate(c) || c == '\uFFFE'; // alone, and no id has a pair

    private static string Cut(string? typed) => typed is { Length: > LongestTyped } ? typed[..LongestTyped] : typed ?? "";
}
