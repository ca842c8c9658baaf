using System.Diagnostics;
using UedaPlan.Dashboard.Features.Bulk;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Bulk;

/// <summary>A hundred thousand files nobody would send: each is read or refused by a sentence, in little time and memory.</summary>
public sealed class BulkFuzzTests(ITestOutputHelper output)
{
    private const int Files = 100_000;
    private const int Seed = 20_270_422; // printed with every failure: the file is made again from it and its number
    private const long MostBytesOfOne = 96L * 1024 * 1024;
    private static readonly TimeSpan MostTimeOfOne = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan MostTimeOfAll = TimeSpan.FromMinutes(8); // a hang, not a slow machine

    [Fact]
    public void AnyFile_IsReadOrRefused_WithinItsTimeAndMemory()
    {
        var (refused, previewed, slowest, largest) = (0, 0, 0L, 0L);
        var started = Stopwatch.GetTimestamp();
        Parallel.For(0, Files, number =>
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < MostTimeOfAll, $"not done at file {number}");
            var bytes = BulkMutation.Of(Seed, number);
            var (from, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            if (Try(bytes, number)) Interlocked.Increment(ref previewed);
            else Interlocked.Increment(ref refused);
            Highest(ref slowest, Stopwatch.GetTimestamp() - from);
            Highest(ref largest, GC.GetAllocatedBytesForCurrentThread() - allocated);
        });
        var worst = TimeSpan.FromSeconds((double)slowest / Stopwatch.Frequency);
        output.WriteLine($"{Files} files in {Stopwatch.GetElapsedTime(started)}: {previewed} previewed, {refused} refused; slowest {worst.TotalMilliseconds:0} ms, most allocated {largest / 1024} KiB");
        Assert.True(worst < MostTimeOfOne, $"one file took {worst}");
        Assert.True(largest < MostBytesOfOne, $"one file took {largest} bytes");
        Assert.True(previewed > Files / 20 && refused > Files / 20, $"{previewed} previewed, {refused} refused: the files are too much alike");
    }

    private static bool Try(byte[] bytes, int number)
    {
        try
        {
            var preview = BulkFiles.Look(bytes);
            foreach (var row in preview.Rows) AssertTold(row);
            return true;
        }
        catch (PlanRuleException e)
        {
            Assert.Matches(@"\p{IsHiragana}", e.Message);
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {Seed}, file {number}: {e.Message}", e);
        }
    }

    private static void AssertTold(BulkRow row)
    {
        Assert.All(row.Problems, p => Assert.Matches(@"\p{IsHiragana}", p.Message));
        Assert.True(row.Request is null || row.Problems.IsEmpty);
    }

    private static void Highest(ref long highest, long value)
    {
        for (var seen = Volatile.Read(ref highest); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref highest, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
