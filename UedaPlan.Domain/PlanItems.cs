namespace UedaPlan.Domain;

/// <summary>計画の項目を集める: every item of a plan, with the texts it is also found by but does not show.</summary>
internal static class PlanItems
{
    public static IEnumerable<(PlanItem Item, string?[] Hidden)> Of(Plan plan) =>
    [
        .. plan.Parts.SelectMany(part => part.Chapters.SelectMany(chapter => OfChapter(plan, part, chapter))),
        .. plan.Glossary.Select((word, i) => (new PlanItem(PlanItemKind.Word, new Phrased(word.Word)) { Detail = word.Meaning, Word = word, Number = i + 1 }, Hidden(word.Reading))),
    ];

    private static IEnumerable<(PlanItem Item, string?[] Hidden)> OfChapter(Plan plan, Part part, Chapter chapter)
    {
        var place = plan.Parts.Length > 1 ? $"第{part.Number}編 {part.Title}" : null;
        yield return (new PlanItem(PlanItemKind.Chapter, chapter.Title) { Place = place, Chapter = chapter, Number = chapter.Number }, Hidden(chapter.ShortTitle));
        foreach (var section in chapter.Sections)
        {
            yield return (new PlanItem(PlanItemKind.Section, section.Title) { Detail = section.Purpose.ToString(), Place = $"第{chapter.Number}章 {chapter.ShortTitle}", Chapter = chapter, Section = section },
                Hidden(section.Code.ToString(), section.ShortTitle, section.Theme, section.ThemeReading));
            foreach (var (item, hidden) in OfSection(section)) yield return (item with { Chapter = chapter, Section = section, Place = PlaceOf(item, section) }, hidden);
        }
    }

    private static IEnumerable<(PlanItem Item, string?[] Hidden)> OfSection(Section section) =>
    [
        .. section.Indicators.Select((indicator, i) => (new PlanItem(PlanItemKind.Indicator, indicator.Name)
            { Detail = $"担当課 {indicator.Department.Name}", Indicator = indicator, Number = i + 1 },
            Hidden(indicator.Code.ToString(), indicator.ShortName, indicator.NameReading))),
        .. section.Measures.Select(measure => (new PlanItem(PlanItemKind.Measure, measure.Title) { Measure = measure, Number = measure.Number }, Hidden())),
        .. section.Measures.SelectMany(measure => measure.Steps.Select(step => (new PlanItem(PlanItemKind.Step, step.Text.ToRunning()) { Measure = measure, Number = measure.Number, Step = step.Number }, Hidden()))),
        .. section.Projects.Select((project, i) => (new PlanItem(PlanItemKind.Project, new Phrased(project.Name)) { Number = i + 1 }, Hidden())),
        .. section.RelatedPlans.Select((related, i) => (new PlanItem(PlanItemKind.RelatedPlan, new Phrased(related.Name)) { Number = i + 1 }, Hidden())),
        .. section.Statistics.Select((statistic, i) => (new PlanItem(PlanItemKind.Statistic, statistic.Title)
            { Detail = $"担当課 {statistic.Department.Name}", Statistic = statistic, Number = i + 1 }, Hidden(statistic.Question, statistic.Source))),
        .. section.Issues.Select((issue, i) => (new PlanItem(PlanItemKind.Issue, issue.Text.ToRunning()) { Number = i + 1 }, Hidden())),
        .. section.Roles.SelectMany((role, i) => role.Items.Select(text => (new PlanItem(PlanItemKind.Role, text.ToRunning()) { Detail = role.Actor, Number = i + 1 }, Hidden()))),
    ];

    private static string PlaceOf(PlanItem item, Section section) => item.Kind is PlanItemKind.Measure or PlanItemKind.Step
        ? $"{section.Code} {section.ShortTitle} ・ 基本施策{item.Number}"
        : $"{section.Code} {section.ShortTitle}";

    private static string?[] Hidden(params string?[] texts) => texts;
}
