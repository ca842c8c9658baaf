using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>封をした宛先: what a secret link carries, readable and made by this product alone.</summary>
public sealed class SealedLinks<T>(IDataProtectionProvider protection, string purpose) where T : class
{
    private const int LongestToken = 2000;

    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    public string Seal(T content) => Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(content)));

    /// <summary>Null when the token is forged or cut off.</summary>
    public T? Open(string? token)
    {
        try
        {
            return token is { Length: > 0 and < LongestToken } ? JsonSerializer.Deserialize<T>(_protector.Unprotect(Base64Url.DecodeFromChars(token))) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
