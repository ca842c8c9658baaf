using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The plan that comes with the product, searched as people ask.</summary>
public sealed class PlanSearchTests
{
    private static readonly PlanIndex Index = PlanIndex.Of(PlanFile.BuiltIn().Plan);

    [Theory]
    [InlineData("じちかい", "自治会共同集会施設の耐震化率", "自治会加入率")]
    [InlineData("自治會", "自治会共同集会施設の耐震化率", "自治会加入率")]
    [InlineData("耐震", "自治会共同集会施設の耐震化率")]
    [InlineData("しょうらいふたん", "将来負担比率")]
    [InlineData("ｺﾝﾋﾞﾆ", "マイナンバーカードを利用したコンビニ交付の諸証明発行件数の全交付件数に占める割合")]
    [InlineData("男性は仕事女性は家庭", "「男性は仕事、女性は家庭」という固定的性別役割分担を好ましくないとする人の割合")]
    [InlineData("収納管理課", "市税収納率(現年度)")]
    [InlineData("１－３－１－２", "実質公債費比率")]
    [InlineData("人権　講演会　参加者", "地域、企業などでの講演会および研修会の参加者数")]
    public void Indicators_AskedFor_AreFound(string typed, params string[] names) => Assert.Equal(names, TitlesOf(typed, PlanItemKind.Indicator));

    [Theory]
    [InlineData("人権", "1-2-1")]
    [InlineData("じんけん", "1-2-1")]
    [InlineData("けんぜんざいせい", "1-3-1")]
    [InlineData("健全財政", "1-3-1")]
    [InlineData("だんじょ", "1-2-2")]
    [InlineData("1-3-2", "1-3-2")]
    public void Section_AskedForByItsTheme_IsFound(string typed, string code) =>
        Assert.Contains(code, Find(typed).Where(h => h.Item.Kind == PlanItemKind.Section).Select(h => h.Item.Section!.Code.ToString()));

    [Theory]
    [InlineData("地方分権", PlanItemKind.Chapter, "地方分権にふさわしい行財政経営")]
    [InlineData("きょうどうすいしん", PlanItemKind.Word, "協働推進員")]
    [InlineData("人工知能", PlanItemKind.Word, "生成AI")]
    [InlineData("広聴", PlanItemKind.Measure, "市民と行政が結ばれる、つながる広報・広聴の推進")]
    [InlineData("電子申請", PlanItemKind.Step, "電子申請システムなど手続きのオンライン化による市民の利便性向上")]
    [InlineData("デジタル 電子申請", PlanItemKind.Step, "電子申請システムなど手続きのオンライン化による市民の利便性向上")]
    [InlineData("ふるさと", PlanItemKind.Project, "ふるさと上田応援寄附金推進事業")]
    [InlineData("定員管理", PlanItemKind.RelatedPlan, "上田市定員管理計画")]
    [InlineData("在留資格", PlanItemKind.Statistic, "外国籍市民数の在留資格別の推移")]
    [InlineData("侵害されたと", PlanItemKind.Statistic, "人権に関する市民意識")]
    [InlineData("戦争体験者 平和意識", PlanItemKind.Issue, "戦争体験者の高齢化が進む中、その想いを次の世代へつなぐ平和意識の醸成が必要")]
    [InlineData("期限までに", PlanItemKind.Role, "期限までに正しく申告し、納付するよう努めます。")]
    public void Item_OfEveryKind_IsFound(string typed, PlanItemKind kind, string title) => Assert.Contains(title, TitlesOf(typed, kind));

    [Fact]
    public void Words_OfWhatSurroundsAnItem_AreNoReasonOfTheirOwn()
    {
        Assert.Empty(TitlesOf("情報共有", PlanItemKind.Indicator)); // only its section says so
        Assert.Equal(["市公式ソーシャルメディア登録者数"], TitlesOf("情報共有 登録者", PlanItemKind.Indicator));
    }

    [Fact]
    public void Hits_AreListedKindByKindIndicatorsFirstAndTitlesBeforeOtherTexts()
    {
        var hits = Find("財政");

        Assert.Equal(hits.Select(h => h.Item.Kind).Order(), hits.Select(h => h.Item.Kind));
        Assert.All(hits.GroupBy(h => h.Item.Kind), kind => Assert.Equal(kind.OrderBy(h => h.TitleMarks.Count == 0), kind));
    }

    [Fact]
    public void Hit_FoundByItsReading_IsShownWithoutAMark() => Assert.All(Find("じちかいかにゅうりつ"), h => Assert.Empty(h.TitleMarks));

    [Theory]
    [InlineData("ワクチン")]
    [InlineData("人権 ワクチン")]
    [InlineData("・")]
    public void Search_ForWhatThePlanDoesNotSay_FindsNothing(string typed) => Assert.Empty(Find(typed));

    [Fact]
    public void Index_OfAPlan_IsMadeOnce()
    {
        var plan = PlanFile.BuiltIn().Plan;

        Assert.Same(PlanIndex.Of(plan), PlanIndex.Of(plan));
        Assert.NotSame(PlanIndex.Of(plan), PlanIndex.Of(plan with { City = "別の市" }));
    }

    private static System.Collections.Immutable.ImmutableArray<PlanHit> Find(string typed) => Index.Find(SearchQuery.Parse(typed)!);

    private static IEnumerable<string> TitlesOf(string typed, PlanItemKind kind) => Find(typed).Where(h => h.Item.Kind == kind).Select(h => h.Item.Title.Plain);
}
