using System.Text.RegularExpressions;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>新しい利用者の入力: what an invited person types.</summary>
public sealed partial class NewAccount
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 128;

    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string? PasswordAgain { get; set; }

    /// <summary>What is wrong with the id, before anyone is asked; null when nothing is.</summary>
    public string? UserNameError => Shape().IsMatch(SignInDesk.Tidy(UserName)) ? null : "利用者IDは、半角の英字・数字と . _ - を使って3〜40文字で入力してください。";

    public string? PasswordError => PasswordErrorOf(Password, SignInDesk.Tidy(UserName));

    public string? PasswordAgainError => PasswordAgainErrorOf(Password, PasswordAgain);

    internal static string? PasswordErrorOf(string? password, string userName) =>
        (password?.Length ?? 0) is < ShortestPassword or > LongestPassword ? $"パスワードは{ShortestPassword}文字以上、{LongestPassword}文字以下で入力してください。"
        : password!.Equals(userName, StringComparison.OrdinalIgnoreCase) ? "パスワードは利用者IDと違うものにしてください。"
        : null;

    internal static string? PasswordAgainErrorOf(string? password, string? again) => password == again ? null : "2回のパスワードが違います。同じものを入力してください。";

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{2,39}\z")]
    private static partial Regex Shape();
}
