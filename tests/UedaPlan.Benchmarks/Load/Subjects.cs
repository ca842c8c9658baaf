using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace UedaPlan.Benchmarks.Load;

/// <summary>測られるもの: how a server is started, what its viewers open, and who knows when something was saved.</summary>
internal interface ISubject
{
    string Name { get; }
    string ReadyLine { get; }
    string HubPath { get; }

    /// <summary>What a viewer fetches after each signal; null where the signal itself is the news.</summary>
    string? Page { get; }

    /// <summary>Arguments for dotnet; zero seconds: nothing is ever saved.</summary>
    IEnumerable<string> ArgumentsOf(Uri address, string folder, double everySeconds);

    void Complete(ProcessStartInfo start);

    /// <summary>Notes when the newest save was made, where the signal does not say it.</summary>
    Task NoteSaveAsync(Uri server, Tally tally, CancellationToken cancellationToken);
}

/// <summary>裸のハブ</summary>
internal sealed class BareSubject : ISubject
{
    public string Name => "bare hub";
    public string ReadyLine => BareServer.ReadyLine;
    public string HubPath => BareServer.HubPath;
    public string? Page => null;

    public IEnumerable<string> ArgumentsOf(Uri address, string folder, double everySeconds) =>
        [typeof(BareServer).Assembly.Location, BareServer.Argument, address.ToString(), everySeconds.ToString(CultureInfo.InvariantCulture)];

    public void Complete(ProcessStartInfo start)
    {
        start.WorkingDirectory = AppContext.BaseDirectory;
        start.Environment["DOTNET_gcServer"] = "1"; // as every web project has it, the product too
    }

    public Task NoteSaveAsync(Uri server, Tally tally, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>製品: a demo on a fresh database, whose pulse saves through the real writer.</summary>
internal sealed class ProductSubject(LoadOptions options) : ISubject, IDisposable
{
    private readonly HttpClient _client = new();
    private readonly string _program = options.Published is { } folder
        ? Path.Combine(folder, LoadOptions.ProductFile)
        : Path.GetFullPath(typeof(ProductSubject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Dashboard").Value!);

    public string Name => options.Published is null ? "product" : "product, published";
    public string ReadyLine => "上田市 総合計画ダッシュボード";
    public string HubPath => "/hubs/plan";
    public string? Page => options.Page;

    public IEnumerable<string> ArgumentsOf(Uri address, string folder, double everySeconds) =>
        [_program, "--demo", string.Create(CultureInfo.InvariantCulture, $"--Demo:PulseSeconds={everySeconds}"), $"--Data:Directory={folder}", "--urls", address.ToString()];

    public void Complete(ProcessStartInfo start)
    {
        start.WorkingDirectory = Path.GetDirectoryName(_program)!;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Production";
    }

    public async Task NoteSaveAsync(Uri server, Tally tally, CancellationToken cancellationToken)
    {
        using var board = JsonDocument.Parse(await _client.GetByteArrayAsync(new Uri(server, "/api/v1/board"), cancellationToken));
        var newest = board.RootElement.GetProperty("sections").EnumerateArray()
            .SelectMany(s => s.GetProperty("indicators").EnumerateArray())
            .Select(i => i.GetProperty("latest")).Where(l => l.ValueKind == JsonValueKind.Object)
            .Max(l => l.GetProperty("savedAt").GetDateTimeOffset());
        tally.Saved(board.RootElement.GetProperty("revision").GetInt64(), newest.UtcDateTime);
    }

    public void Dispose() => _client.Dispose();
}
