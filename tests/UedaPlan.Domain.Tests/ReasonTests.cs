namespace UedaPlan.Domain.Tests;

/// <summary>理由の文: what a person reads beside each status of each kind.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData("1-1-1-2", 2029, "152/218", "令和11年度の実績69.7%は、目標70%に届いています(計画の表記に合わせて四捨五入すると70%)。")]
    [InlineData("1-1-1-4", 2026, "40", "令和8年度の実績40事業は、目標39事業に届いています。")]
    [InlineData("1-2-2-1", 2026, "40.0", "令和8年度の実績40.0%は、目標40.0%以上に届いています。")]
    [InlineData("1-3-2-1", 2026, "70,000", "令和8年度の実績70,000人は、目標70,000人に届いています。")]
    [InlineData("1-1-1-2", 2026, "148/218", "令和8年度の実績67.9%は、いまの目安67.8%に達していて、目標70%に向けて順調です。")]
    [InlineData("1-1-1-5", 2025, "5 8", "令和8年度の実績8事業は、いまの目安4事業に達していて、目標14事業に向けて順調です。")]
    [InlineData("1-3-1-4", 2025, "99.4", "令和7年度決算の実績99.4%は、いまの目安99.3%に達していて、目標99.5%に向けて順調です。")]
    [InlineData("1-1-1-2", 2026, "147/218", "令和8年度の実績67.4%は、いまの目安67.8%を少し下回っています(見込んだ伸びの74%)。目標に届くには、毎年度あと0.6ポイントずつの上積みが必要です。")]
    [InlineData("1-1-1-2", 2030, "151/218", "令和12年度の実績69.3%は、いまの目安69.7%を少し下回っています(見込んだ伸びの86%)。")]
    [InlineData("1-1-1-4", 2024, "19 21 22", "令和8年度の実績22事業は、いまの目安26事業を下回り、見込んだ伸びの53%にとどまっています。目標に届くには、毎年度あと5事業ずつの上積みが必要です。このままの見込みは29事業で、目標に届きません。")]
    [InlineData("1-2-1-4", 2026, "0", "令和8年度の実績0人は、いまの目安166人を下回り、見込んだ伸びの0%にとどまっています。目標に届くには、毎年度あと125人ずつの上積みが必要です。")]
    [InlineData("1-2-1-3", 2026, "26.5", "令和8年度の実績26.5%は、基準値27.0%を下回っています。いまの目安は28.0%です。目標に届くには、毎年度あと0.9ポイントずつの上積みが必要です。")]
    public void Reach_EachStatus_SaysWhy(string code, int firstYear, string readings, string sentence) =>
        Assert.Equal(sentence, Judging.Of(code, firstYear, readings.Split(' ')).Reason);

    [Theory]
    [InlineData("210", "令和8年度の実績210回は、目標210回の水準を保っています。")]
    [InlineData("189", "令和8年度の実績189回は、目標210回を下回っていますが、その9割以上を保っています。")]
    [InlineData("188", "令和8年度の実績188回は、目標210回の9割を下回っています。")]
    public void Keep_EachStatus_SaysWhy(string reading, string sentence) => Assert.Equal(sentence, Judging.Of("1-2-1-1", 2026, reading).Reason);

    [Theory]
    [InlineData(2030, "80.0", "令和12年度の実績80.0%は、目標80.0%を保って終えました。")]
    [InlineData(2026, "82.9", "令和8年度の実績82.9%は、目標80.0%を上回り、いまの目安82.1%以上を保っています。")]
    [InlineData(2024, "83.6 83.5 83.4", "令和8年度の実績83.4%は、目標80.0%を上回り、いまの目安82.1%以上を保っています。このままの見込みは83.1%です。")]
    [InlineData(2024, "82.9 82.3 81.6", "令和8年度の実績81.6%は、いまは目標80.0%を下回っていませんが、下がり方が目安(82.1%)より早く、このままでは令和12年度に79.0%となり、目標を下回る見込みです。")]
    [InlineData(2024, "80.0 80.0 82.1", "令和8年度の実績82.10%は、いまは目標80.0%を下回っていませんが、このままでは令和12年度に79.0%となり、目標を下回る見込みです。")]
    [InlineData(2026, "82.0", "令和8年度の実績82.0%は、いまは目標80.0%を下回っていませんが、下がり方が目安(82.1%)より早くなっています。")]
    [InlineData(2026, "79.9", "令和8年度の実績79.9%は、目標80.0%を下回っています。")]
    public void Floor_EachStatus_SaysWhyWithoutAnUnprintedBound(int firstYear, string readings, string sentence) =>
        Assert.Equal(sentence, Judging.Of("1-1-1-3", firstYear, readings.Split(' ')).Reason);

    [Theory]
    [InlineData("1-3-1-2", 2030, "6.4", "令和12年度決算の実績6.4%は、目標6.5%未満の範囲内で終えました。")]
    [InlineData("1-3-1-2", 2025, "5.7", "令和7年度決算の実績5.7%は、目標6.5%未満の範囲内で、上限まで0.8ポイントあります。")]
    [InlineData("1-3-1-2", 2025, "5.6 5.6", "令和8年度決算の実績5.6%は、目標6.5%未満の範囲内で、上限まで0.9ポイントあります。このままの見込みは5.6%です。")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", "令和8年度決算の実績6.2%は、いまは目標6.5%未満の範囲内ですが、このままでは令和12年度に7.4%となり、範囲を超える見込みです。")]
    [InlineData("1-3-1-2", 2025, "6.5", "令和7年度決算の実績6.5%は、目標6.5%未満の範囲を超えています。")]
    [InlineData("1-3-1-3", 2025, "140.5", "令和7年度決算の実績140.5%は、目標50.0%未満の範囲を超えています。")]
    [InlineData("1-3-1-3", 2025, "－", "令和7年度決算の実績は「－」(負担なし)で、目標50.0%未満の範囲内です。")]
    [InlineData("1-3-1-3", 2030, "－", "令和12年度決算の実績「－」(負担なし)は、目標50.0%未満の範囲内で終えました。")]
    [InlineData("1-3-1-3", 2025, "40 48 －", "令和9年度決算の実績「－」(負担なし)は、いまは目標50.0%未満の範囲内ですが、このままでは令和12年度に101.5%となり、範囲を超える見込みです。")]
    public void Limit_EachStatus_SaysWhy(string code, int firstYear, string readings, string sentence) =>
        Assert.Equal(sentence, Judging.Of(code, firstYear, readings.Split(' ')).Reason);

    [Fact]
    public void Composite_SaysWhyForEachCount() => Assert.Equal(
        "令和8年度の実績では、講演会1回は、目標1回の水準を保っています。研修会1回は、目標2回の9割を下回っています。",
        Judging.Of("1-1-1-1", 2026, "講演会1・研修会1").Reason);

    [Theory]
    [InlineData("1-1-1-3", "基準値(令和5年度)より後の実績は、まだ入力されていません。")]
    [InlineData("1-1-1-5", "令和7年度に創設された指標です。実績はまだ入力されていません。")]
    public void Nothing_Entered_SaysSo(string code, string sentence)
    {
        Assert.Equal(sentence, Judging.Of(PlanRows.Row(code)).Reason);
        Assert.Equal(sentence, Judging.Of(PlanRows.Row(code).WithInterim(2026, "5")).Reason);
    }

    [Fact]
    public void OnTrack_WithAForecastThatFallsShort_SaysHowever() => Assert.Equal(
        "令和8年度の実績28.0%は、いまの目安28.0%に達していて、目標30.0%に向けて順調です。ただし、このままの見込みは29.5%で、目標に届きません。",
        Judging.Of("1-2-1-3", 2025, "26.0", "28.0").Reason);
}
