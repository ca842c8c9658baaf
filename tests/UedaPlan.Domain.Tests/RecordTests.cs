namespace UedaPlan.Domain.Tests;

/// <summary>Publishing a figure: who may, for which year, and what a correction needs.</summary>
public sealed class RecordTests
{
    private static readonly Indicator Rate = PlanRows.Row("1-1-1-3");

    [Fact]
    public void Record_AFigureThatBreaksNoRule_IsReturnedUnnumbered()
    {
        var figure = Rate.Record(Rate.ProposeActual(2026, "82.9") with { Comment = "  例年どおり ", Reason = " " }, Proposals.Now);

        Assert.Equal((0, Rate.Code, FiscalYear.Reiwa(8), FigureStage.Actual), (figure.Number, figure.Indicator, figure.Year, figure.Stage));
        Assert.Equal((new Reading.Amount(82.9m), "例年どおり", null, Proposals.Now), (figure.Reading, figure.Comment, figure.Reason, figure.SavedAt));
    }

    [Fact]
    public void Author_OfThePlanOffice_IsRefused() => Refused("実績を公開できるのは担当課の課長です", FigureField.None,
        Rate, Rate.ProposeActual(2026, "82.9") with { Author = Authors.PlanOffice });

    [Fact]
    public void Author_OfAnotherDepartment_IsRefused() => Refused("この指標は、ほかの課が担当しています", FigureField.None,
        Rate, Rate.ProposeActual(2026, "82.9") with { Author = Authors.HeadOf(PlanRows.Row("1-3-1-2")) });

    [Fact]
    public void Author_WithoutADepartment_IsRefused() => Refused("この指標は、ほかの課が担当しています", FigureField.None,
        Rate, Rate.ProposeActual(2026, "82.9") with { Author = new Author("head", AuthorRole.Head, null) });

    [Fact]
    public void Author_WhoIsNotTheHead_IsTold() => Refused("公開できるのは課長です。入力した内容を課長に伝えてください", FigureField.None,
        Rate, Rate.ProposeActual(2026, "82.9") with { Author = Authors.StaffOf(Rate) });

    [Fact]
    public void Year_ThatHasNotBegun_IsRefused() => Refused("令和9年度はまだ始まっていません", FigureField.Year, Rate, Rate.ProposeActual(2027, "82.9"));

    [Fact]
    public void Year_BeginsWithAprilInJapan() // 15:00 UTC on 31 March
    {
        var midnight = new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero);

