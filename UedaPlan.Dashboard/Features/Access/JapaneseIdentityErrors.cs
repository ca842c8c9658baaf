using Microsoft.AspNetCore.Identity;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>利用者の入力の誤り: Identity's sentences, as a person at the city reads them.</summary>
public sealed class JapaneseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) =>
        Of(nameof(DuplicateUserName), "この利用者IDは、ほかの人が使っています。別の利用者IDにしてください。");

    public override IdentityError InvalidUserName(string? userName) =>
        Of(nameof(InvalidUserName), "利用者IDには、半角の英字・数字と . _ - が使えます。");

    public override IdentityError PasswordTooShort(int length) =>
        Of(nameof(PasswordTooShort), $"パスワードは{length}文字以上にしてください。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Of(nameof(PasswordRequiresUniqueChars), $"パスワードには、違う文字を{uniqueChars}種類以上使ってください。");

    public override IdentityError PasswordMismatch() =>
        Of(nameof(PasswordMismatch), "いまのパスワードが違います。");

    public override IdentityError ConcurrencyFailure() =>
        Of(nameof(ConcurrencyFailure), "ほかの人が同時に変更しました。画面を読み直して、もう一度操作してください。");

    public override IdentityError DefaultError() =>
        Of(nameof(DefaultError), "保存できませんでした。少し待ってから、もう一度操作してください。");

    private static IdentityError Of(string code, string sentence) => new() { Code = code, Description = sentence };
}
