namespace UedaPlan.Domain.Tests;

/// <summary>Who may publish values of a chart, and over what.</summary>
public sealed class StatisticRulesTests
{
    private static readonly DateTimeOffset _now = new(2027, 3, 24, 14, 31, 0, TimeSpan.FromHours(9));
    private static readonly Statistic _chart = new(StatisticCode.Parse("1-1-1-2"), new Phrased("自治会加入率の|推移"), null, "上田市作成", Departments.Participation);
    private static readonly Author _head = new("head", AuthorRole.Head, Departments.Participation.Code);

    [Theory]
    [InlineData(AuthorRole.Head, "shimin-sanka", null)]
    [InlineData(AuthorRole.PlanOffice, null, null)]
    [InlineData(AuthorRole.Head, "koho", "この統計は、ほかの課が担当しています")]
    [InlineData(AuthorRole.Staff, "koho", "この統計は、ほかの課が担当しています")]
    [InlineData(AuthorRole.Staff, "shimin-sanka", "公開できるのは課長です。入力した内容を課長に伝えてください")]
    public void Record_ByEachRole_IsForTheHeadAndTheOffice(AuthorRole role, string? department, string? refusal)
    {
        var entry = new NewStatistic(Values("82.9"), new Author("someone", role, department), null);

        if (refusal is null) Assert.Equal(("自治会加入率の推移", 0), (_chart.Record(null, entry, _now).Title, _chart.Record(null, entry, _now).Number));
        else Assert.Equal(refusal, Assert.Throws<PlanRuleException>(() => _chart.Record(null, entry, _now)).Message);
    }

    [Fact]
    public void Record_OverAnEntryTheAuthorHasNotSeen_SaysWhoSavedItAndWhen()
    {
        var standing = Standing("82.9");

        var refusal = Assert.Throws<PlanRuleException>(() => _chart.Record(standing, new NewStatistic(Values("82.3"), _head, null, "確認のため"), _now));

        Assert.Equal("担当課のほかの人が 3月24日 14:31 にこの統計を保存しました", refusal.Message);
    }

    [Fact]
    public void Record_OfACorrection_NeedsAReasonAndAChange()
    {
        var standing = Standing("82.9");

        Assert.Equal(FigureField.Reason, Assert.Throws<PlanRuleException>(() => _chart.Record(standing, new NewStatistic(Values("82.3"), _head, 4, " "), _now)).Field);
        Assert.Equal("保存されている値から変わっていません",
            Assert.Throws<PlanRuleException>(() => _chart.Record(standing, new NewStatistic(Values("82.9"), _head, 4, "理由"), _now)).Message);
        Assert.Equal("集計の誤り", _chart.Record(standing, new NewStatistic(Values("82.3"), _head, 4, " 集計の誤り "), _now).Reason);
    }

    [Fact]
    public void Record_OfValuesThatNoFormWouldMake_IsRefused()
    {
        var values = Values("82.9") with { Form = StatisticForm.Shares, Labels = ["令和4年度"], Series = [new StatisticSeries("率", [-1m])] };

        Assert.Contains("0以上の数", Assert.Throws<PlanRuleException>(() => _chart.Record(null, new NewStatistic(values, _head, null), _now)).Message);
    }

    [Theory]
    [InlineData("1-1-1-2", "1-1-1 図2")]
    [InlineData("1-2-3-10", "1-2-3 図10")]
    public void Code_OnAScreen_IsNoIndicator(string code, string label) => Assert.Equal(label, StatisticCode.Parse(code).ToLabel());

    private static StatisticEntry Standing(string value) => _chart.Record(null, new NewStatistic(Values(value), _head, null), _now) with { Number = 4 };

    private static StatisticValues Values(string value) => StatisticGrid.Paste($"\t率\n令4\t{value}").Read(StatisticForm.Lines, "%", null).Values!;
}
