namespace UedaPlan.Domain;

/// <summary>入力の規則: everything that is checked before a figure is published.</summary>
internal static class FigureRules
{
    public const int LongestText = 200;

    public static Figure Check(Indicator indicator, NewFigure figure, DateTimeOffset now)
    {
        CheckAuthor(indicator, figure.Author);
        CheckYear(indicator, figure, now);
        ReadingRules.Check(indicator, figure.Reading);
        CheckSeen(indicator, figure);
        CheckText(indicator, figure);
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
            AsOf = figure.AsOf,
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

    private static void CheckText(Indicator indicator, NewFigure figure)
    {
        if (Trimmed(figure.Comment)?.Length > LongestText) throw new PlanRuleException($"コメントは{LongestText}字までです", FigureField.Comment);
        if (Trimmed(figure.Reason)?.Length > LongestText) throw new PlanRuleException($"変更の理由は{LongestText}字までです", FigureField.Reason);
        if (indicator.ActualOf(figure.Year) is not { } standing) return;
        if (figure.Stage == FigureStage.Interim) throw new PlanRuleException($"{figure.Year}の実績はもう保存されています。途中経過は入力できません", FigureField.Year);
        if (standing.Reading == figure.Reading && standing.Comment == Trimmed(figure.Comment)) throw new PlanRuleException("保存されている値から変わっていません");
        if (Trimmed(figure.Reason) is null) throw new PlanRuleException("変更の理由を入力してください", FigureField.Reason);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
