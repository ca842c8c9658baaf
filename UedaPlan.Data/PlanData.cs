using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>保存の入口: registers storage and makes the database ready.</summary>
public static class PlanData
{
    /// <summary>
    /// Settings: Database:Provider (Sqlite, SqlServer), ConnectionStrings:Plan, Data:Directory, Demo (true for demo data),
    /// Plan:File (the file an empty database is filled from).
    /// </summary>
    public static IServiceCollection AddPlanData(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = StorageSettings.Of(configuration);
        services.AddSingleton(settings);
        services.AddDbContextFactory<SqlitePlanDbContext>(o => o.UseSqlite(settings.SqliteConnection));
        services.AddDbContextFactory<SqlServerPlanDbContext>(o => o.UseSqlServer(settings.SqlServerConnection));
        services.AddSingleton<Func<PlanDbContext>>(provider => settings.IsSqlServer
            ? provider.GetRequiredService<IDbContextFactory<SqlServerPlanDbContext>>().CreateDbContext
            : provider.GetRequiredService<IDbContextFactory<SqlitePlanDbContext>>().CreateDbContext);
        services.AddScoped(provider => provider.GetRequiredService<Func<PlanDbContext>>()()); // Identity's stores want one per request
        services.AddSingleton<ChangeSignal>();
        services.AddSingleton(p => new PlanReader(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new RecordReader(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<PlanReader>()));
        services.AddSingleton(p => p.WriterAt(p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => p.StatisticWriterAt(p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new DraftDesk(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<PlanReader>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<DraftDesk>>()));
        services.AddSingleton(p => new DisplayLinks(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<DisplayLinks>>()));
        services.AddSingleton(p => new PlanStore(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<StorageSettings>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PlanStore>>()));
        services.AddSingleton(p => new PlanWriter(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<ChangeSignal>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<PlanWriter>>()));
        services.AddSingleton(p => new PlanPreviewer(p.GetRequiredService<Func<PlanDbContext>>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Identity's stores in the same database.</summary>
    public static IdentityBuilder AddPlanAccounts(this IdentityBuilder identity)
    {
        identity.Services.AddSingleton(p => new AccountReader(p.GetRequiredService<Func<PlanDbContext>>()));
        return identity.AddEntityFrameworkStores<PlanDbContext>();
    }

    /// <summary>Migrates the database and fills an empty one from the plan file.</summary>
    /// <exception cref="PlanRuleException">Demo and real data would mix, or the plan file is wrong.</exception>
    public static Task PrepareAsync(this IServiceProvider services, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<PlanStore>().PrepareAsync(cancellationToken);

    /// <summary>Whether time alone may mend it: the database is busy, starting or out of reach, not wrong or damaged.</summary>
    public static bool IsOutOfReach(Exception failure) => StorageFault.In(failure) is { } fault && StorageFault.MayPass(fault);

    /// <summary>Whether the database itself failed, for whatever reason.</summary>
    public static bool IsFault(Exception failure) => StorageFault.In(failure) is not null;

    /// <summary>A writer with a clock of its own, for figures of the past (demo data).</summary>
    public static FigureWriter WriterAt(this IServiceProvider services, TimeProvider time) => new(
        services.GetRequiredService<Func<PlanDbContext>>(), services.GetRequiredService<PlanReader>(), services.GetRequiredService<ChangeSignal>(),
        time, services.GetRequiredService<ILogger<FigureWriter>>());

    /// <summary>As <see cref="WriterAt"/>, for the values of the plan's charts.</summary>
    public static StatisticWriter StatisticWriterAt(this IServiceProvider services, TimeProvider time) => new(
        services.GetRequiredService<Func<PlanDbContext>>(), services.GetRequiredService<PlanReader>(), services.GetRequiredService<ChangeSignal>(),
        time, services.GetRequiredService<ILogger<StatisticWriter>>());
}
