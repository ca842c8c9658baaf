using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>下見を頼む: the preview, or the sentence that says why there is none.</summary>
internal static partial class PlanLook
{
    public static async Task<(PlanPreview? Preview, string? Refused)> Async(Func<Task<PlanPreview>> look, ILogger log)
    {
        try
        {
            return (await Task.Run(look), null); // reading and judging a whole plan does not hold up the page
        }
        catch (PlanRuleException e)
        {
            return (null, e.Message);
        }
        catch (Exception e)
        {
            LogFailed(log, e);
            return (null, "いまは下見を表示できません。少し待ってから、もう一度試してください");
        }
    }

    [LoggerMessage(LogLevel.Error, "A preview of the plan failed")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
