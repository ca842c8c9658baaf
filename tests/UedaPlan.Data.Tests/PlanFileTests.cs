using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The plan that comes with the product, held against what the source prints.</summary>
public sealed class PlanFileTests
{
    private static readonly Plan Part1 = PlanFile.BuiltIn().Plan;

    [Fact]
    public void BuiltIn_OnDisk_IsTheSameFile()
    {
        var onDisk = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", "ueda-part1.json"));

        Assert.Equal(onDisk, PlanFile.BuiltIn().Json);
    }

    [Fact]
    public void BuiltIn_Whole_HasWhatTheSourceCounts()
    {
        Assert.Equal(("上田市", "第三次上田市総合計画", 2026, 2030), (Part1.City, Part1.Title, Part1.FirstYear.StartYear, Part1.LastYear.StartYear));
        Assert.Equal(Thresholds.Default, Part1.Thresholds);
        Assert.Equal((1, 3, 6), (Part1.Parts.Length, Part1.Chapters.Count(), Part1.Sections.Count()));
        Assert.Equal(34, Part1.Sections.Sum(s => s.Issues.Length));
        Assert.Equal(10, Part1.Sections.Sum(s => s.Statistics.Length));
        Assert.Equal(21, Part1.Indicators.Count());
        Assert.Equal(20, Part1.Sections.Sum(s => s.Roles.Length));
        Assert.Equal((19, 49), (Part1.Sections.Sum(s => s.Measures.Length), Part1.Sections.Sum(s => s.Measures.Sum(m => m.Steps.Length))));
        Assert.Equal((30, 11), (Part1.Sections.Sum(s => s.Projects.Length), Part1.Sections.Sum(s => s.RelatedPlans.Length)));
    }

    [Theory]
    [InlineData("1-1-1", "自治基本条例に基づくまちづくりの推進", 5, 2, 5, 3, "3,3,3,3", 7, 1)]
    [InlineData("1-2-1", "一人ひとりの人権が尊重される社会の実現", 4, 1, 4, 4, "3,1", 4, 1)]
    [InlineData("1-2-2", "誰もが互いに尊重しあい、個性と能力を十分発揮できる社会の実現", 6, 2, 3, 4, "3", 2, 1)]
    [InlineData("1-2-3", "外国籍市民の自立と社会参加による多文化共生社会の実現", 5, 2, 4, 3, "3,4,2", 3, 2)]
    [InlineData("1-3-1", "行財政改革の推進と住民サービスの充実", 8, 2, 4, 3, "4,3,2,3,1,1,1", 7, 5)]
    [InlineData("1-3-2", "市民と行政との情報共有の推進", 6, 1, 1, 3, "3,3", 7, 1)]
    public void Section_InTheFile_HasWhatTheSourceCounts(
        string code, string title, int issues, int charts, int indicators, int actors, string steps, int projects, int relatedPlans)
    {
        var section = Part1.Sections.Single(s => s.Code == SectionCode.Parse(code));

        Assert.Equal(title, section.Title.Plain);
        Assert.Equal((issues, charts, indicators, actors), (section.Issues.Length, section.Statistics.Length, section.Indicators.Length, section.Roles.Length));
        Assert.Equal(steps, string.Join(',', section.Measures.Select(m => m.Steps.Length)));
        Assert.Equal((projects, relatedPlans), (section.Projects.Length, section.RelatedPlans.Length));
    }

    [Theory]
    [InlineData("人権", "1-2-1")]
    [InlineData("男女共同参画", "1-2-2")]
    [InlineData("多文化共生", "1-2-3")]
    [InlineData("健全財政", "1-3-1")]
    [InlineData("自治", "1-1-1")]
    [InlineData("情報共有", "1-3-2")]
    public void Theme_PeopleAskForByName_IsFound(string theme, string code) =>
        Assert.Equal(code, Part1.Sections.Single(s => s.Theme == theme).Code.ToString());

    [Fact]
    public void Readings_OfThemesAndIndicators_AreAllThere()
    {
        Assert.All(Part1.Sections, s => Assert.NotNull(s.ThemeReading));
        Assert.All(Part1.Indicators, i => Assert.NotNull(i.NameReading));
    }

