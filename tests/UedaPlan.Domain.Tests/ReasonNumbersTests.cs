namespace UedaPlan.Domain.Tests;

/// <summary>The numbers inside the sentence never seem to say the opposite of the verdict.</summary>
public sealed class ReasonNumbersTests
{
    [Theory]
    [InlineData("1-3-1-4", 2025, "99.3", "99.30%は、いまの目安99.33%を下回り")]
    [InlineData("1-3-1-1", 2026, "42.91", "42.910%は、いまの目安42.914%を少し下回って")]
    [InlineData("1-2-2-1", 2026, "375/1000", "37.50%は、いまの目安37.53%を少し下回って")]
    [InlineData("1-1-1-3", 2026, "82.1", "82.10%は、目標80.0%を上回り、いまの目安82.06%以上")]
    public void Value_NearItsPace_IsPrintedApartFromIt(string code, int firstYear, string readings, string words) =>
        Assert.Contains(words, Judging.Of(code, firstYear, readings.Split(' ')).Reason);

    [Fact]
    public void Value_AHairBelowItsPace_IsPrintedApartFromIt() // 112.6/3 % less one part in 10^11
    {
        var row = PlanRows.Row("1-2-2-1").WithActual(2026, new Reading.Ratio(375_333_333_333, 1_000_000_000_000));

        Assert.Contains("実績37.53333333330%は、いまの目安37.53333333333%を少し下回って", Judging.Of(row).Reason);
    }

    [Fact]
    public void Value_AHairBelowTheBaseline_IsPrintedApartFromIt() =>
        Assert.Contains("実績36.299%は、基準値36.300%を下回っています。いまの目安は37.533%です。", Judging.Of("1-2-2-1", 2026, "36299/100000").Reason);

    [Theory]
    [InlineData("1-1-1-2", "152/218", "69.7%は、目標70%に届いています(計画の表記に合わせて四捨五入すると70%)。")]
    [InlineData("1-3-1-1", "59.95", "59.95%は、目標60.0%に届いています(計画の表記に合わせて四捨五入すると60.0%)。")]
    public void Value_MetOnlyAfterRounding_SaysSo(string code, string reading, string words) =>
        Assert.Contains(words, Judging.Of(code, 2026, reading).Reason);

    [Fact]
    public void Value_MetAfterRoundingInTheTargetYear_IsNotPrintedFinerThanItsNote() =>
        Assert.Equal("令和12年度の実績40.0%は、目標40.0%以上に届いています。", Judging.Of("1-2-2-1", 2030, "3997/10000").Reason);

    [Fact]
    public void Forecast_MetOnlyAfterRounding_SaysSo() => Assert.EndsWith(
        "このままの見込みは69.6%(計画の表記に合わせて四捨五入すると70%)で、目標に届きます。",
        Judging.Of("1-1-1-2", 2024, "144/217", "145/217", "148/218").Reason);

    [Fact]
    public void Limit_BrokenOnlyAfterRounding_SaysSo() => // as if the plan printed 5.60%
        Assert.Equal("令和8年度決算の実績6.45%は、目標6.5%未満の範囲を超えています(計画の表記に合わせて四捨五入すると6.5%)。",
            Judging.Of(FinelyPrinted("1-3-1-2", 5.60m).WithActual(2026, "6.45")).Reason);

    [Fact]
    public void Limit_ForecastBrokenOnlyAfterRounding_SaysSo()
    {
        var judgement = Judging.Of(FinelyPrinted("1-3-1-2", 5.60m).WithActuals(2025, "5.74", "5.89"));

        Assert.Equal(Status.Watch, judgement.Status);
        Assert.EndsWith("このままでは令和12年度に6.47%(計画の表記に合わせて四捨五入すると6.5%)となり、範囲を超える見込みです。", judgement.Reason);
    }

    [Fact]
    public void Floor_HeldOnlyAfterRounding_SaysSo() =>
        Assert.Equal("令和8年度の実績79.96%は、いまは目標80.0%を下回っていませんが(計画の表記に合わせて四捨五入すると80.0%)、下がり方が目安(82.06%)より早くなっています。",
            Judging.Of(FinelyPrinted("1-1-1-3", 83.60m).WithActual(2026, "79.96")).Reason);

    [Fact]
    public void Needed_OfAHairsBreadth_IsNotPrintedAsNothing() =>
        Assert.Contains("毎年度あと0.04ポイントずつ", Judging.Of("1-3-1-4", 2025, "99.3").Reason);

    private static Indicator FinelyPrinted(string code, decimal baseline)
    {
        var row = PlanRows.Row(code);
        return row with { Baseline = row.Baseline! with { Values = [new PrintedValue(baseline, baseline.Scale)] } };
    }
}
