namespace UedaPlan.Dashboard.Features.Access;

/// <summary>新しいパスワードの入力: what a person types who has an account; the current one only where it is asked for.</summary>
public sealed class NewPassword
{
    public string? Current { get; set; }
    public string? Password { get; set; }
    public string? PasswordAgain { get; set; }

    /// <summary>What is wrong with it for this 利用者ID; null when nothing is.</summary>
    public string? PasswordErrorFor(string userName) => NewAccount.PasswordErrorOf(Password, userName);

    public string? PasswordAgainError => NewAccount.PasswordAgainErrorOf(Password, PasswordAgain);
}
