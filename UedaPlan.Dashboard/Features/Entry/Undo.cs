using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Entry;

/// <summary>取り消し: a figure its author has just saved, and the way back to what stood before.</summary>
public sealed partial class Undo(Indicator indicator, Figure saved, Author author)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30); // a slow board may come late; the writer allows a minute

    /// <summary>Null unless this author has just saved that entry and nothing newer stands.</summary>
    public static Undo? Of(Board board, long number, Author author, DateTimeOffset now)
    {
        var found = board.Cards.Select(c => c.Indicator).SelectMany(i => i.Figures.Select(f => (Indicator: i, Figure: f))).FirstOrDefault(e => e.Figure.Number == number);
        return found is (not null, { Origin: not FigureOrigin.Undone } figure) && figure.Author.Account == author.Account
            && now - figure.SavedAt <= Fresh && found.Indicator.EntryOf(figure.Year) == figure ? new Undo(found.Indicator, figure, author) : null;
    }

    /// <summary>Takes the figure back and says what became of it; never throws.</summary>
    public async Task<(string Text, bool IsTrouble)> TakeBackAsync(FigureWriter writer, ILogger log)
    {
        try
        {
            var back = await writer.SaveAsync(new RecordFigure(indicator.Code, indicator.GoingBack(saved, author, FigureOrigin.Undone)));
            return ($"取り消しました。{TextOf(back)}に戻りました。", false);
        }
        catch (PlanRuleException e)
        {
            return (e.Newer is null ? e.Message : $"{e.Message}。取り消しませんでした。", true);
        }
        catch (Exception e)
        {
            LogFailed(log, e, indicator.Code, saved.Number);
            return ("取り消せませんでした。保存した値はそのままです。修正するには、もう一度入力してください。", true);
        }
    }

    private string TextOf(Figure back)
    {
        var year = FigureFormat.Year(indicator, back.Year);
        return back.Stage == FigureStage.Withdrawn ? $"{year}は未入力"
            : $"{year}の{(back.Stage == FigureStage.Interim ? "途中経過" : "実績")} {FigureFormat.Of(indicator, back.Reading)} ";
    }

    [LoggerMessage(LogLevel.Error, "Figure {Number} of indicator {Indicator} could not be taken back")]
    private static partial void LogFailed(ILogger log, Exception exception, IndicatorCode indicator, long number);
}
