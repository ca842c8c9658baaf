using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Whatever was saved in whatever order and by whatever clock: each board of the past can be had again as it was.</summary>
public sealed class PastBoardTests
{
    private static readonly (string Code, string[] Readings)[] Reports =
    [
        ("1-1-1-3", ["82.9", "80", "79.9", "84", "300"]), // the last of each is refused
        ("1-1-1-2", ["144/218", "148/218", "152/218", "217/218", "219/218"]),
        ("1-1-1-1", ["講演会1・研修会2", "講演会1・研修会1", "講演会0・研修会4", "講演会2・研修会2", "3"]),
        ("1-3-1-3", ["－", "22.1", "49.9", "50", "多い"]),
        ("1-3-2-1", ["54504", "60000", "69999", "70000", "1.5"]),
    ];

    private static readonly PlanFile[] Plans = [.. Enumerable.Range(40, 3).Select(n => PlanFile.Parse(BrokenPlan.Whole
        .Replace("\"value\": 39, \"decimals\": 0, \"printed\": \"39事業\"", $"\"value\": {n}, \"decimals\": 0, \"printed\": \"{n}事業\"")
        .Replace("\"code\": \"1-3-2-1\"", n == 41 ? "\"code\": \"1-3-2-2\"" : "\"code\": \"1-3-2-1\"")
        .Replace("市民課", $"市民{n}課"), "revised.json")), PlanFile.BuiltIn()];

    private static readonly JsonSerializerOptions Everything = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ReadingText(), new JsonStringEnumConverter() },
    };

    // Kind, which indicator or plan, year, which reading, and how far the clock moves: often not at all, sometimes back.
    private static readonly Gen<(int Kind, int Which, int Year, int Reading, int Minutes)[]> Saves = Gen.Select(
        Gen.Int[0, 9], Gen.Int[0, 4], Gen.Int[2024, 2027], Gen.Int[0, 4], Gen.OneOf(0, 0, 1, 7, 60 * 24 * 20, -3, -60 * 24)).Array[1, 16];

    [Fact]
    public async Task BoardAt_EveryRevisionOfRandomSaves_IsTheBoardThatStoodThen() => await Saves.SampleAsync(async saves =>
    {
        await using var storage = await Storage.ReadyAsync();
        var boards = new Dictionary<long, string>();
        await RememberAsync();
        foreach (var (kind, which, year, reading, minutes) in saves)
        {
            storage.Time.AdjustTime(storage.Time.GetUtcNow().AddMinutes(minutes));
            await TryAsync(storage, kind, which, year, reading);
            await RememberAsync();
        }

        await using var later = Storage.At(storage.Directory); // nothing it may have kept in memory helps it
        foreach (var (revision, board) in boards) Assert.Equal(board, PictureOf((await later.Reader.ReadBoardAtAsync(revision, Storage.Stop))!));
        Assert.Equal(Enumerable.Range(1, boards.Count).Select(r => (long)r), boards.Keys.Order());
        Assert.Null(await later.Reader.ReadBoardAtAsync(boards.Count + 1, Storage.Stop));
        await AssertMilestonesMatchAsync(later);
        Storage.Release(later.Settings.SqliteConnection);

        async Task RememberAsync()
        {
            var board = await storage.BoardAsync();
            var picture = PictureOf(board);
            if (!boards.TryAdd(board.Revision, picture)) Assert.Equal(boards[board.Revision], picture); // a refused save changes nothing
        }
    }, iter: 12, threads: 1);

    private static async Task TryAsync(Storage storage, int kind, int which, int year, int reading)
    {
        try
        {
            if (kind == 0) await storage.PlanWriter.LoadAsync(Plans[which % Plans.Length], Storage.Stop);
            else if (kind == 2) await storage.SaveStatisticAsync("1-1-1-2", ChartOf(which, reading));
            else if (await storage.CardAsync(Reports[which].Code) is null) return; // the plan of the moment has no such indicator
            else if (kind == 1) await storage.SaveInterimAsync(Reports[which].Code, year, Reports[which].Readings[reading]);
            else await storage.SaveAsync(Reports[which].Code, year, Reports[which].Readings[reading]);
        }
        catch (PlanRuleException) { } // refused
    }

    private static StatisticValues ChartOf(int which, int value) => new()
    {
        Form = StatisticForm.Lines, Unit = "%", Labels = ["令和4年度"], Series = [new StatisticSeries("率", [80 + which + (value / 10m)])],
    };

    // What the list of milestones says a save changed is what the board of that revision says of its newest change.
    private static async Task AssertMilestonesMatchAsync(Storage storage)
    {
        foreach (var milestone in (await storage.Reader.ReadMilestonesAsync(1, Storage.Stop)).Items)
        {
            var board = (await storage.Reader.ReadBoardAtAsync(milestone.Revision, Storage.Stop))!;
            if (milestone.Change is not null) Assert.Equal(board.LastChange, milestone.Change);
            else if (milestone.PlanVersion is { } version) Assert.Equal(board.PlanVersion, version);
            else Assert.Contains(board.Statistics, s => s.Statistic.Title.Plain == milestone.ChartTitle && s.Entry!.SavedAt == milestone.At);
            Assert.Equal(milestone.At, await storage.Reader.ReadMomentOfAsync(milestone.Revision, Storage.Stop));
        }
    }

    private static string PictureOf(Board board) => JsonSerializer.Serialize(board with { ReadAt = default }, Everything);

    private sealed class ReadingText : JsonConverter<Reading>
    {
        public override Reading Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Reading.Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, Reading value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToText());

        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(Reading));
    }
}
