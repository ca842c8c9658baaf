using System.Collections.Frozen;
using System.Globalization;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>計画ファイルの項目の言葉: says in the plan's own words where in a file something stands.</summary>
internal sealed class PlanWords
{
    private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["city"] = "市の名前", ["title"] = "名前", ["firstYear"] = "最初の年度", ["lastYear"] = "最後の年度", ["watchFrom"] = "「注意」の境目(目安までの伸び)",
        ["keepFrom"] = "「注意」の境目(水準を維持する指標)", ["departments"] = "課", ["glossary"] = "用語", ["word"] = "語", ["reading"] = "読み", ["meaning"] = "意味",
        ["number"] = "番号", ["code"] = "番号", ["name"] = "名前", ["shortTitle"] = "短い名前", ["shortName"] = "短い名前", ["theme"] = "テーマ", ["purpose"] = "目的",
        ["issues"] = "現状と課題", ["statistics"] = "関連統計", ["indicators"] = "指標", ["roles"] = "役割分担", ["items"] = "項目", ["actor"] = "主体", ["measures"] = "基本施策",
        ["steps"] = "項目", ["projects"] = "主な事業", ["relatedPlans"] = "関連する個別計画", ["summary"] = "要約", ["official"] = "正式な文言", ["question"] = "問",
        ["source"] = "出典", ["department"] = "担当課", ["unit"] = "単位", ["counts"] = "数の内訳", ["label"] = "入力欄の名前", ["baseline"] = "基準値", ["created"] = "創設年度",
        ["baselinePrinted"] = "基準値の表記", ["target"] = "目標", ["year"] = "年度", ["value"] = "数", ["values"] = "数", ["decimals"] = "小数点以下の桁数", ["numerator"] = "分子",
        ["denominator"] = "分母", ["bound"] = "以上・未満", ["printed"] = "表記", ["pair"] = "2つの数", ["required"] = "2つの数が必須", ["settlement"] = "決算の指標",
        ["survey"] = "調査の指標", ["dash"] = "「－」の公表", ["notShare"] = "100%を超える", ["nationalLines"] = "国の基準", ["method"] = "出し方", ["assumed"] = "仮の事項",
        ["revisions"] = "目標の見直し", ["upcoming"] = "予定の目標の見直し", ["effective"] = "いつから", ["before"] = "見直し前", ["after"] = "見直し後", ["reason"] = "理由",
        ["parts"] = "編", ["chapters"] = "章", ["sections"] = "施策", ["deadline"] = "毎年度の期限", ["deadlines"] = "年度の期限",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Assumptions = new Dictionary<string, string>
    {
        ["department"] = "担当課", ["deadline"] = "期限", ["bound"] = "以上・未満", ["perYear"] = "年あたりの数",
    }.ToFrozenDictionary();

    private readonly Dictionary<string, string> _departments = [];

    public PlanWords(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (path, value) in values)
        {
            if (path.Split('\n') is ["departments", var code, "name"]) _departments[code] = value;
        }
    }

    public PlanLine LineOf(PlanLineKind kind, string[] path, string? before, string? after)
    {
        var (place, rest) = PlaceOf(path);
        if (rest.Length > 1 && rest[^1] == (after ?? before)) rest = rest[..^1]; // a text of a list names itself
        var what = rest is ["deadlines", var year] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? $"{new FiscalYear(start)}の期限"
            : string.Join(" › ", rest.Select(WordOf));
        return kind == PlanLineKind.Order ? new(kind, place, what, before, after) : new(kind, place, what, ValueOf(path, before), ValueOf(path, after));
    }

    private static (string Place, string[] Within) PlaceOf(string[] path) => path switch
    {
        ["parts", _, "chapters", _, "sections", _, "indicators", var indicator, .. var rest] => ($"指標 {indicator}", rest),
        ["parts", _, "chapters", _, "sections", var section, .. var rest] => ($"施策 {section}", rest),
        ["parts", var part, "chapters", var chapter, .. var rest] => ($"第{part}編第{chapter}章", rest),
        ["parts", var part, .. var rest] => ($"第{part}編", rest),
        ["departments", .. var rest] => ("課", rest),
        ["glossary", .. var rest] => ("用語", rest),
        _ => ("計画全体", path),
    };

    // What stands after a list is the name or the place of one of its items, never a key.
    private static string WordOf(string step, int index) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _) && index > 0 ? $"{step}番目" : Keys.GetValueOrDefault(step, step.Replace("|", ""));

    private string? ValueOf(string[] path, string? value) => (path, value) switch
    {
        (_, null) => null,
        ([.., "department"], _) => _departments.GetValueOrDefault(value, value),
        ([.., "assumed", _], _) => Assumptions.GetValueOrDefault(value, value),
        ([.., "deadlines", _], _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Domain.JapaneseCalendar.EraDay(day),
        ([.., "bound"], "atLeast") => "以上",
        ([.., "bound"], "below") => "未満",
        (_, "true") => "はい",
        (_, "false") => "いいえ",
        _ => value.Replace("|", ""),
    };
}
