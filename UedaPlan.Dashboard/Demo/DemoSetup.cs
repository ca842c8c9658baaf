namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの組み立て: the story and the pulse, only where the database is a demo.</summary>
public static class DemoSetup
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoStory>();
        services.AddSingleton<DemoStatistics>();
        services.AddHostedService<DemoPulse>();
        return services;
    }
}
