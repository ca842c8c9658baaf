using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Every way a figure is refused: told in Japanese, nothing written, nobody signalled.</summary>
public sealed class FigureWriterRefusalTests
{
    private const string Changed = "利用者の情報が変わりました。サインインし直してください";

    [Fact]
    public async Task Save_ByAnotherDepartment_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = Storage.HeadOf("zaisei") }, "この指標は、ほかの課が担当しています");

    [Fact]
    public async Task Save_ByStaff_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = Storage.StaffOf("shimin-sanka") }, "公開できるのは課長です。入力した内容を課長に伝えてください");

    [Fact]
    public async Task Save_ByThePlanOffice_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = Storage.Office }, "実績を公開できるのは担当課の課長です");

    [Fact]
    public async Task Save_ByAnUnknownAccount_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = f.Author with { Account = "nobody" } }, Changed);

    [Fact]
    public async Task Save_ByStaffWhoClaimsToBeHead_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = f.Author with { Account = "shimin-sanka-staff" } }, Changed);

    [Fact]
    public async Task Save_ByAHeadWhoClaimsAnotherDepartment_IsRefused() =>
        await AssertRefusedAsync("1-1-1-3", f => f with { Author = f.Author with { Account = "zaisei-head" } }, Changed);

    [Theory]
    [InlineData("Disabled = 1")]
    [InlineData("Role = 0")]
    [InlineData("Department = 'zaisei'")]
    [InlineData("Department = NULL")]
    public async Task Save_ByAnAccountThatChangedSinceSignIn_IsRefused(string change)
    {
        await using var storage = await Storage.ReadyAsync();
        await using (var db = storage.Open())
        {
#pragma warning disable EF1002 // the text is this test's own
            await db.Database.ExecuteSqlRawAsync($"UPDATE Accounts SET {change} WHERE Id = 'shimin-sanka-head'", Storage.Stop);
#pragma warning restore EF1002
        }

        await AssertRefusedAsync(storage, "1-1-1-3", f => f, Changed);
    }

    [Theory]
    [InlineData("1-1-1-3", 2027, "82.9", "令和9年度はまだ始まっていません", FigureField.Year)]
    [InlineData("1-1-1-3", 2023, "82.9", "基準値の年度(令和5年度)より後の年度を選んでください", FigureField.Year)]
    [InlineData("1-1-1-5", 2024, "5", "令和7年度に創設された指標です。令和7年度以後の年度を選んでください", FigureField.Year)]
    [InlineData("1-1-1-2", 2026, "219/218", "対象の施設(218棟)以下の数を入力してください", FigureField.Numerator)]
    [InlineData("1-1-1-2", 2026, "0/0", "1以上の数を入力してください", FigureField.Denominator)]
    [InlineData("1-1-1-2", 2026, "67.9", "耐震化済みの施設と対象の施設の数で入力してください", FigureField.Reading)]
    [InlineData("1-1-1-3", 2026, "-1", "0以上の数を入力してください", FigureField.Reading)]
    [InlineData("1-1-1-3", 2026, "82.95", "小数点以下は1桁までです", FigureField.Reading)]
    [InlineData("1-1-1-3", 2026, "100.1", "100以下の数を入力してください", FigureField.Reading)]
    [InlineData("1-1-1-3", 2026, "－", "この指標では「－」は使えません。数を入力してください", FigureField.Reading)]
    [InlineData("1-1-1-4", 2026, "22.5", "整数で入力してください", FigureField.Reading)]
    [InlineData("1-1-1-1", 2026, "3", "講演会と研修会の数をそろえて入力してください", FigureField.Reading)]
    [InlineData("1-1-1-1", 2026, "研修会2・講演会1", "講演会と研修会の数をそろえて入力してください", FigureField.Reading)]
    public async Task Save_OfAFigureThatBreaksARule_IsRefusedAtItsField(string code, int year, string reading, string reason, FigureField field)
    {
        var refusal = await AssertRefusedAsync(code, f => f with { Year = new FiscalYear(year), Reading = Reading.Parse(reading) }, reason);

        Assert.Equal(field, refusal.Field);
    }

    [Fact]
    public async Task Save_OfAnAmountTooLongToBeReadBack_IsRefused() =>
        await AssertRefusedAsync("1-3-1-3", f => f with { Reading = new Reading.Amount(999999999998.5m) }, "12桁までの数を入力してください", 2025);

    [Fact]
    public async Task Save_OfAnIndicatorThePlanDoesNotHave_IsRefused()
    {
        await using var storage = await Storage.ReadyAsync();
        var request = await storage.ProposeAsync("1-1-1-3", 2026, "82.9");

        var refusal = await RefusalAsync(storage, request with { Indicator = IndicatorCode.Parse("9-9-9-9") });

        Assert.Equal("この指標は計画にありません。画面を開き直してください", refusal.Message);
    }

    [Fact]
    public async Task Correction_WithoutAReason_IsRefused()
    {
        await using var storage = await SavedOnceAsync();

        var refusal = await AssertRefusedAsync(storage, "1-1-1-3", f => f with { Reading = new Reading.Amount(81.6m), Reason = " " }, "変更の理由を入力してください");

        Assert.Equal(FigureField.Reason, refusal.Field);
    }

    [Fact]
    public async Task Correction_ThatChangesNothing_IsRefused()
    {
        await using var storage = await SavedOnceAsync();

        await AssertRefusedAsync(storage, "1-1-1-3", f => f, "保存されている値から変わっていません");
    }

    [Fact]
    public async Task Save_AfterSomebodyElseSaved_IsRefusedWithTheNewerEntry()
    {
        await using var storage = await Storage.ReadyAsync();
        var late = await storage.ProposeAsync("1-1-1-3", 2026, "81.6");
        var newer = await storage.SaveAsync("1-1-1-3", 2026, "82.9");

        var refusal = await RefusalAsync(storage, late);

        Assert.Equal("ほかの人が 3月24日 14:31 にこの実績を保存しました", refusal.Message);
        Assert.Equal(newer, refusal.Newer);
    }

    [Fact]
    public async Task Save_WhileAnotherProgramHoldsTheDatabase_IsRefusedInTimeAndWorksAfterwards()
    {
        await using var storage = await Storage.ReadyAsync();
        await using var impatient = Storage.At(storage.Directory, ("ConnectionStrings:Plan", $"Data Source={storage.File};Default Timeout=1"));
        var request = await impatient.ProposeAsync("1-1-1-3", 2026, "82.9");
        await using (var holder = new SqliteConnection(storage.Settings.SqliteConnection))
        {
            await holder.OpenAsync(Storage.Stop);
            await using var held = holder.BeginTransaction(deferred: false);

            Assert.Equal("いまは保存できませんでした。少し待ってから、もう一度保存してください", (await RefusalAsync(impatient, request)).Message);
        }

        await impatient.Writer.SaveAsync(request, Storage.Stop);

        Assert.Equal("82.9%", (await storage.CardAsync("1-1-1-3")).Value);
        Storage.Release(impatient.Settings.SqliteConnection);
    }

    private static async Task<Storage> SavedOnceAsync()
    {
        var storage = await Storage.ReadyAsync();
        await storage.SaveAsync("1-1-1-3", 2026, "82.9");
        await storage.Signal.WaitAsync(Storage.Stop);
        return storage;
    }

    private static async Task<PlanRuleException> AssertRefusedAsync(string code, Func<NewFigure, NewFigure> change, string reason, int year = 2026)
    {
        await using var storage = await Storage.ReadyAsync();
        return await AssertRefusedAsync(storage, code, change, reason, year);
    }

    private static async Task<PlanRuleException> AssertRefusedAsync(Storage storage, string code, Func<NewFigure, NewFigure> change, string reason, int year = 2026)
    {
        var sensible = code switch { "1-1-1-1" => "講演会1・研修会2", "1-1-1-2" => "148/218", "1-1-1-3" => "82.9", _ => "5" };
        var request = await storage.ProposeAsync(code, year, sensible);
        var before = await RowsAsync(storage);

        var refusal = await RefusalAsync(storage, request with { Figure = change(request.Figure) });

        Assert.Equal(reason, refusal.Message);
        Assert.Equal(before, await RowsAsync(storage));
        Assert.False(storage.Signal.WaitAsync(Storage.Stop).IsCompleted, "A refusal must not be announced");
        return refusal;
    }

    private static Task<PlanRuleException> RefusalAsync(Storage storage, RecordFigure request) =>
        Assert.ThrowsAsync<PlanRuleException>(() => storage.Writer.SaveAsync(request, Storage.Stop));

    private static async Task<(long Revision, int Figures, int Versions)> RowsAsync(Storage storage)
    {
        await using var db = storage.Open();
        return (await db.States.Select(s => s.Revision).SingleAsync(Storage.Stop), await db.Figures.CountAsync(Storage.Stop), await db.Indicators.SumAsync(i => i.Version, Storage.Stop));
    }
}
