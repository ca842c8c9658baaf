using System.Security.Claims;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>表示リンクの管理: what the plan office does with display links; the ledger asks each time whether it still is the plan office.</summary>
public sealed class DisplayDesk(DisplayLinks links, DisplayGate gate)
{
    public Task<IReadOnlyList<DisplayLink>> ReadAllAsync(ClaimsPrincipal office, CancellationToken cancellationToken = default) =>
        links.ReadAllAsync(AuthorOf(office), cancellationToken);

    /// <inheritdoc cref="DisplayLinks.CreateAsync" />
    public Task<NewDisplayLink> CreateAsync(ClaimsPrincipal office, string? name) => links.CreateAsync(AuthorOf(office), name);

    /// <summary>Ends a link: whatever its screen asks this server from now on is refused, on another server within 30 seconds.</summary>
    public async Task RevokeAsync(ClaimsPrincipal office, string id)
    {
        await links.RevokeAsync(AuthorOf(office), id);
        gate.Forget(id);
    }

    private static Author AuthorOf(ClaimsPrincipal office) => office.ToAuthor() ?? throw new PlanRuleException("サインインし直してください。");
}
