using Bunit;
using UedaPlan.Dashboard.Features.Detail;
using UedaPlan.Dashboard.Tests.Pages;
using UedaPlan.Domain;

namespace UedaPlan.Tests.Detail;

/// <summary>なぜこの状態か: what a person reads of the arithmetic, in every situation an indicator can be in.</summary>
public sealed class WhyTests : BunitContext
{
    [Fact]
    public void Why_OfAFloorThatFalls_FillsItsNumbersIn()
    {
        var why = Open("1-1-1-3", 2024, "82.9", "82.3", "81.6");
        Assert.Contains("令和8年度の実績を、次のきまりに当てはめました。", why);
        Assert.Contains("83.6 + (80.0 − 83.6) × 3 ÷ 7 = 82.057…% → 82.1%", why);
        Assert.Contains("過ぎた年数 = 令和8年度 − 令和5年度 = 3年", why);
        Assert.Contains("目安との差 81.6 − 82.057… = −0.457… → −0.5ポイント", why);
        Assert.Contains("実績が、その年度の目安以上 81.6% ＜ 82.057…% × 当てはまらない", why);
        Assert.Contains("令和12年度の値 78.97% → 79.0%", why);
        Assert.Contains("1年度あたり −0.66ポイント", why);
        Assert.Contains("実績 − 目標 = 81.6 − 80.0 = 1.6ポイント", why);
    }

    [Fact]
    public void Why_MarksTheOneRuleThatApplies()
    {
        var block = Render("1-1-1-3", 2024, "82.9", "82.3", "81.6");
        var row = Assert.Single(block.FindAll("tr.applies"));
        Assert.Equal("watch", row.GetAttribute("data-status"));
        Assert.Contains("注意ここに当てはまります", row.Words());
        Assert.DoesNotContain("当てはまらない", block.FindAll("tbody tr")[3].Words());
    }

    [Fact]
    public void Why_InWholeNumbers_RoundsThePaceDownAndTheRestUp()
    {
        var why = Open("1-1-1-4", 2024, "19", "21", "22");
        Assert.Contains("17 + (39 − 17) × 3 ÷ 7 = 26.42…1事業に満たない端数は数えないので、小数点以下を切り捨てて 26事業 です。", why);
        Assert.Contains("(22 − 17) ÷ (26.42… − 17) = 53.03…%", why);
        Assert.Contains("53.03…% ＜ 60% × 当てはまらない", why);
        Assert.Contains("(39 − 22) ÷ 4 = 4.25 → 5事業(切り上げ)", why);
    }

    [Fact]
    public void Why_OfPrintedCounts_StartsFromTheUnroundedRates()
    {
        var why = Open("1-1-1-2", 2026, "152/218");
        Assert.Contains("計画の表記「66% [144/217棟]」144 ÷ 217 × 100 = 66.359…%", why);
        Assert.Contains("152 ÷ 218 × 100 = 69.724…%", why);
        Assert.Contains("整数)に四捨五入してから、印刷された目標と比べます。 69.724…% → 70%", why);
        Assert.Contains("四捨五入した実績が、目標以上 70% ＝ 70% ○ 当てはまる", why);
    }

    [Fact]
    public void Why_WithoutABaseline_StartsFromZeroTheYearBefore()
    {
        var why = Open("1-1-1-5", 2025, "5", "8");
        Assert.Contains("計画の表記「― (令和7年度創設)」。基準値がないので、創設の前の令和6年度を0として目安の線を引きます。", why);
        Assert.Contains("0 + (14 − 0) × 2 ÷ 6 = 4.66…", why);
        Assert.Contains("いま使える値は令和7年度 5事業、令和8年度 8事業です。3つの値がそろうと出せます。", why);
    }

    [Fact]
    public void Why_BeforeAnyActual_SaysSoAndAsksNoRule()
    {
        var block = Render(Boards.Row("1-2-1-3"));
        Assert.Contains("まだ実績がないため、きまりに当てはめていません。実績が公開されるまでは「未入力」です。", block.Find("#why").Words());
        Assert.Contains("27.0 + (30.0 − 27.0) × 2 ÷ 6 = 28.0%", block.Find("#why").Words());
        Assert.Empty(block.FindAll("tr.applies, .answer"));
    }

