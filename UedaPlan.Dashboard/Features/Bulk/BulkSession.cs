using System.Collections.Immutable;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Bulk;

/// <summary>取り込みの作業: one chosen file, what it would change, and what became of accepting it.</summary>
public sealed partial class BulkSession(Author author)
{
    private Sheet? _sheet;

    public bool MayPublish => author.Role == AuthorRole.Head;
    public string? FileName { get; private set; }
    public BulkPreview? Preview { get; private set; }

    /// <summary>Why the file could not be read, or accepting it was refused.</summary>
    public string? Refused { get; private set; }

    /// <summary>Rows whose year somebody saved since the preview was made; the file is looked at again before anything is written.</summary>
    public ImmutableArray<BulkRow> Moved { get; private set; } = [];
    public bool IsReading { get; private set; }
    public bool IsSaving { get; private set; }

    /// <summary>How many figures the last accepted file published; 0 before.</summary>
    public int Saved { get; private set; }

    public bool CanAccept => MayPublish && !IsReading && !IsSaving && Moved.IsEmpty && Preview is { CanAccept: true };

    /// <summary>Reads a file; whatever was wrong with it, nothing has been written.</summary>
    public async Task ReadAsync(string name, Func<Task<Sheet>> read, Func<Board> board, TimeProvider time, ILogger log)
    {
        if (IsReading || IsSaving) return;
        (FileName, _sheet, Preview, Refused, Moved, Saved, IsReading) = (name, null, null, null, [], 0, true);
        try
        {
            _sheet = await read();
            Look(board(), time.GetUtcNow());
        }
        catch (PlanRuleException e)
        {
            Refused = e.Message;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Refused = "ファイルを読み取れませんでした。もう一度選んでください";
            LogUnread(log, e, author.Account);
        }
        finally
        {
            IsReading = false;
        }
    }

    /// <summary>Takes in what the live board says; the preview itself stays as it was seen.</summary>
    public void Follow(Board board)
    {
        if (IsSaving || Saved > 0 || Preview is null) return;
        Moved = [.. Moved.Union(Preview.MovedOn(board))]; // the writer may know of more than a board that is still on its way
    }

    /// <summary>Holds the file against the board as it is now.</summary>
    public void Look(Board board, DateTimeOffset now)
    {
        if (_sheet is null) return;
        (Refused, Moved) = (null, []);
        try
        {
            Preview = BulkPreview.Of(_sheet, board, author, now);
        }
        catch (PlanRuleException e)
        {
            (Preview, Refused) = (null, e.Message);
        }
    }

    /// <summary>Publishes every row that changes something, or none.</summary>
    public async Task AcceptAsync(FigureWriter writer, ILogger log)
    {
        if (!CanAccept) return;
        (IsSaving, Refused) = (true, null);
        try
        {
            // Not cancelled when the browser leaves: what somebody has sent off is saved.
            var saved = await writer.SaveAllAsync(Preview!.Requests);
            if (saved.Refused.IsEmpty) Saved = saved.Figures.Length;
            else Explain(saved.Refused);
        }
        catch (PlanRuleException e)
        {
            Refused = e.Message;
        }
        catch (Exception e)
        {
            Refused = "保存できませんでした。1件も保存していません。少し待ってから、もう一度「反映する」を押してください";
            LogFailed(log, e, author.Account);
        }
        finally
        {
            IsSaving = false;
        }
    }

    private void Explain(ImmutableArray<RefusedFigure> refused)
    {
        var changing = Preview!.Rows.Where(r => r.Request is not null).ToList();
        Moved = [.. refused.Where(r => r.Reason.Newer is not null).Select(r => changing[r.Index])];
        Refused = string.Join("。", refused.Where(r => r.Reason.Newer is null).Select(r => $"{changing[r.Index].Number}行目: {r.Reason.Message.TrimEnd('。')}")) is { Length: > 0 } sentence ? $"1件も保存していません。{sentence}" : null;
    }

    [LoggerMessage(LogLevel.Error, "A file uploaded by account {Account} could not be read")]
    private static partial void LogUnread(ILogger log, Exception exception, string account);

    [LoggerMessage(LogLevel.Error, "A file accepted by account {Account} could not be saved")]
    private static partial void LogFailed(ILogger log, Exception exception, string account);
}
