using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>The plan office revises a target: at once or on a day to come, without touching the past.</summary>
public sealed class TargetRevisionTests
{
    private const string Code = "1-1-1-4"; // 17 → 39事業
    private const string Reason = "支援金の枠が広がったため";
    private static readonly DateOnly Today = new(2027, 3, 24);
    private static readonly DateOnly April = new(2027, 4, 1);

    [Fact]
    public async Task Target_RevisedToday_StandsAtOnceAndKeepsWhatItWas()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync(Code, 2026, "40");
        await storage.Signal.WaitAsync(Storage.Stop);

        await ReviseAsync(storage, 45, Today);

        await storage.Signal.WaitAsync(Storage.Stop);
        var card = await storage.CardAsync(Code);
        Assert.Equal((45m, "45事業", Status.OnTrack), (card.Indicator.Target.Values[0].Number, card.Indicator.Target.Printed, card.Status));
        Assert.Equal(new TargetRevision(Today, "39事業", "45事業", Reason), Assert.Single(card.Indicator.Revisions));
        Assert.Empty(card.Indicator.Upcoming);
    }

    [Fact]
    public async Task Board_OfBeforeTheRevision_IsJudgedByTheTargetOfItsTime()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync(Code, 2026, "40");
        var before = await storage.BoardAsync();

        await ReviseAsync(storage, 45, Today);

        var past = (await storage.Reader.ReadBoardAtAsync(before.Revision, Storage.Stop))!.Find(IndicatorCode.Parse(Code))!;
        Assert.Equal((Status.Achieved, "39事業", 0), (past.Status, past.Indicator.Target.Printed, past.Indicator.Revisions.Length));
        Assert.Equal((Status.OnTrack, before.Revision + 1), ((await storage.CardAsync(Code)).Status, (await storage.BoardAsync()).Revision));
    }

    [Fact]
    public async Task Target_RevisedForADayToCome_WaitsForThatDayInJapan()
    {
        await using var storage = await Storage.ReadyAsync();
        await ReviseAsync(storage, 45, April);
        var planned = (await storage.CardAsync(Code)).Indicator;
        Assert.Equal(("39事業", "45事業", April), (planned.Target.Printed, Assert.Single(planned.Upcoming).Target.Printed, planned.Upcoming[0].Effective));

        storage.Time.SetUtcNow(new DateTimeOffset(2027, 3, 31, 23, 59, 59, TimeSpan.FromHours(9)));
        await storage.PlanWriter.TakeEffectAsync(Storage.Stop);
        Assert.Equal(2, (await storage.BoardAsync()).PlanVersion);

        storage.Time.Advance(TimeSpan.FromSeconds(1));
        await storage.PlanWriter.TakeEffectAsync(Storage.Stop);

        var indicator = (await storage.CardAsync(Code)).Indicator;
        Assert.Equal((3, "45事業", 0), ((await storage.BoardAsync()).PlanVersion, indicator.Target.Printed, indicator.Upcoming.Length));
        Assert.Equal(new TargetRevision(April, "39事業", "45事業", Reason), Assert.Single(indicator.Revisions));
        Assert.Equal((PlanChangeKind.TookEffect, null, Reason), await NewestAsync(storage));
    }

    [Fact]
    public async Task TakingEffect_OnSeveralServersAtOnce_MakesOneVersion()
    {
        await using var storage = await Storage.ReadyAsync();
        await ReviseAsync(storage, 45, April);
        var other = Storage.At(storage.Directory);
        await using var _ = other;
        foreach (var server in new[] { storage, other }) server.Time.SetUtcNow(new DateTimeOffset(2027, 4, 3, 0, 0, 0, TimeSpan.FromHours(9)));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? storage : other).PlanWriter.TakeEffectAsync(Storage.Stop), Storage.Stop)));

        var board = await storage.BoardAsync();
        Assert.Equal((3, 3L), (board.PlanVersion, board.Revision)); // nothing due leaves no trace
    }

    [Fact]
    public async Task TwoTargetsToCome_TakeEffectEachOnItsDayAndTellEachOther()
    {
        await using var storage = await Storage.ReadyAsync();
        await ReviseAsync(storage, 50, April.AddYears(1));
        await ReviseAsync(storage, 45, April);

        storage.Time.SetUtcNow(new DateTimeOffset(2028, 5, 1, 0, 0, 0, TimeSpan.FromHours(9)));
        await storage.PlanWriter.TakeEffectAsync(Storage.Stop);

        var indicator = (await storage.CardAsync(Code)).Indicator;
        Assert.Equal("50事業", indicator.Target.Printed);
        Assert.Equal(["39事業 → 45事業", "45事業 → 50事業"], indicator.Revisions.Select(r => $"{r.Before} → {r.After}"));
    }

    [Fact]
    public async Task TargetToCome_Withdrawn_NeverTakesEffect()
    {
        await using var storage = await Storage.ReadyAsync();
        await ReviseAsync(storage, 45, April);

        await storage.PlanWriter.ReviseAsync(new RevisePlan(Storage.Office, PlanChangeKind.Target, 2, "見直しを取りやめるため", [new WithdrawTargetEdit(IndicatorCode.Parse(Code), April)]), Storage.Stop);

        storage.Time.SetUtcNow(new DateTimeOffset(2027, 4, 2, 0, 0, 0, TimeSpan.FromHours(9)));
        await storage.PlanWriter.TakeEffectAsync(Storage.Stop);
        var indicator = (await storage.CardAsync(Code)).Indicator;
        Assert.Equal(("39事業", 0, 0), (indicator.Target.Printed, indicator.Upcoming.Length, indicator.Revisions.Length));
    }

    [Fact]
    public async Task Preview_OfATargetToCome_ShowsTheBoardOfThatDayAndWritesNothing()
    {
        await using var storage = await Storage.ReadyAsync();
        await storage.SaveAsync(Code, 2026, "40");

        var preview = await storage.Previewer.OfAsync(Storage.Office, [EditOf(await storage.CardAsync(Code), 45, April)], April, Storage.Stop);

        Assert.Equal((Status.Achieved, Status.OnTrack), (preview.Before.Find(IndicatorCode.Parse(Code))!.Status, preview.After.Find(IndicatorCode.Parse(Code))!.Status));
        Assert.Equal((preview.Before.Whole.Achieved - 1, 2L), (preview.After.Whole.Achieved, (await storage.BoardAsync()).Revision));
    }

    [Theory]
    [InlineData("39", "39事業", "いまの目標と同じです。変えるところを入力してください")]
    [InlineData("45", "54事業", "表記の中に、目標の数(45)がありません")]
    [InlineData("45.5", "45.5事業", "整数で入力してください")]
    public async Task Target_ThatBreaksARule_IsRefusedWithASentence(string value, string printed, string sentence)
    {
        await using var storage = await Storage.ReadyAsync();
        var indicator = (await storage.CardAsync(Code)).Indicator;
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        var target = indicator.Target with { Values = [new PrintedValue(number, value.Contains('.', StringComparison.Ordinal) ? 1 : 0)], Printed = printed };

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.PlanWriter.ReviseAsync(
            new RevisePlan(Storage.Office, PlanChangeKind.Target, 1, Reason, [new TargetEdit(indicator.Code, target, Today, Reason)]), Storage.Stop));

        Assert.Equal((sentence, 1L), (refusal.Message, (await storage.BoardAsync()).Revision));
    }

    [Fact]
    public async Task Target_LoweredBelowTheBaseline_BecomesAFloor()
    {
        await using var storage = await Storage.ReadyAsync();

        await ReviseAsync(storage, 12, Today);

        Assert.Equal((IndicatorKind.Floor, Bound.AtLeast), ((await storage.CardAsync(Code)).Indicator.Kind, (await storage.CardAsync(Code)).Indicator.Target.Bound));
    }

    private static async Task ReviseAsync(Storage storage, int value, DateOnly effective)
    {
        var board = await storage.BoardAsync();
        await storage.PlanWriter.ReviseAsync(new RevisePlan(Storage.Office, PlanChangeKind.Target, board.PlanVersion, Reason, [EditOf(board.Find(IndicatorCode.Parse(Code))!, value, effective)]), Storage.Stop);
    }

    private static TargetEdit EditOf(IndicatorCard card, int value, DateOnly effective)
    {
        var target = TargetRules.Bounded(card.Indicator, card.Indicator.Target with { Values = [new PrintedValue(value, 0)] });
        return new TargetEdit(card.Indicator.Code, target with { Printed = TargetRules.PrintedOf(card.Indicator, target) }, effective, Reason);
    }

    private static async Task<(PlanChangeKind, string?, string?)> NewestAsync(Storage storage)
    {
        await using var db = storage.Open();
        var newest = await db.Documents.OrderByDescending(d => d.Version).FirstAsync(Storage.Stop);
        return (newest.Kind, newest.Account, newest.Reason);
    }
}
