using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Demo;

/// <summary>デモの統計: invented values for half of the plan's charts, one of each form; the others stay empty, as charts are at first.</summary>
public sealed class DemoStatistics(IServiceProvider services, PlanReader reader, TimeProvider time)
{
    // Chart, a phrase of its title (another plan may print another chart there), form, unit, cells as a department would paste them.
    private static readonly (string Code, string Title, StatisticForm Form, string Unit, string Cells)[] Charts =
    [
        ("1-1-1-1", "件数及び確定額", StatisticForm.Lines, "件、千円", """
            年度	件数	確定額
            令和2	24	3912
            令和3	21	3480
            令和4	19	3265
            令和5	17	3044
            令和6	19	3398
            令和7	21	3720
            """),
        ("1-1-1-2", "自治会加入率", StatisticForm.Lines, "%", """
            年度	自治会加入率
            令和2	85.3
            令和3	84.9
            令和4	84.2
            令和5	83.6
            令和6	82.9
            令和7	82.3
            """),
        ("1-2-1-1", "人権に関する", StatisticForm.Shares, "%", """
            区分	ある	少しある	ほとんどない	ない	わからない
            全体	6.2	14.8	31.5	40.1	7.4
            女性	7.1	16.3	31.9	36.8	7.9
            男性	5.2	13.1	31.0	43.9	6.8
            """),
        ("1-2-3-1", "国籍別", StatisticForm.Stacked, "人", """
            年度	ブラジル	中国	ベトナム	フィリピン	その他
            令和2	812	934	688	402	1064
            令和3	786	881	702	408	1051
            令和4	803	902	815	431	1127
            令和5	821	918	934	457	1243
            令和6	834	925	1041	472	1366
            """),
        ("1-3-1-1", "市債残高", StatisticForm.Lines, "千円", """
            年度	上田市	類似団体平均
            令和2	438.2	461.0
            令和3	431.6	455.4
            令和4	420.9	447.8
            令和5	412.3	440.1
            令和6	405.7	―
            """),
    ];

    /// <summary>Saves them into a demo database whose charts are all empty.</summary>
    public async Task TellAsync(CancellationToken cancellationToken = default)
    {
        var board = await reader.ReadBoardAsync(cancellationToken);
        if (board.Statistics.Any(s => s.Entry is not null)) return;
        // After the last figure of the story: the order of saving counts, so an earlier day would seem to know that figure.
        var day = JapaneseCalendar.DayOf(time.GetUtcNow()).AddDays(-9);
        var moment = new DateTimeOffset(day, new TimeOnly(13, 15), TimeSpan.FromHours(9));
        foreach (var (code, title, form, unit, cells) in Charts)
        {
            if (board.Find(StatisticCode.Parse(code))?.Statistic is not { } statistic || !statistic.Title.Plain.Contains(title, StringComparison.Ordinal)) continue;
            var values = StatisticGrid.Paste(cells).Read(form, unit, null).Values!;
            var author = await DemoAccounts.HeadOfAsync(services, statistic.Department.Code);
            moment = moment.AddMinutes(11);
            await services.StatisticWriterAt(new FixedTime(moment)).SaveAsync(new RecordStatistic(statistic.Code, new NewStatistic(values, author, null)), cancellationToken);
        }
    }
}