        Assert.Equal(FiscalYear.Reiwa(9), Rate.Record(Rate.ProposeActual(2027, "82.9"), midnight).Year);
        Assert.Throws<PlanRuleException>(() => Rate.Record(Rate.ProposeActual(2027, "82.9"), midnight.AddTicks(-1)));
    }

    [Theory]
    [InlineData(2023)]
    [InlineData(2022)]
    public void Year_OfTheBaselineOrEarlier_IsRefused(int year) =>
        Refused("基準値の年度(令和5年度)より後の年度を選んでください", FigureField.Year, Rate, Rate.ProposeActual(year, "82.9"));

    [Fact]
    public void Year_AfterTheBaselineButBeforeThePlan_IsAccepted() =>
        Assert.Equal(FiscalYear.Reiwa(6), Rate.Record(Rate.ProposeActual(2024, "82.9"), Proposals.Now).Year);

    [Fact]
    public void Year_BeforeTheIndicatorWasCreated_IsRefused()
    {
        var row = PlanRows.Row("1-1-1-5");

        Refused("令和7年度に創設された指標です。令和7年度以後の年度を選んでください", FigureField.Year, row, row.ProposeActual(2024, "5"));
        Assert.Equal(FiscalYear.Reiwa(7), row.Record(row.ProposeActual(2025, "5"), Proposals.Now).Year);
    }

    [Fact]
    public void Interim_WithoutADay_IsAskedForOne() =>
        Refused("いつの時点の値かを入力してください", FigureField.AsOf, Rate, Rate.ProposeInterim(2026, "82.9", null));

    [Theory]
    [InlineData(2026, 3, 31)] // the year before
    [InlineData(2027, 3, 25)] // tomorrow
    [InlineData(2027, 4, 1)]
    public void Interim_OfADayOutsideTheYearOrAhead_IsRefused(int year, int month, int day) =>
        Refused("令和8年度のうち、今日までの日付を入力してください", FigureField.AsOf, Rate, Rate.ProposeInterim(2026, "82.9", new DateOnly(year, month, day)));

    [Theory]
    [InlineData(2026, 4, 1)]
    [InlineData(2027, 3, 24)] // today
    public void Interim_OfADayOfTheYear_IsAccepted(int year, int month, int day)
    {
        var asOf = new DateOnly(year, month, day);

        Assert.Equal(asOf, Rate.Record(Rate.ProposeInterim(2026, "82.9", asOf), Proposals.Now).AsOf);
    }

    [Fact]
    public void Interim_AfterTheActual_IsRefused()
    {
        var row = Rate.WithActual(2026, "82.9");

        Refused("令和8年度の実績はもう保存されています。途中経過は入力できません", FigureField.Year, row, row.ProposeInterim(2026, "82.0", new DateOnly(2027, 1, 31)));
    }

    [Fact]
    public void Interim_AfterAnInterim_NeedsNoReason()
    {
        var row = Rate.WithInterim(2026, "82.9");

        Assert.Equal(new Reading.Amount(82.5m), row.Record(row.ProposeInterim(2026, "82.5", new DateOnly(2027, 1, 31)), Proposals.Now).Reading);
        Assert.Equal(new Reading.Amount(82.4m), row.Record(row.ProposeActual(2026, "82.4"), Proposals.Now).Reading);
    }

    [Fact]
    public void Conflict_WithANewerEntry_IsShownWithIt()
    {
        var seen = Rate.WithActual(2026, "82.9");
        var proposal = seen.ProposeActual(2026, "82.7") with { Reason = "集計の誤り" };
        var meanwhile = seen.WithActual(2026, "82.8");

        var refusal = Refused("ほかの人が 3月24日 14:32 にこの実績を保存しました", FigureField.None, meanwhile, proposal);

        Assert.Same(meanwhile.EntryOf(FiscalYear.Reiwa(8)), refusal.Newer);
    }

    [Fact]
    public void Conflict_WithTheFirstEntry_IsShownWithIt() => Assert.NotNull(
        Refused("ほかの人が 3月24日 14:31 にこの実績を保存しました", FigureField.None, Rate.WithActual(2026, "82.9"), Rate.ProposeActual(2026, "82.8")).Newer);

    [Fact]
    public void Conflict_WithAnInterim_IsShownToo() => Refused("ほかの人が 3月24日 14:31 にこの実績を保存しました", FigureField.None,
        Rate.WithInterim(2026, "82.9"), Rate.ProposeActual(2026, "82.8"));

    [Fact]
    public void Conflict_InAnotherYear_IsNone()
    {
        var row = Rate.WithActual(2025, "83.0");

        Assert.Equal(FiscalYear.Reiwa(8), row.Record(Rate.ProposeActual(2026, "82.9"), Proposals.Now).Year);
    }

    [Fact]
    public void Seen_AnEntryThatIsNotThere_AsksToOpenThePageAgain() =>
        Refused("画面を開き直してから、もう一度入力してください", FigureField.None, Rate, Rate.ProposeActual(2026, "82.9") with { Seen = 7 });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 　")]
    public void Correction_WithoutAReason_IsRefused(string? reason)
    {
        var row = Rate.WithActual(2026, "82.9");

        Refused("変更の理由を入力してください", FigureField.Reason, row, row.ProposeActual(2026, "82.8") with { Reason = reason });
    }

    [Fact]
    public void Correction_WithAReason_IsALaterEntryThatStands()
    {
        var row = Rate.WithActual(2026, "82.9");

        var corrected = row.Publish(row.ProposeActual(2026, "82.8") with { Reason = "集計の誤り" }, Proposals.Now);

        Assert.Equal(2, corrected.Figures.Length);
        Assert.Equal(new Reading.Amount(82.8m), corrected.LatestActual!.Reading);
        Assert.Equal("集計の誤り", corrected.LatestActual.Reason);
    }

    [Theory]
    [InlineData("82.9")]
    [InlineData("82.90")]
    public void Correction_ThatChangesNothing_IsRefused(string reading)
    {
        var row = Rate.WithActual(2026, "82.9");

        Refused("保存されている値から変わっていません", FigureField.None, row, row.ProposeActual(2026, reading) with { Comment = " ", Reason = "念のため" });
    }

    [Fact]
    public void Correction_OfTheCommentAlone_NeedsAReason()
    {
        var row = Rate.WithActual(2026, "82.9");
        var proposal = row.ProposeActual(2026, "82.9") with { Comment = "速報値" };

        Refused("変更の理由を入力してください", FigureField.Reason, row, proposal);
        Assert.Equal("速報値", row.Record(proposal with { Reason = "注記の追加" }, Proposals.Now).Comment);
    }

    [Fact]
    public void Texts_OfTwoHundredCharacters_AreAcceptedAndOneMoreIsNot()
    {
        var (fits, tooLong) = (new string('字', 200), new string('字', 201));

        var figure = Rate.Record(Rate.ProposeActual(2026, "82.9") with { Comment = $" {fits} ", Reason = fits }, Proposals.Now);

        Assert.Equal((fits, fits), (figure.Comment, figure.Reason));
        Refused("コメントは200字までです", FigureField.Comment, Rate, Rate.ProposeActual(2026, "82.9") with { Comment = tooLong });
        Refused("変更の理由は200字までです", FigureField.Reason, Rate, Rate.ProposeActual(2026, "82.9") with { Reason = tooLong });
    }

    private static PlanRuleException Refused(string sentence, FigureField field, Indicator indicator, NewFigure figure)
    {
        var refusal = Assert.Throws<PlanRuleException>(() => indicator.Record(figure, Proposals.Now));
        Assert.Equal((sentence, field), (refusal.Message, refusal.Field));
        return refusal;
    }
}
