using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>最初の招待: how the plan office gets its first account, since no password comes with the product.</summary>
public static class FirstInvitation
{
    private const string Id = "first"; // the same at every start, so that of all links printed only one can ever be used

    /// <summary>The link relative to this server; null once the plan office has an account. For the console only, never for a log.</summary>
    public static async Task<string?> CreateAsync(IServiceProvider services, CancellationToken cancellationToken = default) =>
        await services.GetRequiredService<AccountReader>().HasPlanOfficeAsync(cancellationToken)
            ? null
            : services.GetRequiredService<Invitations>().LinkOf(AuthorRole.PlanOffice, department: null, Id);
}