    [Fact]
    public void Why_WithOnlyAnInterim_SaysThatItIsNotJudged() =>
        Assert.Contains("令和8年度の途中経過は、判定に使いません。", Render(Boards.Row("1-1-1-4").WithInterim(2026, "12")).Find("#why").Words());

    [Fact]
    public void Why_OfADash_NeedsNoNumber()
    {
        var why = Open("1-3-1-3", 2025, "－");
        Assert.Contains("「－」(負担がないと公表された値)", why);
        Assert.Contains("「－」(負担なし)は範囲内とします ○ 当てはまる", why);
    }

    [Fact]
    public void Why_OfALimit_HasNoPaceButTheRoom()
    {
        var why = Open("1-3-1-2", 2025, "5.9", "6.2");
        Assert.Contains("目標 − 実績 = 6.5 − 6.2 = 0.3ポイント", why);
        Assert.Contains("7.4% ＞ 6.5% × 当てはまらない", why);
        Assert.DoesNotContain("いまの目安", why);
    }

    [Fact]
    public void Why_InTheTargetYear_HasTheTargetForItsPaceAndNoForecast()
    {
        var why = Open("1-2-3-2", 2030, "4");
        Assert.Contains("目標の年度になったので、目安は目標と同じ 5回 です。", why);
        Assert.Contains("目標の年度の実績が出ているので、見込みは出しません。", why);
    }

    [Fact]
    public void Why_OfSeveralCounts_JudgesEachAndSaysThatTheWorstCounts()
    {
        var block = Render("1-1-1-1", 2026, "講演会1・研修会1");
        Assert.Contains("2つの数をそれぞれ判定し、いちばん悪い状態を指標の状態とします", block.Find("#why").Words());
        Assert.Equal(["講演会 達成", "協働推進員研修会 要対応"], block.FindAll("h3").Words());
        Assert.Contains("うち 協働推進員研修会 2回", block.Find("#why").Words());
    }

    [Theory]
    [InlineData("1-3-1-4", 2025, "99.9 99.95 100", "令和12年度決算の値 100.755% → 100.0%(100を超える値はないため)")]
    [InlineData("1-3-1-2", 2025, "5.9 6.2", "令和12年度決算の値 7.4% 帯の幅")]
    [InlineData("1-3-1-2", 2025, "3.5 1.4", "→ 0.0%(0より小さい値はないため)")]
    [InlineData("1-2-3-2", 2029, "4", "(5 − 4) ÷ 1 = 1回")]
    public void Why_OfANumberThatNeedsNoRounding_SaysItOnce(string code, int firstYear, string readings, string said) =>
        Assert.Contains(said, Open(code, firstYear, readings.Split(' ')));

    [Fact]
    public void Comparison_OfNumbersAHairApart_ShowsTheHair()
    {
        var indicator = Boards.Row("1-2-2-1").WithActual(2026, new Reading.Ratio(375_333_333_333, 1_000_000_000_000));
        Assert.Contains("37.5333333333% ＜ 37.53333333333…%", Render(indicator).Find("#why").Words());
    }

    [Fact]
    public void Method_OfTheKind_IsOneTouchAway() =>
        Assert.Equal("/method#floor", Render("1-1-1-3", 2026, "81.6").Find("#why a").GetAttribute("href"));

    private string Open(string code, int firstYear, params string[] readings) => Render(code, firstYear, readings).Find("#why").Words();

    private IRenderedComponent<DetailReason> Render(string code, int firstYear, params string[] readings) => Render(Boards.Row(code).WithActuals(firstYear, readings));

    private IRenderedComponent<DetailReason> Render(Indicator indicator) => Render<DetailReason>(p => p.Add(c => c.View, Boards.View(indicator)));
}
