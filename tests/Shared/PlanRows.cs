using UedaPlan.Domain;
using static UedaPlan.Tests.IndicatorBuilder;

namespace UedaPlan.Tests;

/// <summary>指標の表: the 21 rows of Part 1 as the plan prints them, written by hand.</summary>
public static class PlanRows
{
    private static readonly Dictionary<string, Indicator> ByCode = new[] { Participation(), HumanRights(), Equality(), Multicultural(), Finance() }
        .SelectMany(rows => rows).ToDictionary(row => row.Code.ToString());

    public static IReadOnlyCollection<Indicator> All => ByCode.Values;

    /// <summary>The row of a code such as 1-1-1-2, without any figure.</summary>
    public static Indicator Row(string code) => ByCode[code];

    private static Indicator[] Participation() =>
    [
        Count("1-1-1-1", "地域づくり|講座・研修会 開催数", Departments.Participation, "回",
            From(2023, "講演会1回、協働推進員研修会2回", 1m, 2m), To("講演会1回、協働推進員研修会2回", 1m, 2m)) with
        {
            CountNames = [new CountName("講演会", "講演会"), new CountName("研修会", "協働推進員研修会")],
        },
        Rate("1-1-1-2", "自治会共同集会施設の|耐震化率", Departments.Participation,
            FromCounts(2023, "66% [144/217棟]", 66m, 144, 217), ToCounts("70% [152/218棟]", 70m, 152, 218)) with
        {
            Pair = new CountPair("耐震化済みの施設", "対象の施設", "棟", Required: true),
        },
        Rate("1-1-1-3", "自治会加入率", Departments.Participation, From(2023, "83.6%", 83.6m), To("80.0%", 80.0m) with { Bound = Bound.AtLeast }) with
        {
            Assumed = [Assumption.Bound],
        },
        Count("1-1-1-4", "活力ある|まちづくり支援金|(全市枠・地域枠)|採択事業数", Departments.Participation, "事業",
            From(2023, "17事業", 17m), To("39事業", 39m)),
        Count("1-1-1-5", "活力ある|まちづくり支援金|[重点事業]|採択事業数", Departments.Participation, "事業",
            null, To("14事業 [各組織1事業]", 14m)) with
        {
            Created = FiscalYear.Reiwa(7),
            BaselinePrinted = "― (令和7年度創設)",
        },
    ];

    private static Indicator[] HumanRights() =>
    [
        Count("1-2-1-1", "地域、企業などでの|講演会および|研修会の開催回数", Departments.LifelongLearning, "回",
            From(2024, "210回", 210m), To("210回", 210m)),
        Count("1-2-1-2", "地域、企業などでの|講演会および|研修会の参加者数", Departments.LifelongLearning, "人",
            From(2024, "6,400人", 6400m), To("6,400人", 6400m)),
        Rate("1-2-1-3", "すべての人の|人権が尊重され、|明るく安全に|暮らせるまちだと|感じる市民の割合|(市民アンケート)", Departments.HumanRights,
            From(2024, "27.0%", 27.0m), To("30.0%", 30.0m)) with
        { Survey = true },
        Count("1-2-1-4", "庁舎見学等による|平和の灯モニュメントの|紹介", Departments.HumanRights, "人",
            From(2024, "0人", 0m), To("500人", 500m)),
    ];

    private static Indicator[] Equality() =>
    [
        Rate("1-2-2-1", "審議会など委員に|占める女性の割合", Departments.HumanRights,
            From(2024, "36.3%", 36.3m), To("40.0%以上", 40.0m) with { Bound = Bound.AtLeast }) with
        {
            Pair = new CountPair("女性の委員", "委員の総数", "人", Required: false),
        },
        Rate("1-2-2-2", "男女共同参画社会の|実現に対する|市民満足度", Departments.HumanRights,
            From(2024, "15.7%", 15.7m), To("25.0%以上", 25.0m) with { Bound = Bound.AtLeast }) with
        { Survey = true },
        Rate("1-2-2-3", "「男性は仕事、|女性は家庭」という|固定的性別役割分担を|好ましくないとする|人の割合", Departments.HumanRights,
            From(2020, "69.9%", 69.9m), To("75.0%以上", 75.0m) with { Bound = Bound.AtLeast }) with
        { Survey = true },
    ];

    private static Indicator[] Multicultural() =>
    [
        Count("1-2-3-1", "すべての年齢を対象とした|日本語教室|(にほんごアムアム)の|延べ受講者数", Departments.HumanRights, "人",
            From(2024, "561人", 561m), To("600人", 600m)),
        Count("1-2-3-2", "外国籍市民と|地域住民の|交流イベントの|開催回数", Departments.HumanRights, "回",
            From(2024, "4回", 4m), To("5回", 5m)),
        Count("1-2-3-3", "日本語学習支援|ボランティアの|養成・スキルアップのための|講座の開催回数", Departments.HumanRights, "回",
            From(2024, "3回", 3m), To("3回", 3m)),
        Count("1-2-3-4", "多文化共生相談員の|スキルアップのための|研修会への|参加回数", Departments.HumanRights, "回",
            From(2024, "3回", 3m), To("5回", 5m)),
    ];

    private static Indicator[] Finance() =>
    [
        Rate("1-3-1-1", "マイナンバーカードを|利用した|コンビニ交付の|諸証明発行件数の|全交付件数に|占める割合", Departments.Residents,
            From(2023, "30.10%", 30.10m), To("60.0%", 60.0m)) with
        {
            Pair = new CountPair("コンビニ交付の件数", "すべての交付件数", "件", Required: false),
        },
        Rate("1-3-1-2", "実質公債費比率", Departments.Finance, From(2024, "5.6%", 5.6m), To("6.5%未満", 6.5m) with { Bound = Bound.Below }) with
        {
            Settlement = true,
            NationalLines = [new NationalLine("起債許可", 18m), new NationalLine("早期健全化", 25m), new NationalLine("財政再生", 35m)],
        },
        Rate("1-3-1-3", "将来負担比率", Departments.Finance, From(2024, "22.1%", 22.1m), To("50.0%未満", 50.0m) with { Bound = Bound.Below }) with
        {
            Settlement = true,
            MayBeDash = true,
            IsShare = false,
            NationalLines = [new NationalLine("早期健全化", 350m)],
        },
        Rate("1-3-1-4", "市税収納率(現年度)", Departments.TaxCollection, From(2024, "99.3%", 99.3m), To("99.5%", 99.5m)) with
        {
            Settlement = true,
            Pair = new CountPair("納められた額", "納めるべき額", "千円", Required: false),
        },
        Count("1-3-2-1", "市公式|ソーシャルメディア|登録者数", Departments.PublicRelations, "人",
            From(2023, "54,504人", 54504m), To("70,000人", 70000m)),
    ];
}
