namespace UedaPlan.Data.Tests;

/// <summary>Every rule of the plan file: what breaks it is told with file, line and reason, and nothing is loaded.</summary>
public sealed class PlanFileRefusalTests
{
    [Theory]
    [InlineData("1-3-1-2", "\"settlement\": true", "\"setlement\": true", "「setlement」という項目は使えません")]
    [InlineData("city", "上田市", " ", "「city」には文字を書いてください")]
    [InlineData("firstYear", "2026", "\"令和8年度\"", "「firstYear」には整数を書いてください")]
    [InlineData("firstYear", "2026", "8", "「firstYear」には1990から2100までの西暦の年度を書いてください")]
    [InlineData("lastYear", "2030", "2026", "「lastYear」は「firstYear」より後の年度にしてください")]
    [InlineData("watchFrom", "0.6", "60", "「watchFrom」には0より大きく1より小さい数を書いてください")]
    [InlineData("keepFrom", "0.9", "1", "「keepFrom」には0より大きく1より小さい数を書いてください")]
    [InlineData("departments", "\"shogai-gakushu\"", "\"shimin-sanka\"", "課の番号「shimin-sanka」が重なっています")]
    [InlineData("glossary", "\"地域内分権\"", "\"協働\"", "用語「協働」が重なっています")]
    [InlineData("\"code\": \"1-1-1\"", "\"1-1-1\"", "\"1-9-1\"", "施策 1-9-1 の章がありません(第1編第1章の中に書かれています)")]
    [InlineData("\"code\": \"1-1-1\"", "\"1-1-1\"", "\"2-1-1\"", "施策 2-1-1 の章がありません(第1編第1章の中に書かれています)")]
    [InlineData("\"code\": \"1-1-1\"", "\"1-1-1\"", "\"1-01-1\"", "施策の番号「1-01-1」は「1-2-3」の形にしてください")]
    [InlineData("\"code\": \"1-2-2\"", "\"1-2-2\"", "\"1-2-1\"", "施策の番号「1-2-1」が重なっています")]
    [InlineData("\"number\": 2", "2", "1", "第1編の章の番号「1」が重なっています")]
    [InlineData("\"code\": \"1-1-1-2\"", "1-1-1-2", "1-1-1-1", "指標の番号「1-1-1-1」が重なっています")]
    [InlineData("\"code\": \"1-1-1-2\"", "1-1-1-2", "1-2-1-2", "指標 1-2-1-2 は施策 1-1-1 の番号ではありません")]
    [InlineData("\"code\": \"1-1-1-2\"", "1-1-1-2", "耐震化率", "指標の番号「耐震化率」は「1-2-3-4」の形にしてください")]
    [InlineData("1-1-1-3", "\"shimin-sanka\"", "\"shimin\\u002Dsanka2\"", "課「shimin-sanka2」が departments にありません")]
    [InlineData("1-1-1-3", "じちかいかにゅうりつ", "自治会かにゅうりつ", "「reading」には、ひらがなと「ー」だけを書いてください")]
    [InlineData("\"code\": \"1-2-1\"", "じんけん", "ジンケン", "「reading」には、ひらがなと「ー」だけを書いてください")]
    [InlineData("1-1-1-3", "\"year\": 2030", "\"year\": 2023", "指標 1-1-1-3 の目標の年度は、基準値(創設)の年度より後にしてください")]
    [InlineData("1-1-1-5", "\"year\": 2030", "\"year\": 2024", "指標 1-1-1-5 の目標の年度は、基準値(創設)の年度より後にしてください")]
    [InlineData("1-1-1-3", "\"year\": 2030", "\"year\": 20300", "「year」には1990から2100までの西暦の年度を書いてください")]
    [InlineData("1-1-1-3", "\"bound\": \"atLeast\", ", "", "指標 1-1-1-3 の目標が基準値より低くなっています。「bound」に atLeast か below を書いてください")]
    [InlineData("1-1-1-3", "atLeast", "atleast", "「bound」には atLeast(以上)か below(未満)を書いてください")]
    [InlineData("1-1-1-2", "\"numerator\": 144", "\"numerator\": 150", "「value」が 150÷217 と合いません")]
    [InlineData("1-1-1-2", "\"numerator\": 144", "\"numerator\": 444", "「numerator」は0以上、「denominator」以下にしてください")]
    [InlineData("1-1-1-2", ", \"denominator\": 217", "", "「denominator」がありません")]
    [InlineData("1-1-1-1", "[1, 2]", "[1, 2, 3]", "「values」には2つの数を書いてください")]
    [InlineData("1-1-1-1", "[1, 2]", "[1, 2.5]", "「values」には整数を書いてください")]
    [InlineData("1-1-1-1", "[1, 2]", "[1, \"2\"]", "「values」には0以上の数を並べてください")]
    [InlineData("1-1-1-1", "\"values\": [1, 2]", "\"value\": 1", "「values」がありません")]
    [InlineData("1-1-1-1", "\"name\": \"研修会\"", "\"name\": \"講演会\"", "「counts」の中で数の名前が重なっています", -2)]
    [InlineData("1-1-1-1", "\"name\": \"研修会\"", "\"name\": \"研修2\"", "数の名前は20字までで、数字、記号、空白は使えません")]
    [InlineData("1-1-1-1", "\"name\": \"研修会\"", "\"name\": \"研修 会\"", "数の名前は20字までで、数字、記号、空白は使えません")]
    [InlineData("1-1-1-1", "\"name\": \"研修会\"", "\"name\": \"ＡＢＣ\"", "数の名前は20字までで、数字、記号、空白は使えません")]
    [InlineData("1-1-1-4", "\"value\": 17", "\"value\": 17.5", "「value」の小数点以下の桁数が「decimals」と合いません")]
    [InlineData("1-1-1-4", "\"value\": 17", "\"value\": -1", "「value」には0以上で12桁までの数を書いてください")]
    [InlineData("1-1-1-4", "\"value\": 17", "\"value\": 1e99", "「value」には0以上で12桁までの数を書いてください")]
    [InlineData("1-1-1-4", "\"value\": 17", "\"value\": null", "「value」には0以上で12桁までの数を書いてください")]
    [InlineData("1-1-1-4", "\"decimals\": 0", "\"decimals\": 5", "「decimals」には0から4までの桁数を書いてください")]
    [InlineData("1-1-1-4", "\"perYear\"", "\"perMonth\"", "「assumed」に「perMonth」は使えません")]
    [InlineData("1-1-1-5", "\"value\": 14", "\"value\": 0", "基準値のない指標 1-1-1-5 の目標は0より大きくしてください")]
    [InlineData("1-1-1-5", "\"created\": 2025,", "", "指標 1-1-1-5 には基準値「baseline」か創設年度「created」が必要です", -7)]
    [InlineData("1-2-1-3", "\"survey\": true", "\"survey\": \"yes\"", "「survey」には true か false を書いてください")]
    [InlineData("1-2-2-1", "\"value\": 40.0", "\"value\": 140.0", "指標 1-2-2-1 の値が100%を超えています。割合でなければ「notShare」に true を書いてください")]
    [InlineData("1-2-1-4", "\"unit\": \"人\",", "\"unit\": \"人\", \"dash\": true,", "「－」と公表できるのは、目標が「未満」の指標だけです")]
    [InlineData("1-2-1-4", "\"unit\": \"人\",", "\"unit\": \"人\", \"created\": 2024,", "基準値のある指標に「created」は書けません")]
    [InlineData("1-2-1-4", "\"unit\": \"人\",", "\"unit\": \"人\", \"pair\": { \"numerator\": \"a\", \"denominator\": \"b\", \"unit\": \"c\" },", "2つの数から率を出せるのは、単位が%の指標だけです")]
    [InlineData("\"code\": \"1-1-1\"", "\"issues\": [", "\"issues\": [ 5,", "ここには { } で囲んだ項目が必要です")]
    [InlineData("projects", "\"コミュニティ活動交付金\"", "7", "「projects」には文字を並べてください")]
    [InlineData("$schema", "\"city\": \"上田市\"", "\"city\": \"上田市\", \"city\": \"上田市\"", "「city」が2回書かれています")]
    [InlineData("city", "上田市", "\\uD800", "文字として読めない部分(\\u…)があります")]
    public void PlanFile_WithOneRuleBroken_IsRefusedWithLineAndReason(string anchor, string old, string now, string reason, int linesFrom = 0)
    {
        var (json, line) = BrokenPlan.Replace(anchor, old, now);

        Assert.Contains(BrokenPlan.At(line + linesFrom, reason), BrokenPlan.ComplaintsOf(json));
    }

