using System.Collections.Immutable;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画ファイルを読む: from the file's objects to the plan; indicators are read by <see cref="IndicatorReader"/>.</summary>
internal sealed class PlanFileReader(PlanProblems problems)
{
    private readonly Dictionary<string, Department> _departments = [];
    private readonly HashSet<SectionCode> _sections = [];

    public Plan Read(PlanNode root)
    {
        var o = new PlanObject(root, problems);
        _ = o.OptionalText("$schema");
        var plan = new Plan
        {
            City = o.Text("city"),
            Title = o.Text("title"),
            FirstYear = o.Year("firstYear"),
            LastYear = o.Year("lastYear"),
            Thresholds = new Thresholds(Share(o, "watchFrom"), Share(o, "keepFrom")),
            Departments = [.. o.Objects("departments").Select(ReadDepartment)],
            Glossary = Read(o.Objects("glossary"), ReadWord, w => w.Word, (g, word) => g.Problem("word", $"用語「{word}」が重なっています")),
            Parts = Read(o.Objects("parts"), ReadPart, p => p.Number, (p, number) => p.Problem("number", $"編の番号「{number}」が重なっています")),
        };
        if (plan.LastYear <= plan.FirstYear) o.Problem("lastYear", "「lastYear」は「firstYear」より後の年度にしてください");
        if (!plan.Sections.Any()) o.Problem("parts", "施策が1つもありません");
        o.End();
        return plan;
    }

    private static decimal Share(PlanObject o, string key)
    {
        var value = o.Number(key);
        if (value is not (> 0 and < 1) && o.Has(key)) o.Problem(key, $"「{key}」には0より大きく1より小さい数を書いてください");
        return value;
    }

    private Department ReadDepartment(PlanObject o)
    {
        var department = new Department(o.Text("code"), o.Text("name"));
        if (department.Code.Length > 40) o.Problem("code", "課の番号は40字までです");
        if (!_departments.TryAdd(department.Code, department)) o.Problem("code", $"課の番号「{department.Code}」が重なっています");
        o.End();
        return department;
    }

    private static GlossaryWord ReadWord(PlanObject o)
    {
        var word = new GlossaryWord(o.Text("word"), o.Text("reading"), o.Text("meaning"));
        o.End();
        return word;
    }

    private Part ReadPart(PlanObject o)
    {
        var number = o.Integer("number");
        var part = new Part(number, o.Title("title"), Read(o.Objects("chapters"), c => ReadChapter(c, number), c => c.Number,
            (c, again) => c.Problem("number", $"第{number}編の章の番号「{again}」が重なっています")));
        o.End();
        return part;
    }

    private Chapter ReadChapter(PlanObject o, int part)
    {
        var number = o.Integer("number");
        var chapter = new Chapter(part, number, o.Title("title"), o.Text("shortTitle"), [.. o.Objects("sections").Select(s => ReadSection(s, part, number))]);
        o.End();
        return chapter;
    }

    private Section ReadSection(PlanObject o, int part, int chapter)
    {
        var code = ReadCode(o, part, chapter);
        var section = new Section
        {
            Code = code,
            Title = o.Title("title"),
            ShortTitle = o.Text("shortTitle"),
            Theme = o.Text("theme"),
            ThemeReading = o.OptionalHiragana("reading"),
            Purpose = ReadText(o.RequiredChild("purpose")),
            Issues = [.. o.Objects("issues").Select(i => new Issue(ReadText(i)))],
            Statistics = [.. o.Objects("statistics").Select((s, i) => ReadStatistic(s, new StatisticCode(code, i + 1)))],
            Indicators = ReadIndicators(o, code),
            Roles = [.. o.Objects("roles").Select(ReadRole)],
            Measures = [.. o.Objects("measures").Select((m, i) => ReadMeasure(m, i + 1))],
            Projects = [.. o.Texts("projects").Select(p => new Project(p.Text))],
            RelatedPlans = [.. o.Texts("relatedPlans").Select(p => new RelatedPlan(p.Text))],
        };
        o.End();
        return section;
    }

    private SectionCode ReadCode(PlanObject o, int part, int chapter)
    {
        var text = o.Text("code");
        if (!SectionCode.TryParse(text, out var code))
        {
            if (text.Length > 0) o.Problem("code", $"施策の番号「{text}」は「1-2-3」の形にしてください");
            return default;
        }
        if (code.Part != part || code.Chapter != chapter) o.Problem("code", $"施策 {code} の章がありません(第{part}編第{chapter}章の中に書かれています)");
        if (!_sections.Add(code)) o.Problem("code", $"施策の番号「{code}」が重なっています");
        return code;
    }

    private ImmutableArray<Indicator> ReadIndicators(PlanObject o, SectionCode section) => Read(
        o.Objects("indicators"), i => new IndicatorReader(i, _departments, section).Read(), i => i.Code,
        (i, code) => i.Problem("code", $"指標の番号「{code}」が重なっています"));

    // A default key stands for one that could not be read, which has been said already.
    private static ImmutableArray<T> Read<T, TKey>(IReadOnlyList<PlanObject> objects, Func<PlanObject, T> read, Func<T, TKey> keyOf, Action<PlanObject, TKey> complain)
    {
        HashSet<TKey> known = [];
        return [.. objects.Select(o =>
        {
            var item = read(o);
            var key = keyOf(item);
            if (!known.Add(key) && !EqualityComparer<TKey>.Default.Equals(key, default)) complain(o, key);
            return item;
        })];
    }

    private Statistic ReadStatistic(PlanObject o, StatisticCode code)
    {
        var statistic = new Statistic(code, o.Title("title"), o.OptionalText("question"), o.OptionalText("source"), DepartmentOf(o, _departments));
        o.End();
        return statistic;
    }

    private static ExpectedRole ReadRole(PlanObject o)
    {
        var role = new ExpectedRole(o.Text("actor"), [.. o.Objects("items").Select(ReadText)]);
        o.End();
        return role;
    }

    private static Measure ReadMeasure(PlanObject o, int number)
    {
        var measure = new Measure(number, o.Title("title"), [.. o.Objects("steps").Select((s, i) => new MeasureStep(i + 1, ReadText(s)))]);
        o.End();
        return measure;
    }

    private static PlanText ReadText(PlanObject o)
    {
        var text = new PlanText(o.Text("summary"), o.OptionalText("official"));
        o.End();
        return text;
    }

    internal static Department DepartmentOf(PlanObject o, IReadOnlyDictionary<string, Department> departments)
    {
        var code = o.Text("department");
        if (departments.TryGetValue(code, out var department)) return department;
        if (code.Length > 0) o.Problem("department", $"課「{code}」が departments にありません");
        return new Department(code, code);
    }
}
