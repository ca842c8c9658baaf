using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace UedaPlan.EndToEnd;

/// <summary>The load command measures what it says. Counts only: times belong to the one who runs it on a quiet machine.</summary>
public sealed class LoadCommandTests
{
    private static readonly string Program = Path.GetFullPath(typeof(LoadCommandTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Benchmarks").Value!);

    [Fact]
    public async Task Load_TwentyViewersAndFiveSaves_EveryViewerFetchesEverySaveOnce()
    {
        var (exitCode, output) = await RunAsync("--viewers", "20", "--saves", "5", "--warm", "2", "--every", "0.3", "--idle", "0");

        Assert.True(exitCode == 0, output);
        Assert.InRange(FigureOf("fetches per save and viewer", output), 0.99, 2);
        Assert.InRange(FigureOf("signals per save and viewer", output), 0.99, 2);
        Assert.Equal(0, FigureOf("stale pages", output));
        Assert.Equal(0, FigureOf("missed updates", output));
        Assert.Contains("100 of 100 timed", output);
    }

    [Theory]
    [InlineData("--viewers", "many")]
    [InlineData("--published", "nowhere")]
    [InlineData("--colour", "red")]
    public async Task Load_WrongArgument_IsRefusedWithOneSentenceThatNamesIt(string name, string value)
    {
        var (exitCode, output) = await RunAsync(name, value);

        Assert.Equal(2, exitCode);
        Assert.Contains(name, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>What the table says of the product: its second column of figures.</summary>
    private static double FigureOf(string row, string output) =>
        double.Parse(output.Split('\n').Single(line => line.StartsWith($"| {row} ", StringComparison.Ordinal)).Split('|')[3], CultureInfo.InvariantCulture);

    private static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "load", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