    [Fact]
    public void Summaries_OfEveryItem_AreShort()
    {
        var texts = Part1.Sections.SelectMany(s => s.Issues.Select(i => i.Text)
            .Concat(s.Roles.SelectMany(r => r.Items)).Concat(s.Measures.SelectMany(m => m.Steps).Select(t => t.Text)));

        Assert.All(texts, t => Assert.InRange(t.Summary.Length, 15, 60));
    }

    // code, name, department, baseline, target, decimals, kind, flags; as the judging rules list them.
    [Theory]
    [InlineData("1-1-1-1", "地域づくり講座・研修会 開催数", "市民参加・協働推進課", "2023 1,2", "1,2", 0, "Keep", "回 counts:講演会・研修会")]
    [InlineData("1-1-1-2", "自治会共同集会施設の耐震化率", "市民参加・協働推進課", "2023 66 [144/217]", "70 [152/218]", 0, "Reach", "% share pair!:棟")]
    [InlineData("1-1-1-3", "自治会加入率", "市民参加・協働推進課", "2023 83.6", "80.0", 1, "Floor", "% share AtLeast assumed:Bound")]
    [InlineData("1-1-1-4", "活力あるまちづくり支援金(全市枠・地域枠)採択事業数", "市民参加・協働推進課", "2023 17", "39", 0, "Reach", "事業 assumed:PerYear")]
    [InlineData("1-1-1-5", "活力あるまちづくり支援金[重点事業]採択事業数", "市民参加・協働推進課", "created 2025", "14", 0, "Reach", "事業")]
    [InlineData("1-2-1-1", "地域、企業などでの講演会および研修会の開催回数", "生涯学習・文化財課", "2024 210", "210", 0, "Keep", "回")]
    [InlineData("1-2-1-2", "地域、企業などでの講演会および研修会の参加者数", "生涯学習・文化財課", "2024 6400", "6400", 0, "Keep", "人")]
    [InlineData("1-2-1-3", "すべての人の人権が尊重され、明るく安全に暮らせるまちだと感じる市民の割合(市民アンケート)", "人権共生課", "2024 27.0", "30.0", 1, "Reach", "% share survey")]
    [InlineData("1-2-1-4", "庁舎見学等による平和の灯モニュメントの紹介", "人権共生課", "2024 0", "500", 0, "Reach", "人")]
    [InlineData("1-2-2-1", "審議会など委員に占める女性の割合", "人権共生課", "2024 36.3", "40.0", 1, "Reach", "% share AtLeast pair:人")]
    [InlineData("1-2-2-2", "男女共同参画社会の実現に対する市民満足度", "人権共生課", "2024 15.7", "25.0", 1, "Reach", "% share AtLeast survey")]
    [InlineData("1-2-2-3", "「男性は仕事、女性は家庭」という固定的性別役割分担を好ましくないとする人の割合", "人権共生課", "2020 69.9", "75.0", 1, "Reach", "% share AtLeast survey")]
    [InlineData("1-2-3-1", "すべての年齢を対象とした日本語教室(にほんごアムアム)の延べ受講者数", "人権共生課", "2024 561", "600", 0, "Reach", "人")]
    [InlineData("1-2-3-2", "外国籍市民と地域住民の交流イベントの開催回数", "人権共生課", "2024 4", "5", 0, "Reach", "回")]
    [InlineData("1-2-3-3", "日本語学習支援ボランティアの養成・スキルアップのための講座の開催回数", "人権共生課", "2024 3", "3", 0, "Keep", "回")]
    [InlineData("1-2-3-4", "多文化共生相談員のスキルアップのための研修会への参加回数", "人権共生課", "2024 3", "5", 0, "Reach", "回")]
    [InlineData("1-3-1-1", "マイナンバーカードを利用したコンビニ交付の諸証明発行件数の全交付件数に占める割合", "市民課", "2023 30.10", "60.0", 1, "Reach", "% share pair:件")]
    [InlineData("1-3-1-2", "実質公債費比率", "財政課", "2024 5.6", "6.5", 1, "Limit", "% share Below settlement lines:18,25,35")]
    [InlineData("1-3-1-3", "将来負担比率", "財政課", "2024 22.1", "50.0", 1, "Limit", "% Below settlement dash lines:350")]
    [InlineData("1-3-1-4", "市税収納率(現年度)", "収納管理課", "2024 99.3", "99.5", 1, "Reach", "% share settlement pair:千円")]
    [InlineData("1-3-2-1", "市公式ソーシャルメディア登録者数", "広報課", "2023 54504", "70000", 0, "Reach", "人")]
    public void Indicator_InTheFile_IsTheRowOfTheRules(
        string code, string name, string department, string baseline, string target, int decimals, string kind, string flags)
    {
        var indicator = Part1.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

        Assert.Equal((name, department), (indicator.Name.Plain, indicator.Department.Name));
        Assert.Equal(baseline, indicator.Baseline is { } b ? $"{b.Year.StartYear} {Values(b.Values)}" : $"created {indicator.Created!.Value.StartYear}");
        Assert.Equal((2030, target, decimals), (indicator.Target.Year.StartYear, Values(indicator.Target.Values), indicator.Target.Decimals));
        Assert.Equal(kind, indicator.Kind.ToString());
        Assert.Equal(flags, FlagsOf(indicator));
        Assert.True(indicator.IsAssumed(Assumption.Department) && indicator.IsAssumed(Assumption.Deadline), "Departments and deadlines are assumptions");
    }

