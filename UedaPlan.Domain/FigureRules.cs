namespace UedaPlan.Domain;

/// <summary>入力の規則: everything that is checked before a figure is published.</summary>
internal static class FigureRules
{
    public const int LongestText = 200;
    private static readonly TimeSpan UndoWithin = TimeSpan.FromMinutes(1); // the screen offers ten seconds; a slow line may need more

    public static Figure Check(Indicator indicator, NewFigure figure, DateTimeOffset now)
    {
        CheckAuthor(indicator, figure.Author);
        CheckYear(indicator, figure, now);
        ReadingRules.Check(indicator, figure.Reading);
        CheckSeen(indicator, figure);
        if (figure.Origin is FigureOrigin.Undone or FigureOrigin.Restored) CheckGoingBack(indicator, figure, now);
        else CheckText(indicator, figure);
        return new Figure
        {
            Number = 0,
            Indicator = indicator.Code,
            Year = figure.Year,
            Stage = figure.Stage,
            Reading = figure.Reading,
            Author = figure.Author,
            SavedAt = now,
            Comment = Trimmed(figure.Comment),
            Reason = Trimmed(figure.Reason),
            AsOf = figure.Stage == FigureStage.Interim ? figure.AsOf : null,
            Origin = figure.Origin,
        };
    }

    private static void CheckAuthor(Indicator indicator, Author author)
    {
        if (author.Role == AuthorRole.PlanOffice) throw new PlanRuleException("実績を公開できるのは担当課の課長です");
        if (author.Department != indicator.Department.Code) throw new PlanRuleException("この指標は、ほかの課が担当しています");
        if (author.Role != AuthorRole.Head) throw new PlanRuleException("公開できるのは課長です。入力した内容を課長に伝えてください");
    }

    private static void CheckYear(Indicator indicator, NewFigure figure, DateTimeOffset now)
    {
        if (figure.Year > FiscalYear.At(now)) throw new PlanRuleException($"{figure.Year}はまだ始まっていません", FigureField.Year);
        if (figure.Year <= indicator.StartYear)
        {
            throw new PlanRuleException(indicator.Baseline is null
                ? $"{indicator.Created}に創設された指標です。{indicator.Created}以後の年度を選んでください"
                : $"基準値の年度({indicator.Baseline.Year})より後の年度を選んでください", FigureField.Year);
        }
        if (figure.Stage == FigureStage.Interim) CheckAsOf(figure, JapaneseCalendar.DayOf(now));
    }

    private static void CheckAsOf(NewFigure figure, DateOnly today)
    {
        if (figure.AsOf is not { } day) throw new PlanRuleException("いつの時点の値かを入力してください", FigureField.AsOf);
        if (day > today || FiscalYear.Containing(day) != figure.Year)
        {
            throw new PlanRuleException($"{figure.Year}のうち、今日までの日付を入力してください", FigureField.AsOf);
        }
    }

    private static void CheckSeen(Indicator indicator, NewFigure figure)
    {
        var newest = indicator.EntryOf(figure.Year);
        if (newest?.Number == figure.Seen) return;
        throw new PlanRuleException(newest is null
            ? "画面を開き直してから、もう一度入力してください"
            : $"ほかの人が {JapaneseCalendar.ToMoment(newest.SavedAt)} にこの実績を保存しました", FigureField.None, newest);
    }

    private static void CheckGoingBack(Indicator indicator, NewFigure figure, DateTimeOffset now)
    {
        if (indicator.EntryOf(figure.Year) is not { } newest || figure != indicator.GoingBack(newest, figure.Author, figure.Origin, figure.Reason))
        {
            throw new PlanRuleException("前の値が変わっています。画面を開き直してください");
        }
        if (figure.Origin == FigureOrigin.Restored) CheckReason(figure);
        else if (newest.Author.Account != figure.Author.Account || now - newest.SavedAt > UndoWithin)
        {
            throw new PlanRuleException("取り消せる時間を過ぎました。経過の「前の値に戻す」から、理由を書いて戻してください");
        }
    }

    private static void CheckReason(NewFigure figure)
    {
        if (Trimmed(figure.Reason) is not { } reason) throw new PlanRuleException("変更の理由を入力してください", FigureField.Reason);
        if (reason.Length > LongestText) throw new PlanRuleException($"変更の理由は{LongestText}字までです", FigureField.Reason);
    }

    private static void CheckText(Indicator indicator, NewFigure figure)
    {
        if (figure.Stage == FigureStage.Withdrawn) throw new PlanRuleException("値を入力してください", FigureField.Reading);
        if (Trimmed(figure.Comment)?.Length > LongestText) throw new PlanRuleException($"コメントは{LongestText}字までです", FigureField.Comment);
        if (Trimmed(figure.Reason)?.Length > LongestText) throw new PlanRuleException($"変更の理由は{LongestText}字までです", FigureField.Reason);
        CheckChange(indicator, figure);
    }

    private static void CheckChange(Indicator indicator, NewFigure figure)
    {
        var standing = indicator.StandingOf(figure.Year);
        var isCorrection = standing?.Stage == FigureStage.Actual;
        if (isCorrection && figure.Stage == FigureStage.Interim) throw new PlanRuleException($"{figure.Year}の実績はもう保存されています。途中経過は入力できません", FigureField.Year);
        var isSame = standing?.Stage == figure.Stage && standing.Reading == figure.Reading;
        if (isSame && standing!.Comment == Trimmed(figure.Comment) && (isCorrection || standing.AsOf == figure.AsOf)) throw new PlanRuleException("保存されている値から変わっていません");
        if (figure.Stage == FigureStage.Interim || Trimmed(figure.Reason) is not null) return;
        if (!isSame && UnusualChange.Of(indicator, figure.Year, figure.Reading) is { } unusual) throw new PlanRuleException(unusual.Sentence, FigureField.Reason);
        if (isCorrection) CheckReason(figure);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