    [Fact]
    public void PlanFile_WithoutATarget_NamesTheLineOfTheIndicator()
    {
        var (json, line) = BrokenPlan.Replace("\"1-1-1-4\"", "\"target\": { \"year\": 2030, \"value\": 39, \"decimals\": 0, \"printed\": \"39事業\" },", "");

        Assert.Equal([BrokenPlan.At(line - 8, "「target」がありません")], BrokenPlan.ComplaintsOf(json));
    }

    [Fact]
    public void PlanFile_WithTwoPartsOfOneNumber_IsRefused()
    {
        var part = BrokenPlan.Whole[BrokenPlan.Whole.IndexOf("    {\n      \"number\": 1,\n      \"title\": \"自治・協働・行政\"", StringComparison.Ordinal)..BrokenPlan.Whole.LastIndexOf("\n  ]", StringComparison.Ordinal)];
        var json = BrokenPlan.Whole.Replace(part, $"{part},\n    {{ \"number\": 1, \"title\": \"もう一つ\", \"chapters\": [] }}");

        Assert.Contains(BrokenPlan.At(BrokenPlan.LineOf(json, "もう一つ"), "編の番号「1」が重なっています"), BrokenPlan.ComplaintsOf(json));
    }

    [Fact]
    public void PlanFile_WithASectionCodeThatCannotBeRead_DoesNotBlameItsIndicators()
    {
        var (json, line) = BrokenPlan.Replace("\"code\": \"1-1-1\"", "\"1-1-1\"", "\"自治\"");

        Assert.Equal([BrokenPlan.At(line, "施策の番号「自治」は「1-2-3」の形にしてください")], BrokenPlan.ComplaintsOf(json));
    }

