using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>利用と権限の組み立て: accounts, cookies, keys, limits and headers in three calls.</summary>
public static class AccessSetup
{
    /// <summary>Settings: Access:Reading (Open, SignedIn), Access:PublicAddress, Access:AttemptsPerMinute, Demo:AllowRemoteSignIn, and SignIn:* (see <see cref="CitySettings"/>).</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = StorageSettings.Of(configuration);
        var ways = SignInWays.Of(configuration);
        services.AddSingleton(ways);
        services.AddKeys(storage);
        services.AddIdentityCore<Account>(SetRules)
            .AddPlanAccounts()
            .AddDefaultTokenProviders()
            .AddSignInManager<AccountGate>()
            .AddClaimsPrincipalFactory<AccountPrincipals>()
            .AddErrorDescriber<JapaneseIdentityErrors>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies(); // all four: ending a session signs out of each
        authentication.AddCookie(DisplayCookie.Scheme, o => DisplayCookie.Set(o, storage.Demo));
        if (ways.City is { } city) authentication.AddCityDoor(city);
        services.ConfigureApplicationCookie(o => SessionCookie.Set(o, storage.Demo));
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = RevalidatingAccount.Interval);
        services.AddAntiforgery(o => (o.SuppressXFrameOptionsHeader, o.Cookie.SecurePolicy) = (true, CookieSecurePolicy.SameAsRequest)); // frame-ancestors says more
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, RevalidatingAccount>();
        services.AddReadingAccess(configuration);
        services.AddAttemptLimit(configuration);
        services.AddSingleton<FailedAttempts>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<PasswordResets>();
        services.AddSingleton<CityDesk>();
        services.AddPasskeys();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<DemoDoor>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton(PublicAddress.Of(configuration));
        services.AddSingleton<DisplayGate>();
        services.AddSingleton<DisplayDesk>();
        services.AddSingleton<CalendarKeys>();
        return services.KeepAddressesOutOfLogs();
    }

    /// <summary>On every answer, whoever gives it.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeaders>();

    /// <summary>Limits, who is asking, and whether they may. Before the page cache.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app
        .UseRateLimiter()
        .UseMiddleware<DisplayDoor>()
        .UseMiddleware<OpenReading>()
        .UseAuthentication()
        .UseAuthorization()
        .Use(PlainPage.ExplainStaleFormAsync);

    /// <summary>What is asked for besides pages: /me, /sign-out, /account/…, passkeys, the city's sign-in, the start page of a panel, and /demo/sign-in in a demo.</summary>
    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        app.MapGet("/me", Viewer.Answer).AllowAnonymous();
        app.MapPost("/sign-out", SignOut.AnswerAsync).AllowAnonymous();
        app.MapPost(SignOut.EverywhereAddress, SignOut.EverywhereAsync).RequireAuthorization().RequireRateLimiting(AttemptLimit.Policy);
        app.MapPasskeys();
        if (app.ServiceProvider.GetRequiredService<SignInWays>().City is not null) app.MapGet(CityDoor.Address, CityDoor.AskAsync).AllowAnonymous();
        app.MapGet(StartPage.Path, StartPage.Answer).AllowAnonymous(); // says nothing that the one who asks has not said
        if (!app.ServiceProvider.GetRequiredService<StorageSettings>().Demo) return;
        app.MapPost("/demo/sign-in", DemoSignIn.AnswerAsync).AllowAnonymous().RequireRateLimiting(AttemptLimit.Policy);
    }

    private static void AddKeys(this IServiceCollection services, StorageSettings storage)
    {
        // A demo lets anybody in: what it signs must be worth nothing to the real system on the same machine, and the reverse.
        var name = storage.Demo ? "UedaPlan.Demo" : "UedaPlan";
        var directory = Path.Combine(storage.Directory, storage.Demo ? "keys-demo" : "keys");
        // Whoever reads these keys can forge sessions and invitations.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
        else Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName(name).PersistKeysToFileSystem(new DirectoryInfo(directory));
    }

    private static void SetRules(IdentityOptions o)
    {
        o.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-@+"; // an @ marks those of the city: see NewAccount
        // Length is what makes a password strong; composition rules only make it hard to remember.
        o.Password.RequiredLength = NewAccount.ShortestPassword;
        o.Password.RequiredUniqueChars = 4;
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        o.Lockout.MaxFailedAccessAttempts = FailedAttempts.Allowed;
        o.Lockout.DefaultLockoutTimeSpan = FailedAttempts.Pause;
    }
}
