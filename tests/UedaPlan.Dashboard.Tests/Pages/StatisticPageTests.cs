using System.Collections.Immutable;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UedaPlan.Dashboard.Features.Statistics;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;
using static UedaPlan.Dashboard.Tests.Pages.ReadingBoards;

namespace UedaPlan.Dashboard.Tests.Pages;

/// <summary>関連統計: what a person reads of a chart of the plan without any script, and in its file.</summary>
public sealed class StatisticPageTests : BunitContext
{
    private const string Household = "1-1-1-2";

    [Fact]
    public void Page_OfEveryChartWithoutValues_SaysSoAndWhoEntersThem()
    {
        this.Show(Empty);
        foreach (var card in Empty.Statistics)
        {
            var page = Render<StatisticPage>(p => p.Add(s => s.Code, card.Statistic.Code.ToString()));

            Assert.Equal($"{card.Statistic.Code.ToLabel()} {card.Statistic.Title.Plain}", page.Find("h1").Words());
            Assert.StartsWith($"まだ値が入力されていません。 {card.Statistic.Department.Name}が値を入力すると、", page.Find("#statistic-values").Words(), StringComparison.Ordinal);
            Assert.Empty(page.FindAll("table, a[download]"));
            AssertFollowsTheContract(page.FindAll("*"));
        }
    }

    [Fact]
    public void Page_WithValues_IsCompleteAsATable()
    {
        this.Show(With(Household, Values(StatisticForm.Lines, "%", "\t上田市\t県\n令4\t84.2\t―\n令5\t83.60\t70") with { Note = "4月1日現在" }));

        var page = Render<StatisticPage>(p => p.Add(s => s.Code, Household));

        Assert.Equal(["年度", "上田市", "県"], page.FindAll("thead th").Words());
        Assert.Equal(["令和4年度84.20―", "令和5年度83.6070"], page.FindAll("tbody tr").Words());
        Assert.Equal(["84.2", null, "83.60", "70"], page.FindAll("tbody td").Select(td => td.GetAttribute("data-value")));
        Assert.Equal("注 4月1日現在", page.Find("#statistic-values .note").Words());
        Assert.Contains("令和4年度から令和5年度まで、2項目", page.Find("#statistic-state").Words());
        Assert.Equal($"/statistics/{Household}.csv", page.Find("a[download]").GetAttribute("href"));
        Assert.Equal("自治会加入率の推移の表", page.Find("[role=region]").GetAttribute("aria-label"));
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Fact]
    public void Page_OfAStackWithAGap_SaysThatItIsNotTheWhole()
    {
        this.Show(With("1-2-3-1", Values(StatisticForm.Stacked, "人", "\t永住者\t留学\n令4\t5\t\n令5\t6\t7")));

        Assert.Contains("「―」の項目は、グラフの積み上げに含まれていません。", Render<StatisticPage>(p => p.Add(s => s.Code, "1-2-3-1")).Find("#statistic-values").Words());
    }

    [Fact]
    public void Page_WithTwoUnits_NamesEachInItsHeading()
    {
        this.Show(With("1-1-1-1", Values(StatisticForm.Lines, "件、千円", "\t件数\t確定額\n令4\t19\t3265")));

        Assert.Equal(["年度", "件数(件)", "確定額(千円)"], Render<StatisticPage>(p => p.Add(s => s.Code, "1-1-1-1")).FindAll("thead th").Words());
    }

    [Fact]
    public void List_OfAllCharts_TellsWhichHaveValues()
    {
        this.Show(With(Household, Values(StatisticForm.Shares, "%", "\tある\tない\n全体\t40\t60")));

        var page = Render<StatisticsPage>();

        Assert.Equal(10, page.FindAll("section li a").Count);
        Assert.StartsWith("計画にある図 10件のうち 1件に値があります", page.Find("#statistics-count").Words(), StringComparison.Ordinal);
        Assert.Contains("構成比1区分、2項目", page.Find($"a[href='/statistics/{Household}']").Words());
        AssertFollowsTheContract(page.FindAll("*"));
    }

    [Theory]
    [InlineData("1-1-1-9")]
    [InlineData("図1")]
    [InlineData("1-1-1")]
    public void Page_OfAChartThePlanDoesNotPrint_IsNotFound(string code)
    {
        this.Show(Empty);
        var navigation = Services.GetRequiredService<NavigationManager>();
        var missing = false;
        navigation.OnNotFound += (_, _) => missing = true;

        Render<StatisticPage>(p => p.Add(s => s.Code, code));

        Assert.True(missing);
    }

    [Fact]
    public void File_OfAChart_IsSafeAndExactForSpreadsheets()
    {
        var board = With("1-2-1-1", Values(StatisticForm.Lines, "人", "\t=1+1\t\"あ\"\"い,う\"\n令4\t▲1,234.50\t―\n@x\t0\t1") with { Note = "-3" });

        var text = StatisticFile.Write(board.Find(StatisticCode.Parse("1-2-1-1"))!, demo: false);

        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.Contains("注,'-3", lines);
        Assert.Contains("区分,'=1+1,\"あ\"\"い,う\"", lines);
        Assert.Contains("令和4年度,-1234.50,", lines);
        Assert.Contains("'@x,0,1", lines);
    }

    [Theory]
    [InlineData("1-1-1-1", false)]
    [InlineData("1-1-1-9", false)]
    [InlineData(Household, true)]
    public void File_OfAChart_IsThereOnceItHasValues(string code, bool found)
    {
        var live = new LiveBoard(NullLogger<LiveBoard>.Instance);
        live.Publish(With(Household, Values(StatisticForm.Lines, "%", "\t率\n令4\t84.2")));

        var answer = StatisticFile.Answer(code, new DefaultHttpContext(), live);

        Assert.Equal(found, answer is Microsoft.AspNetCore.Http.HttpResults.FileContentHttpResult);
    }

    private static Board With(string code, StatisticValues values)
    {
        var statistic = Empty.Find(StatisticCode.Parse(code))!.Statistic;
        return Empty.WithStatistics([new StatisticEntry
        {
            Number = 3,
            Code = statistic.Code,
            Title = statistic.Title.Plain,
            Values = values,
            Author = new Author("head", AuthorRole.Head, statistic.Department.Code),
            SavedAt = new DateTimeOffset(2027, 3, 24, 14, 31, 0, TimeSpan.FromHours(9)),
        }]);
    }

    private static StatisticValues Values(StatisticForm form, string unit, string pasted)
    {
        var check = StatisticGrid.Paste(pasted).Read(form, unit, null);
        Assert.Equal(ImmutableArray<StatisticProblem>.Empty, check.Problems);
        return check.Values!;
    }
}
