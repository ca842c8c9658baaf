using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>計画の保存: the reason of a change and what became of saving it. Whatever happens, what was typed stays.</summary>
public sealed partial class PlanSaving
{
    public const int LongestReason = 200;

    public string Reason { get; private set; } = "";
    public string? ReasonProblem { get; private set; }

    /// <summary>Why the last save was refused, where that is about no input.</summary>
    public string? Refused { get; private set; }
    public bool IsSaving { get; private set; }
    public bool IsSaved { get; private set; }

    public void Type(string? reason)
    {
        Reason = reason ?? "";
        ReasonProblem = Reason.Trim().Length > LongestReason ? $"変更の理由は{LongestReason}字までです" : null;
    }

    /// <summary>Something was changed after a refusal.</summary>
    public void Forget() => Refused = null;

    /// <summary>Whether it was saved.</summary>
    public async Task<bool> SaveAsync(Func<string, Task> write, ILogger log)
    {
        if (IsSaving || IsSaved) return false;
        Refused = null;
        Type(Reason);
        if (Reason.Trim().Length == 0) ReasonProblem = "変更の理由を入力してください";
        if (ReasonProblem is not null) return false;
        IsSaving = true;
        try
        {
            await write(Reason.Trim());
            return IsSaved = true;
        }
        catch (PlanRuleException e)
        {
            if (e.Field == FigureField.Reason) ReasonProblem = e.Message;
            else Refused = e.Message;
        }
        catch (Exception e)
        {
            Refused = "保存できませんでした。少し待って、もう一度保存してください";
            LogFailed(log, e);
        }
        finally
        {
            IsSaving = false;
        }
        return false;
    }

    [LoggerMessage(LogLevel.Error, "A change of the plan could not be saved")]
    private static partial void LogFailed(ILogger log, Exception exception);
}