    [Theory]
    [InlineData("1-1-1-1", "講演会1回、協働推進員研修会2回", "講演会1回、協働推進員研修会2回")]
    [InlineData("1-1-1-2", "66% [144/217棟]", "70% [152/218棟]")]
    [InlineData("1-1-1-5", "― (令和7年度創設)", "14事業 [各組織1事業]")]
    [InlineData("1-3-1-1", "30.10%", "60.0%")]
    [InlineData("1-3-1-2", "5.6%", "6.5%未満")]
    [InlineData("1-2-2-1", "36.3%", "40.0%以上")]
    public void Indicator_WithItsPrintedWording_KeepsItVerbatim(string code, string baseline, string target)
    {
        var indicator = Part1.Indicators.Single(i => i.Code == IndicatorCode.Parse(code));

        Assert.Equal((baseline, target), (indicator.BaselinePrinted, indicator.Target.Printed));
    }

    [Fact]
    public void Indicators_NextToTheRowsWrittenByHand_AreJudgedFromTheSameNumbers()
    {
        Assert.Equal(PlanRows.All.Count, Part1.Indicators.Count());
        Assert.All(Part1.Indicators, i =>
        {
            var row = PlanRows.Row(i.Code.ToString());
            Assert.Equal((row.Name, row.Unit, row.Department, row.IsShare, row.StartYear), (i.Name, i.Unit, i.Department, i.IsShare, i.StartYear));
            Assert.Equal(row.Target.Values, i.Target.Values);
            Assert.Equal(row.Baseline?.Values.ToArray(), i.Baseline?.Values.ToArray());
        });
    }

    private static string Values(IEnumerable<PrintedValue> values) => string.Join(',', values.Select(v =>
        v.Number.ToString($"F{v.Decimals}") + (v.Counts is { } c ? $" [{c.Numerator}/{c.Denominator}]" : "")));

    private static string FlagsOf(Indicator i) => string.Join(' ', new[]
    {
        i.Unit,
        i.CountNames.IsEmpty ? null : $"counts:{string.Join('・', i.CountNames.Select(c => c.Name))}",
        i.IsShare ? "share" : null,
        i.Target.Bound == Bound.None ? null : i.Target.Bound.ToString(),
        i.Settlement ? "settlement" : null,
        i.Survey ? "survey" : null,
        i.MayBeDash ? "dash" : null,
        i.Pair is { } pair ? $"pair{(pair.Required ? "!" : "")}:{pair.Unit}" : null,
        i.NationalLines.IsEmpty ? null : $"lines:{string.Join(',', i.NationalLines.Select(l => l.Value))}",
        i.Assumed.FirstOrDefault(a => a is Assumption.Bound or Assumption.PerYear) is var special and not Assumption.Department ? $"assumed:{special}" : null,
    }.OfType<string>());
}
