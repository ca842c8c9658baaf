namespace UedaPlan.Domain;

/// <summary>図の入力の規則: everything that is checked before a chart's values are published.</summary>
internal static class StatisticRules
{
    public const int LongestReason = 200;

    public static StatisticEntry Check(Statistic statistic, StatisticEntry? newest, NewStatistic entry, DateTimeOffset now)
    {
        CheckAuthor(statistic, entry.Author);
        if (newest?.Number != entry.Seen) throw new PlanRuleException(SentenceOf(newest));
        var values = CheckValues(entry.Values);
        var reason = string.IsNullOrWhiteSpace(entry.Reason) ? null : entry.Reason.Trim();
        if (newest?.Values == values) throw new PlanRuleException("保存されている値から変わっていません");
        if (newest is not null && reason is null) throw new PlanRuleException("変更の理由を入力してください", FigureField.Reason);
        if (reason?.Length > LongestReason) throw new PlanRuleException($"変更の理由は{LongestReason}字までです", FigureField.Reason);
        return new StatisticEntry { Number = 0, Code = statistic.Code, Title = statistic.Title.Plain, Values = values, Author = entry.Author, SavedAt = now, Reason = reason };
    }

    private static void CheckAuthor(Statistic statistic, Author author)
    {
        if (author.Role == AuthorRole.PlanOffice) return;
        if (author.Department != statistic.Department.Code) throw new PlanRuleException("この統計は、ほかの課が担当しています");
        if (author.Role != AuthorRole.Head) throw new PlanRuleException("公開できるのは課長です。入力した内容を課長に伝えてください");
    }

    // Read once more from its cells: whoever made the values, they obey what the form is told.
    private static StatisticValues CheckValues(StatisticValues values)
    {
        var check = StatisticGrid.Of(values).Read(values.Form, values.Unit, values.Note);
        return check.Values ?? throw new PlanRuleException(check.Problems[0].Sentence, FigureField.Reading);
    }

    private static string SentenceOf(StatisticEntry? newest) => newest is null
        ? "画面を開き直してから、もう一度入力してください"
        : $"{WhoOf(newest.Author)}が {JapaneseCalendar.ToMoment(newest.SavedAt)} にこの統計を保存しました";

    private static string WhoOf(Author author) => author.Role == AuthorRole.PlanOffice ? "計画事務局" : "担当課のほかの人";
}
