using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UedaPlan.EndToEnd;

/// <summary>市のアカウントの発行元の悪さ: what an issuer, or somebody between it and the product, may do wrong.</summary>
public enum Mischief
{
    None,
    WrongNonce,
    Expired,
    WrongAudience,
    WrongIssuer,
    WrongSignature,
    NoSignature,
    NoAlgorithm,
    NoToken,
    Cancelled,
}

/// <summary>市のアカウントの発行元: a small OpenID provider on a port of its own, with a key of its own, that signs in whom the test names.</summary>
public sealed class CityProvider : IAsyncDisposable
{
    private const string Client = "ueda-plan";
    private const string Secret = "a secret of this test only";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Asked> _codes = new();
    private readonly WebApplication _app;

    private CityProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys",
            ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { KeyOf(_key) } }));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", (Delegate)TokenAsync);
    }

    public string Issuer => _app.Urls.First().TrimEnd('/');

    /// <summary>The claims of whoever signs in next.</summary>
    public Dictionary<string, object> Person { get; private set; } = [];

    public Mischief Mischief { get; set; }

    /// <summary>What the product is told of this provider.</summary>
    public (string Key, string Value)[] Settings => [("SignIn:Authority", Issuer), ("SignIn:ClientId", Client), ("SignIn:ClientSecret", Secret), ("SignIn:Departments:zaisei", "総務部財政担当")];

    public static async Task<CityProvider> StartAsync()
    {
        var provider = new CityProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public void Names(string subject, string? role, string? department, string? address = null)
    {
        Person = new Dictionary<string, object> { ["sub"] = subject, ["preferred_username"] = address ?? $"{subject}@city.example.jp" };
        if (role is not null) Person["roles"] = new[] { "something-else", role };
        if (department is not null) Person["department"] = department;
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var (back, state) = (query["redirect_uri"].ToString(), Uri.EscapeDataString(query["state"].ToString()));
        if (query["client_id"] != Client || query["response_type"] != "code" || query["code_challenge_method"] != "S256") return Results.BadRequest();
        if (Mischief == Mischief.Cancelled) return Results.Redirect($"{back}?error=access_denied&error_description=The+person+{Person["sub"]}+said+no&state={state}");
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Asked(back, query["nonce"].ToString(), query["code_challenge"].ToString());
        return Results.Redirect($"{back}?code={code}&state={state}");
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        var good = _codes.TryRemove(form["code"].ToString(), out var asked) && asked.RedirectUri == form["redirect_uri"] && asked.Challenge == challenge
            && form["client_id"] == Client && form["client_secret"] == Secret;
        if (!good) return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        if (Mischief == Mischief.NoToken) return Results.Json(new { error = "server_error", error_description = $"{Person["preferred_username"]} is unknown" }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { access_token = "not used", token_type = "Bearer", expires_in = 60, id_token = TokenFor(asked!.Nonce) });
    }

    private string TokenFor(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Person)
        {
            ["iss"] = Mischief == Mischief.WrongIssuer ? "https://issuer.example.com" : Issuer,
            ["aud"] = Mischief == Mischief.WrongAudience ? "another-client" : Client,
            ["nonce"] = Mischief == Mischief.WrongNonce ? nonce + "x" : nonce,
            ["iat"] = now,
            ["exp"] = Mischief == Mischief.Expired ? now - 3600 : now + 300,
            ["nbf"] = now - 7200,
        };
        var signed = $"{Part(new { alg = Mischief == Mischief.NoAlgorithm ? "none" : "RS256", typ = "JWT", kid = "test" })}.{Part(claims)}";
        if (Mischief == Mischief.NoSignature) return signed + ".";
        using var other = RSA.Create(2048);
        var key = Mischief == Mischief.WrongSignature ? other : _key;
        return $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(object content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));

    private static object KeyOf(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "test", n = Base64Url.EncodeToString(numbers.Modulus), e = Base64Url.EncodeToString(numbers.Exponent) };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private sealed record Asked(string RedirectUri, string Nonce, string Challenge);
}
