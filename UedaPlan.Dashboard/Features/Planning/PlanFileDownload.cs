using System.Text;
using Microsoft.AspNetCore.Authorization;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>計画ファイルの受け渡し: the newest version of the plan as a file, for the plan office.</summary>
public static class PlanFileDownload
{
    public const string Path = "/office/plan/file.json";

    public static IEndpointConventionBuilder MapPlanFile(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, AnswerAsync).RequireAuthorization(new AuthorizeAttribute { Roles = nameof(AuthorRole.PlanOffice) });

    private static async Task<IResult> AnswerAsync(HttpContext context, PlanPreviewer previewer)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.User.ToAuthor() is not { } author) return Results.Unauthorized();
        try
        {
            var (version, json) = await previewer.ReadFileAsync(author, context.RequestAborted);
            return Results.File(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", $"計画 第{version}版.json");
        }
        catch (PlanRuleException)
        {
            return Results.Forbid(); // the account has lost its role since it signed in
        }
    }
}
