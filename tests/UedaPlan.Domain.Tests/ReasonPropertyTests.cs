using System.Text.RegularExpressions;
using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>Whatever is reported, the sentence agrees with the verdict when a person reads its numbers.</summary>
public sealed partial class ReasonPropertyTests
{
    private const int Iterations = 1500;
    private const string Note = "四捨五入";

    [Fact]
    public void ValueAndPace_ThatDiffer_AreNeverPrintedEqual() => SampleSimple((indicator, judgement) =>
    {
        if (!ValueAndPace().IsMatch(judgement.Reason)) return;
        var match = ValueAndPace().Match(judgement.Reason);
        var (value, pace) = (Number(match.Groups[1]), Number(match.Groups[2]));
        var says = judgement.First.Gap!.Value;
        Assert.Equal(Math.Sign(says), value.CompareTo(pace));
        if (judgement.Reason.Contains("達していて") || judgement.Reason.Contains("以上を保って")) Assert.True(value >= pace);
        else if (judgement.Reason.Contains("少し下回って") || judgement.Reason.Contains("にとどまって")) Assert.True(value < pace);
    });

    [Fact]
    public void Value_BelowTheBaseline_IsPrintedBelowIt() => SampleSimple((indicator, judgement) =>
    {
        var match = ValueAndBaseline().Match(judgement.Reason);
        if (match.Success) Assert.True(Number(match.Groups[1]) < Number(match.Groups[2]));
    });

    [Fact]
    public void Value_WhosePrintWouldContradictTheVerdict_HasANote() => SampleSimple((indicator, judgement) =>
    {
        var first = judgement.Reason.Split('。')[0];
        var match = Value().Match(first);
        if (!match.Success) return; // a dash
        var looksMet = LooksMet(indicator, Number(match.Groups[1]));
        if (SaysMet().IsMatch(first)) Assert.True(looksMet || first.Contains(Note));
        else Assert.True(!looksMet || first.Contains(Note));
    });

    [Fact]
    public void Forecast_WhosePrintWouldContradictItsVerdict_HasANote() => SampleSimple((indicator, judgement) =>
    {
        var match = ForecastText().Match(judgement.Reason);
        if (match.Success) Assert.True(LooksMet(indicator, Number(match.Groups[1])) == judgement.First.ForecastMet || match.Value.Contains(Note));
    });

    [Fact]
    public void Sentence_OfAnyHistory_HasItsYearAndEndsAsASentence() =>
        Gens.Judged().Sample(indicator =>
        {
            var reason = Judging.Of(indicator).Reason;
            Assert.StartsWith(FigureFormat.Year(indicator, indicator.LatestActual!.Year) + "の実績", reason);
            Assert.EndsWith("。", reason);
            if (Needed().Match(reason) is { Success: true } needed) Assert.NotEqual(0, Number(needed.Groups[1]));
            Assert.DoesNotContain("。。", reason);
            Assert.DoesNotContain("-", reason, StringComparison.Ordinal);
        }, iter: Iterations);

    private static void SampleSimple(Action<Indicator, Judgement> assert) =>
        Gens.Judged(i => i.CountNames.IsEmpty).Sample(i => assert(i, Judging.Of(i)), iter: Iterations, print: i => Judging.Of(i).Reason);

    private static bool LooksMet(Indicator indicator, decimal value)
    {
        var target = indicator.Target.Values[0].Number;
        return indicator.Target.Bound == Bound.Below ? value < target : value >= target;
    }

    private static decimal Number(Group group) => decimal.Parse(group.Value.Replace(",", ""));

    [GeneratedRegex(@"の実績([\d,.]+)(?:%|回|人|事業)は、.*目安(?:は|\()?([\d,.]+)")]
    private static partial Regex ValueAndPace();

    [GeneratedRegex(@"の実績([\d,.]+)\D+は、基準値([\d,.]+)")]
    private static partial Regex ValueAndBaseline();

    [GeneratedRegex(@"の実績([\d,.]+)")]
    private static partial Regex Value();

    [GeneratedRegex("届いています|水準を保って|保って終えました|上回り、|下回っていません|範囲内")]
    private static partial Regex SaysMet();

    [GeneratedRegex(@"(?:このままの見込みは|年度に)([\d,.]+)(?:%|回|人|事業)[^。]*")]
    private static partial Regex ForecastText();

    [GeneratedRegex(@"毎年度あと([\d,.]+)")]
    private static partial Regex Needed();
}