    [Fact]
    public void PlanFile_WithSeveralErrors_TellsThemTogetherInLineOrder()
    {
        var json = BrokenPlan.Whole
            .Replace("\"70,000人\"", "\"\"")
            .Replace("\"theme\": \"健全財政\"", "\"thema\": \"健全財政\"")
            .Replace("\"city\": \"上田市\"", "\"city\": 7");

        Assert.Equal(
        [
            BrokenPlan.At(BrokenPlan.LineOf(json, "\"city\""), "「city」には文字を書いてください"),
            BrokenPlan.At(BrokenPlan.LineOf(json, "\"code\": \"1-3-1\"") - 1, "「theme」がありません"),
            BrokenPlan.At(BrokenPlan.LineOf(json, "\"thema\""), "「thema」という項目は使えません"),
            BrokenPlan.At(BrokenPlan.LineOf(json, "\"54,504人\"") + 1, "「printed」には文字を書いてください"),
        ], BrokenPlan.ComplaintsOf(json));
    }

    [Fact]
    public void PlanFile_WithHundredsOfErrors_TellsTwentyAndCountsTheRest()
    {
        var complaints = BrokenPlan.ComplaintsOf(BrokenPlan.Whole.Replace("\"summary\"", "\"要約\""));

        Assert.Equal(21, complaints.Length);
        Assert.Matches("^ほか[0-9]{3}件$", complaints[^1]);
    }
}
