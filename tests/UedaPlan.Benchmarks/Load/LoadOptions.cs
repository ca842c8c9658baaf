using System.Globalization;

namespace UedaPlan.Benchmarks.Load;

/// <summary>測定の条件: what the load command was asked to do.</summary>
internal sealed record LoadOptions
{
    public const string ProductFile = "UedaPlan.Dashboard.dll";

    public const string Help = """
        load: the product with N reading viewers against a bare SignalR hub with N listeners, in one run.

          --viewers 1000       viewers of each
          --page /wall         the page they read
          --saves 60           saves measured
          --warm 40            saves before them, until code is compiled and caches are filled
          --every 0.5          seconds between two saves
          --idle 200           viewers for the idle measure; 0 leaves it out
          --idle-seconds 20    how long each idle measure takes
          --published FOLDER   a published build; without it the one built beside this program

        Ends with 0 when no viewer was lost and no update stale or missed, with 1 otherwise, with 2 after a wrong argument.
        """;

    public int Viewers { get; init; } = 1000;
    public string Page { get; init; } = "/wall";
    public int Saves { get; init; } = 60;
    public int Warm { get; init; } = 40;

    /// <summary>Seconds.</summary>
    public double Every { get; init; } = 0.5;

    public int Idle { get; init; } = 200;
    public int IdleSeconds { get; init; } = 20;
    public string? Published { get; init; }

    /// <exception cref="ArgumentException">One sentence about the argument that is wrong.</exception>
    public static LoadOptions Of(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            options = i + 1 < args.Length ? options.With(args[i], args[i + 1]) : throw new ArgumentException($"{args[i]} needs a value, or is not known.");
        }
        return options;
    }

    private LoadOptions With(string name, string value) => name switch
    {
        "--viewers" => this with { Viewers = Whole(name, value, 2, 20_000) },
        "--page" => this with { Page = value.StartsWith('/') && !value.Any(char.IsWhiteSpace) ? value : throw new ArgumentException($"--page is an address that begins with /, not {value}.") },
        "--saves" => this with { Saves = Whole(name, value, 1, 100_000) },
        "--warm" => this with { Warm = Whole(name, value, 1, 10_000) },
        "--every" => this with { Every = Seconds(name, value) },
        "--idle" => this with { Idle = Whole(name, value, 0, 20_000) },
        "--idle-seconds" => this with { IdleSeconds = Whole(name, value, 1, 3600) },
        "--published" => this with { Published = File.Exists(Path.Combine(value, ProductFile)) ? Path.GetFullPath(value) : throw new ArgumentException($"--published names a folder with {ProductFile} in it; {value} has none.") },
        _ => throw new ArgumentException($"{name} is not known; --help says what is."),
    };

    private static int Whole(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentException($"{name} is a whole number from {least} to {most}, not {value}.");

    private static double Seconds(string name, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.001 and <= 60
            ? seconds
            : throw new ArgumentException($"{name} is a number of seconds from 0.001 to 60, not {value}.");
}
