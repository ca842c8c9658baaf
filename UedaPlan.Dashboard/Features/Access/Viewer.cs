using System.Security.Claims;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Access;

/// <summary>見ている人: name of the department and first page of a signed-in account, for pages that are the same for everybody.</summary>
public sealed record Viewer(string Name, string Home)
{
    public const string PlanOffice = "計画事務局";

    /// <summary>Null when the principal is not signed in.</summary>
    public static Viewer? Of(ClaimsPrincipal principal, Plan plan) =>
        principal.ToAuthor() is { } author ? new Viewer(NameOf(author.Role, author.Department, plan), HomeOf(author.Role)) : null;

    /// <summary>The department's name, or the code of one that the plan no longer has.</summary>
    public static string NameOf(AuthorRole role, string? department, Plan plan) => role == AuthorRole.PlanOffice
        ? PlanOffice
        : plan.Departments.FirstOrDefault(d => d.Code == department)?.Name ?? department ?? "";

    public static string HomeOf(AuthorRole role) => role == AuthorRole.PlanOffice ? "/office" : "/entry";

    /// <summary>担当者, 課長 or 計画事務局.</summary>
    public static string WordOf(AuthorRole role) => role switch
    {
        AuthorRole.Staff => "担当者",
        AuthorRole.Head => "課長",
        _ => PlanOffice,
    };

    internal static IResult Answer(HttpContext context, LiveBoard live)
    {
        context.Response.Headers.CacheControl = "no-store";
        return live.IsReady && Of(context.User, live.Current.Plan) is { } viewer ? Results.Json(viewer) : Results.NoContent();
    }
}
