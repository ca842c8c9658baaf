using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>What a department is told of each row before anything is written.</summary>
public sealed class BulkPreviewTests
{
    [Theory]
    [InlineData("1-1-1-1,,令和8年度,実績,,,1,2,,", "講演会1・研修会2")]
    [InlineData("1-1-1-1,,令和8年度,,,講演会1・研修会2,,,,", "講演会1・研修会2")]
    [InlineData("1-1-1-2,自治会共同集会施設の耐震化率,R8,実績,,,148,218,,", "148/218")]
    [InlineData("１－１－１－２,,Ｒ８,実績,,,１４８棟,\"２１８\",,", "148/218")]
    [InlineData("1-1-1-2,,2026,実績,,148/218,,,,", "148/218")]
    [InlineData("1-1-1-3,自治会加入率,令和7年度,実績,,82.4%,,,,数え直し", "82.4")]
    [InlineData("1-1-1-3,自治会 加入率,令和６年,実績,,８２．９％,,,,", "82.9")]
    [InlineData("1-1-1-4,,令和7,実績,,\"2,0\"\"\",,,,", null)]
    [InlineData("1-1-1-4,,令和7,実績,,21 事業,,,,", "21")]
    public void Row_InTheFormsPeopleWrite_IsReadAsMeant(string row, string? reading)
    {
        var read = BulkFiles.LookAt(row);

        Assert.Equal(reading, read.Request?.Figure.Reading.ToText());
        if (reading is not null) Assert.Equal((BulkOutcome.Apply, FigureOrigin.Imported), (read.Outcome, read.Request!.Figure.Origin));
    }

    [Theory]
    [InlineData("1-1-1-4,,令和7年度,途中経過,令和7年9月30日,12,,,,", 2025, 9, 30)]
    [InlineData("1-1-1-4,,令和7年度,途中経過,R7.10.1,12,,,,", 2025, 10, 1)]
    [InlineData("1-1-1-4,,令和7年度,途中経過,2026/3/31,12,,,,", 2026, 3, 31)]
    [InlineData("1-1-1-4,,令和7年度,途中経過,2月1日,12,,,,", 2026, 2, 1)]
    [InlineData("1-1-1-4,,令和7年度,途中経過,45930,12,,,,", 2025, 9, 30)]
    public void Interim_WithItsDay_IsReadWithIt(string row, int year, int month, int day)
    {
        var read = BulkFiles.LookAt(row);

        Assert.Equal((FigureStage.Interim, new DateOnly(year, month, day)), (read.Request!.Figure.Stage, read.Request.Figure.AsOf));
    }

    [Theory]
    [InlineData(",,令和8年度,実績,,1,,,,", "A列「番号」", "指標の番号を入力してください(例 1-1-1-3)")]
    [InlineData("9-9-9-9,,令和8年度,実績,,1,,,,", "A列「番号」", "この番号の指標は計画にありません")]
    [InlineData("1-3-2-1,,令和8年度,実績,,60000,,,,", "A列「番号」", "ほかの課の指標です(担当は広報課)。この行を消してください")]
    [InlineData("1-1-1-4,自治会加入率,令和7年度,実績,,20,,,,", "B列「指標」", "番号と名前が合いません。1-1-1-4 は「活力あるまちづくり支援金(全市枠・地域枠)採択事業数」です")]
    [InlineData("1-1-1-4,,昨年,実績,,20,,,,", "C列「年度」", "年度を読み取れません。「令和8年度」「R8」「2026」のように入力してください")]
    [InlineData("1-1-1-4,,令和10年度,実績,,20,,,,", "C列「年度」", "令和10年度はまだ始まっていません")]
    [InlineData("1-1-1-4,,令和5年度,実績,,20,,,,", "C列「年度」", "基準値の年度(令和5年度)より後の年度を選んでください")]
    [InlineData("1-1-1-4,,令和7年度,予定,,20,,,,", "D列「段階」", "「実績」か「途中経過」を入力してください")]
    [InlineData("1-1-1-4,,令和7年度,途中経過,,20,,,,", "E列「時点」", "いつの時点の値かを入力してください")]
    [InlineData("1-1-1-4,,令和7年度,実績,令和7年9月30日,20,,,,", "E列「時点」", "時点は途中経過のときだけ入力します。実績では空けてください")]
    [InlineData("1-1-1-4,,令和7年度,途中経過,13月1日,20,,,,", "E列「時点」", "日付を読み取れません。「令和8年9月30日」か「2026/9/30」のように入力してください")]
    [InlineData("1-1-1-3,,令和6年度,実績,,\"82,9\",,,,", "F列「値」", "カンマ(,)の位置を確かめてください")]
    [InlineData("1-1-1-3,,令和6年度,実績,,82.95,,,,", "F列「値」", "入っている値は 82.95 です。小数点以下1桁までに丸めて入力してください")]
    [InlineData("1-1-1-3,,令和6年度,実績,,82.9493087557604%,,,,", "F列「値」", "入っている値は 82.9493087557604 です。小数点以下1桁までに丸めて入力してください")]
    [InlineData("1-1-1-3,,令和6年度,実績,,▲5.6,,,,", "F列「値」", "0以上の数を入力してください")]
    [InlineData("1-1-1-4,,令和7年度,実績,,22.5,,,,", "F列「値」", "入っている値は 22.5 です。整数で入力してください")]
    [InlineData("1-1-1-4,,令和7年度,実績,,,3,,,", "G列「数1」", "この指標では使いません。「値」に入力し、ここは空けてください")]
    [InlineData("1-1-1-2,,令和8年度,実績,,67.9,,,,", "F列「値」", "耐震化済みの施設と対象の施設の数で入力してください")]
    [InlineData("1-1-1-2,,令和8年度,実績,,67.9,148,218,,", "F列「値」", "「値」と「数」の両方に入っています。どちらか一方を空けてください(率は数から計算します)")]
    [InlineData("1-1-1-2,,令和8年度,実績,,,219,218,,", "G列「数1」", "対象の施設(218棟)以下の数を入力してください")]
    [InlineData("1-1-1-2,,令和8年度,実績,,,148,,,", "H列「数2」", "数を入力してください")]
    [InlineData("1-1-1-3,,令和8年度,実績,,81.7,,,,", "J列「変更の理由」", "変更の理由を入力してください")]
    [InlineData("1-1-1-3,,令和8年度,実績,,,,,,", "F列「値」", "公開した値は、空けても消えません。値を入力するか、この行を消してください")]
    [InlineData("1-1-1-4,,令和7年度,実績,,,,,あとで,", "F列「値」", "コメントだけでは取り込めません。値を入力してください")]
    public void Row_WithAProblem_SaysWhereAndWhatToDo(string row, string place, string message)
    {
        var read = BulkFiles.LookAt(row);

        Assert.Equal(BulkOutcome.Attention, read.Outcome);
        Assert.Contains(new BulkProblem(place, message), read.Problems);
        Assert.Null(read.Request);
    }

