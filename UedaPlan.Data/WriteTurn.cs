using Microsoft.EntityFrameworkCore;

namespace UedaPlan.Data;

/// <summary>書き込みの順番: whoever publishes anything moves the revision first, and so holds its row until the transaction ends.</summary>
internal static class WriteTurn
{
    /// <summary>The state as moved. Saves and a loading plan wait for each other here, on both databases.</summary>
    public static async Task<PlanState> TakeAsync(PlanDbContext db, CancellationToken cancellationToken)
    {
        await db.States.ExecuteUpdateAsync(s => s.SetProperty(state => state.Revision, state => state.Revision + 1), cancellationToken);
        return await db.States.AsNoTracking().SingleAsync(cancellationToken);
    }
}
