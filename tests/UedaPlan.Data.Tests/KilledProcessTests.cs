using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace UedaPlan.Data.Tests;

/// <summary>A process killed while it saves: what it said was saved is there, and the next one goes on.</summary>
public sealed class KilledProcessTests
{
    private const int Rounds = 3;

    [Fact]
    public async Task Saver_KilledAgainAndAgain_LosesNothingItAcknowledged()
    {
        await using var storage = await Storage.ReadyAsync();
        Dictionary<long, string> acknowledged = [];
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var wanted = random.Next(1, 40);
            await KillAfterAsync(storage.Directory, wanted, acknowledged);
            await AssertWholeAsync(storage, acknowledged);
        }

        var next = await storage.SaveAsync(FigureSaver.Code, 2026, "70001");

        Assert.True(next.Number > acknowledged.Keys.Max());
        Assert.Equal("70,001人", (await storage.CardAsync(FigureSaver.Code)).Value);
    }

    private static async Task KillAfterAsync(string directory, int wanted, Dictionary<long, string> acknowledged)
    {
        using var saver = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "UedaPlan.Data.Tests.exe" : "UedaPlan.Data.Tests"))
        {
            ArgumentList = { FigureSaver.Argument, directory },
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        try
        {
            for (var i = 0; i < wanted; i++)
            {
                var line = await saver.StandardOutput.ReadLineAsync(Storage.Stop);
                Assert.True(line is not null, "The saver ended by itself");
                var parts = line.Split(' ');
                acknowledged.Add(long.Parse(parts[0]), parts[1]);
            }
        }
        finally
        {
            saver.Kill();
        }
        // What it managed to say before it died is acknowledged too; a line cut in the middle is not.
        var rest = await saver.StandardOutput.ReadToEndAsync(Storage.Stop);
        foreach (var line in rest.Split('\n').SkipLast(1)) acknowledged.Add(long.Parse(line.Split(' ')[0]), line.Split(' ')[1].TrimEnd());
        await saver.WaitForExitAsync(Storage.Stop);
        Assert.NotEqual(0, saver.ExitCode);
    }

    private static async Task AssertWholeAsync(Storage storage, Dictionary<long, string> acknowledged)
    {
        await using var db = storage.Open();
        Assert.Equal("ok", await db.Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check").SingleAsync(Storage.Stop));
        var rows = await db.Figures.AsNoTracking().ToDictionaryAsync(f => f.Number, f => f.Reading, Storage.Stop);
        Assert.All(acknowledged, a => Assert.Equal(a.Value, rows.GetValueOrDefault(a.Key)));
        Assert.Equal(1 + rows.Count, await db.States.Select(s => s.Revision).SingleAsync(Storage.Stop));
        Assert.Equal(rows.Count, await db.Indicators.Where(i => i.Code == FigureSaver.Code).Select(i => i.Version).SingleAsync(Storage.Stop));
    }
}
