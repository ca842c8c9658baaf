using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.History;

/// <summary>前の値に戻す作業: the entry to be taken back, what that would change, the reason, and what became of it.</summary>
public sealed partial class RestoreSession
{
    private readonly Author _author;
    private Figure _newest;

    public RestoreSession(Board board, Figure newest, Author author, DateTimeOffset now)
    {
        (_newest, _author) = (newest, author);
        Look(board, now);
    }

    public FiscalYear Year => _newest.Year;
    public Indicator Indicator { get; private set; } = default!;

    /// <summary>What it would change; null where the rules do not allow it.</summary>
    public RecordedFigure? Effect { get; private set; }
    public string Reason { get; set; } = "";

    /// <summary>Why the last try was refused, or why there is none; what was typed stays.</summary>
    public string? Refused { get; private set; }
    public string? ReasonProblem { get; private set; }

    /// <summary>Somebody saved meanwhile: what is shown is to be looked at again first.</summary>
    public bool IsOvertaken { get; private set; }
    public bool IsSaving { get; private set; }
    public bool IsSaved { get; private set; }
    public bool CanSave => Effect is not null && !IsOvertaken && !IsSaving && !IsSaved;

    /// <summary>Only the newest entry of a year, and only by the head who answers for the indicator today; the writer asks the same again.</summary>
    public static bool IsPossible(Board board, Figure entry, Author author) => author.Role == AuthorRole.Head
        && board.Find(entry.Indicator)?.Indicator is { } indicator && indicator.Department.Code == author.Department
        && entry.Year > indicator.StartYear && indicator.EntryOf(entry.Year)?.Number == entry.Number;

    /// <summary>Takes in a newer board; what stands on the screen is not changed under the hand of the author.</summary>
    public void Follow(Board board)
    {
        if (!IsSaving && !IsSaved && board.Find(_newest.Indicator)?.Indicator.EntryOf(Year) is { } newest && newest.Number > _newest.Number) Overtake(newest);
    }

    /// <summary>Shows what going back would change now. The reason stays.</summary>
    public void LookAgain(Board board, DateTimeOffset now)
    {
        (IsOvertaken, Refused) = (false, null);
        if (board.Find(_newest.Indicator)?.Indicator.EntryOf(Year) is { } newest && newest.Number > _newest.Number) _newest = newest;
        Look(board, now);
    }

    public async Task SaveAsync(FigureWriter writer, ILogger log)
    {
        if (!CanSave) return;
        (Refused, ReasonProblem, IsSaving) = (null, null, true);
        try
        {
            await writer.SaveAsync(new RecordFigure(Indicator.Code, Indicator.GoingBack(_newest, _author, FigureOrigin.Restored, Reason)));
            IsSaved = true;
        }
        catch (PlanRuleException e)
        {
            if (e.Newer is { } newer) Overtake(newer);
            else if (e.Field == FigureField.Reason) ReasonProblem = e.Message;
            else Refused = e.Message;
        }
        catch (Exception e)
        {
            Refused = "保存できませんでした。理由は残っています。少し待って、もう一度押してください。";
            LogFailed(log, e, Indicator.Code, Year.StartYear);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private void Overtake(Figure newest) =>
        (_newest, IsOvertaken, Refused) = (newest, true, $"ほかの人が {JapaneseCalendar.ToMoment(newest.SavedAt)} にこの実績を保存しました。まだ何も変えていません。");

    private void Look(Board board, DateTimeOffset now)
    {
        Indicator = board.Find(_newest.Indicator)?.Indicator ?? throw new InvalidOperationException("An indicator that is not on the board has no button.");
        if (!Indicator.Figures.Contains(_newest)) Indicator = Indicator.With(_newest); // the board has not heard of it yet
        try
        {
            const string AnyReason = "―"; // it is asked for when saving
            var figure = Indicator.Record(Indicator.GoingBack(_newest, _author, FigureOrigin.Restored, AnyReason), now) with { Number = long.MaxValue };
            var change = IndicatorCard.Of(Indicator.With(figure), board.Plan.Thresholds).LastChange!;
            Effect = new RecordedFigure(Indicator, figure, _newest, change);
        }
        catch (PlanRuleException e)
        {
            (Effect, Refused) = (null, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "Going back to the value before of indicator {Indicator}, fiscal year {Year}, could not be saved")]
    private static partial void LogFailed(ILogger log, Exception exception, IndicatorCode indicator, int year);
}