    [Fact]
    public void Row_WithSeveralProblems_TellsAllOfThem()
    {
        var read = BulkFiles.LookAt($"1-1-1-3,自治会加入者,令和8年度,仮,9月,81.75,,,{new string('あ', 201)},");

        Assert.Equal(["B列「指標」", "D列「段階」", "E列「時点」", "F列「値」"], read.Problems.Select(p => p.Place));
        Assert.Equal(["I列「コメント」", "J列「変更の理由」"], BulkFiles.LookAt($"1-1-1-3,,令和8年度,,,81.7,,,{new string('あ', 201)},").Problems.Select(p => p.Place));
    }

    [Fact]
    public void Rows_OfOneIndicatorAndYear_AreBothToBeLookedAt()
    {
        var preview = BulkFiles.Look(BulkFiles.Csv("1-1-1-4,,R7,,,20,,,,", "", "1-1-1-4,,2025,,,21,,,,"));

        Assert.Equal([(2, "4行目と同じ指標・年度です。どちらか一方を消してください"), (4, "2行目と同じ指標・年度です。どちらか一方を消してください")], preview.Rows.Select(r => (r.Number, r.Problems.Single().Message)));
        Assert.False(preview.CanAccept);
    }

    [Fact]
    public void File_WithOneRowToLookAt_AcceptsNone()
    {
        var preview = BulkFiles.Look(BulkFiles.Csv("1-1-1-2,,R8,,,,148,218,,", "1-1-1-4,,R7,,,x,,,,"));

        Assert.Equal((1, 1, false), (preview.Count(BulkOutcome.Apply), preview.Count(BulkOutcome.Attention), preview.CanAccept));
    }

    [Fact]
    public void Row_ThatChangesSomething_ShowsValueAndStatusBeforeAndAfter()
    {
        var read = BulkFiles.LookAt("1-1-1-2,,令和8年度,実績,,,148,218,,");

        Assert.Null(read.Standing);
        Assert.Equal("148/218", read.Figure!.Reading.ToText());
        Assert.Equal((Status.Watch, Status.OnTrack), (read.StatusBefore, read.StatusAfter));
    }

    [Fact]
    public void File_WithoutTheCommentColumn_LeavesCommentsAlone()
    {
        var read = Assert.Single(BulkFiles.Look("番号,年度,値\r\n1-1-1-3,R8,81.6\r\n"u8.ToArray()).Rows);

        Assert.Equal(BulkOutcome.Same, read.Outcome);
    }

    [Fact]
    public void File_WithColumnsOfItsOwn_SaysThatTheyAreNotRead()
    {
        var preview = BulkFiles.Look("表題\n番号;メモ;年度;値\n1-1-1-4;内部;R7;20\n"u8.ToArray());

        Assert.Equal(["メモ"], preview.IgnoredColumns);
        Assert.Equal(3, Assert.Single(preview.Rows).Number);
        Assert.True(preview.CanAccept);
    }

    [Fact]
    public void Board_AfterSomebodySaved_SaysWhichRowsMovedOn()
    {
        var preview = BulkFiles.Look(BulkFiles.Csv("1-1-1-2,,R8,,,,148,218,,", "1-1-1-4,,R7,,,20,,,,"));
        var saved = preview.Rows[1].Figure! with { Number = 99 };

        Assert.Empty(preview.MovedOn(BulkFiles.Board));
        Assert.Equal(3, Assert.Single(preview.MovedOn(BulkFiles.Board.With(saved))).Number);
    }
}
