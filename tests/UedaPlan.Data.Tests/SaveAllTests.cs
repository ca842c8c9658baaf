using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Many figures saved as one change: all of them or none.</summary>
public sealed class SaveAllTests
{
    [Fact]
    public async Task SaveAll_OfSeveralFigures_IsOneRevisionAndOneSignal()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await ProposeAsync(storage);

        var saved = await storage.Writer.SaveAllAsync(requests, Storage.Stop);

        Assert.Empty(saved.Refused);
        Assert.Equal(["82.9", "148/218", "22", "82.3"], saved.Figures.Select(f => f.Reading.ToText()));
        Assert.Equal(2, Assert.Single(saved.Figures.Select(f => f.Revision).Distinct()));
        Assert.All(saved.Figures, f => Assert.Equal(FigureOrigin.Imported, f.Origin));
        var board = await storage.BoardAsync();
        Assert.Equal(2, board.Revision);
        Assert.All(saved.Figures, f => Assert.Contains(f, board.Find(f.Indicator)!.Indicator.Figures));
        await storage.Signal.WaitAsync(Storage.Stop);
    }

    [Fact]
    public async Task SaveAll_WithOneRefusedFigure_WritesNothingAndNamesIt()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await ProposeAsync(storage);
        requests[1] = requests[1] with { Figure = requests[1].Figure with { Reading = Reading.Parse("219/218") } };

        var saved = await storage.Writer.SaveAllAsync(requests, Storage.Stop);

        Assert.Empty(saved.Figures);
        var refused = Assert.Single(saved.Refused);
        Assert.Equal((1, "対象の施設(218棟)以下の数を入力してください"), (refused.Index, refused.Reason.Message));
        await AssertUntouchedAsync(storage, 1, 0);
    }

    [Fact]
    public async Task SaveAll_AfterSomebodySavedMeanwhile_NamesEveryFigureThatMovedOn()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await ProposeAsync(storage);
        await storage.SaveAsync("1-1-1-3", 2026, "82.8");
        await storage.SaveAsync("1-1-1-4", 2026, "23");

        var saved = await storage.Writer.SaveAllAsync(requests, Storage.Stop);

        Assert.Equal([(0, "82.8"), (2, "23")], saved.Refused.OrderBy(r => r.Index).Select(r => (r.Index, r.Reason.Newer!.Reading.ToText())));
        await AssertUntouchedAsync(storage, 3, 2);
    }

    [Fact]
    public async Task SaveAll_SentTwice_SavesOnce()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await ProposeAsync(storage);

        var answers = await Task.WhenAll(storage.Writer.SaveAllAsync(requests, Storage.Stop), storage.Writer.SaveAllAsync(requests, Storage.Stop));

        Assert.Single(answers, a => a.Refused.IsEmpty);
        Assert.Single(answers, a => a.Refused.Length == requests.Length);
        await AssertUntouchedAsync(storage, 2, 4);
    }

    [Fact]
    public async Task SaveAll_WithAFigureOfAnotherDepartment_IsRefusedWhole()
    {
        await using var storage = await Storage.ReadyAsync();
        RecordFigure[] requests = [.. await ProposeAsync(storage), await ForeignAsync(storage)];

        var saved = await storage.Writer.SaveAllAsync(requests, Storage.Stop);

        Assert.Equal((4, "この指標は、ほかの課が担当しています"), (Assert.Single(saved.Refused).Index, saved.Refused[0].Reason.Message));
        await AssertUntouchedAsync(storage, 1, 0);
    }

    [Theory]
    [InlineData(AuthorRole.Staff)]
    [InlineData(AuthorRole.PlanOffice)]
    public async Task SaveAll_ByARoleThatMayNotPublish_IsRefusedWhole(AuthorRole role)
    {
        await using var storage = await Storage.ReadyAsync();
        var author = role == AuthorRole.Staff ? Storage.StaffOf("shimin-sanka") : Storage.Office;
        RecordFigure[] requests = [.. (await ProposeAsync(storage)).Select(r => r with { Figure = r.Figure with { Author = author } })];

        var saved = await storage.Writer.SaveAllAsync(requests, Storage.Stop);

        Assert.Equal(requests.Length, saved.Refused.Length);
        await AssertUntouchedAsync(storage, 1, 0);
    }

    [Fact]
    public async Task SaveAll_WithABrokenDatabase_SaysThatNothingWasSaved()
    {
        await using var storage = await Storage.ReadyAsync();
        var requests = await ProposeAsync(storage);
        await using (var db = storage.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Figures RENAME TO Elsewhere", Storage.Stop);
        }

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => storage.Writer.SaveAllAsync(requests, Storage.Stop));

        Assert.Contains("1件も保存していません", refusal.Message);
    }

    [Fact]
    public async Task SaveAll_OfNothing_MovesNothing()
    {
        await using var storage = await Storage.ReadyAsync();

        Assert.Equal((0, 0), await storage.Writer.SaveAllAsync([], Storage.Stop) is var saved ? (saved.Figures.Length, saved.Refused.Length) : default);
        await AssertUntouchedAsync(storage, 1, 0);
    }

    // In the order of a file, the newer year first.
    private static async Task<RecordFigure[]> ProposeAsync(Storage storage)
    {
        var requests = new List<RecordFigure>();
        foreach (var (code, year, reading) in new[] { ("1-1-1-3", 2026, "82.9"), ("1-1-1-2", 2026, "148/218"), ("1-1-1-4", 2026, "22"), ("1-1-1-3", 2025, "82.3") })
        {
            var request = await storage.ProposeAsync(code, year, reading);
            requests.Add(request with { Figure = request.Figure with { Origin = FigureOrigin.Imported } });
        }
        return [.. requests];
    }

    private static async Task<RecordFigure> ForeignAsync(Storage storage)
    {
        var request = await storage.ProposeAsync("1-3-2-1", 2026, "60000");
        return request with { Figure = request.Figure with { Author = Storage.HeadOf("shimin-sanka") } };
    }

    private static async Task AssertUntouchedAsync(Storage storage, long revision, int figures)
    {
        var board = await storage.BoardAsync();
        Assert.Equal((revision, figures), (board.Revision, board.Cards.Sum(c => c.Indicator.Figures.Length)));
    }
}
