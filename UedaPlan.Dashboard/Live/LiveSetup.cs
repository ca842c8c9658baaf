namespace UedaPlan.Dashboard.Live;

/// <summary>ライブの組み立て: the board in memory, its refresher, the hub, the page bytes, API and health.</summary>
public static class LiveSetup
{
    public static IServiceCollection AddLiveBoard(this IServiceCollection services)
    {
        services.AddSingleton<BuildId>();
        services.AddSingleton<LiveBoard>();
        services.AddSingleton<HubWords>();
        services.AddScoped<PinnedBoard>();
        services.AddSingleton<PastBoards>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<BoardApi>();
        services.AddSingleton<Health>();
        services.AddHostedService<BoardRefresher>();
        services.AddHostedService<TargetWatch>();
        services.AddHostedService<HubAnnouncer>();
        services.AddSignalR().AddHubOptions<PlanHub>(o => // not for all hubs: circuits say more than listeners
        {
            o.KeepAliveInterval = TimeSpan.FromSeconds(8); // well inside the 20 s after which live.js calls the server lost
            o.MaximumReceiveMessageSize = 1024; // listeners have nothing to say
        });
        return services;
    }

    public static IEndpointConventionBuilder MapPlanHub(this IEndpointRouteBuilder app) =>
        app.MapHub<PlanHub>("/hubs/plan", o => o.AllowStatefulReconnects = false);

    public static IEndpointConventionBuilder MapBoardApi(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/board", (BoardApi api, HttpContext context) => api.GetAsync(context));

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("alive"));
        app.MapGet("/health", (Health health, HttpContext context) => health.AnswerAsync(context));
    }

    /// <summary>After routing, before anything that asks the database.</summary>
    public static IApplicationBuilder UseWaitingRoom(this IApplicationBuilder app) => app.UseMiddleware<WaitingRoom>();

    public static IApplicationBuilder UseReadingPages(this IApplicationBuilder app) => app.UseMiddleware<ReadingPages>();
}
