using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画の保管: makes the database ready and fills an empty one.</summary>
public sealed partial class PlanStore
{
    private readonly Func<PlanDbContext> _open;
    private readonly StorageSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<PlanStore> _log;

    internal PlanStore(Func<PlanDbContext> open, StorageSettings settings, TimeProvider time, ILogger<PlanStore> log) =>
        (_open, _settings, _time, _log) = (open, settings, time, log);

    /// <summary>Refuses a database that must not be opened, migrates, and fills an empty one.</summary>
    /// <exception cref="PlanRuleException">Demo and real data would mix, the plan file is wrong, or the database cannot be used.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var db = _open();
            var door = new DatabaseDoor(db, _settings.Demo);
            // Looked at and read before migrating: what is refused stays as it was.
            var file = await door.LookAsync(cancellationToken) ? null : await FirstFileAsync(cancellationToken);
            await door.MigrateAsync(cancellationToken);
            if (file is not null) await FillAsync(db, file, cancellationToken);
            await door.CheckKindAsync(cancellationToken); // two first starts at once may have been of two kinds
        }
        catch (Exception e) when (e is not PlanRuleException && StorageFault.In(e) is { } fault)
        {
            LogFault(e);
            throw new PlanRuleException(StorageFault.SentenceOf(fault, _settings), cause: fault);
        }
    }

    private Task<PlanFile> FirstFileAsync(CancellationToken cancellationToken) =>
        _settings.PlanFile is { Length: > 0 } path ? PlanFile.ReadAsync(path, cancellationToken) : Task.FromResult(PlanFile.BuiltIn());

    private async Task FillAsync(PlanDbContext db, PlanFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.States.AnyAsync(cancellationToken)) return; // another server was quicker
        var state = new PlanState { Revision = 1, PlanVersion = 1, Demo = _settings.Demo };
        db.States.Add(state);
        await PlanVersions.AddAsync(db, state, file, _time.GetUtcNow(), null, cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Debug, "The database cannot be made ready")]
    private partial void LogFault(Exception exception);
}
