using System.Security.Claims;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Office;

/// <summary>計画の変更の作業: one office page's changes of the plan: the version it shows, why, and what became of saving.</summary>
public sealed class PlanWork(PlanWriter writer)
{
    private int _seen;

    public string Reason { get; set; } = "";
    public bool IsSaving { get; private set; }

    /// <summary>Why nothing was saved, or that somebody else changed the plan meanwhile.</summary>
    public string? Refused { get; private set; }
    public string? Done { get; private set; }

    /// <summary>The page now shows this board. What was typed stays; whoever has typed something is told that the ground has moved.</summary>
    public void Show(Board board, bool hasChanges)
    {
        if (_seen != 0 && _seen != board.PlanVersion && hasChanges && !IsSaving)
        {
            Refused = "ほかの人が計画を変えました。入力した内容は残っています。いまの内容を確かめてから、もう一度保存してください。";
        }
        _seen = board.PlanVersion;
    }

    /// <summary>True when saved. A refusal leaves everything that was typed.</summary>
    public async Task<bool> SaveAsync(ClaimsPrincipal office, PlanChangeKind kind, IReadOnlyList<PlanEdit> edits, string done, string? reason = null)
    {
        if (IsSaving) return false;
        (Refused, Done, IsSaving) = (null, null, true);
        try
        {
            var author = office.ToAuthor() ?? throw new PlanRuleException("サインインし直してください。");
            await writer.ReviseAsync(new RevisePlan(author, kind, _seen, reason ?? Reason, edits));
            Done = done;
            Reason = "";
            return true;
        }
        catch (PlanRuleException e)
        {
            Refused = e.Message;
            return false;
        }
        finally
        {
            IsSaving = false;
        }
    }

    public void Refuse(string sentence) => (Refused, Done) = (sentence, null);
}
