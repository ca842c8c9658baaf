using System.Runtime.InteropServices;

namespace UedaPlan.Benchmarks.Load;

/// <summary>報告: the figures as a Markdown table, and what exactly they are.</summary>
internal static class LoadReport
{
    public static IEnumerable<string> Lines(LoadOptions o, Cores cores, string load, LoadFigures bare, string name, LoadFigures product) =>
    [
        $"{o.Viewers} viewers of `{o.Page}`, {o.Saves} saves, one every {o.Every} s. {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, "
            + $"{Environment.ProcessorCount} {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()} cores; {cores.Said}. {load}",
        "",
        $"| | bare hub | {name} | ratio |",
        "|---|---:|---:|---:|",
        Row("resident memory per viewer, connected, KiB", bare.ResidentPerViewer / 1024, product.ResidentPerViewer / 1024, "0.0"),
        Row("resident memory per viewer, after the saves, KiB", bare.ResidentAfterSaves / 1024, product.ResidentAfterSaves / 1024, "0.0"),
        Row("server time per update and viewer, µs", bare.CpuPerUpdate, product.CpuPerUpdate, "0.0"),
        Row("save → received or fetched, p50, ms", bare.MedianDelay, product.MedianDelay, "0"),
        Row("save → received or fetched, p99, ms", bare.LateDelay, product.LateDelay, "0"),
        Row("bytes to each viewer per update", bare.BytesPerUpdate, product.BytesPerUpdate, "0"),
        Row("signals per save and viewer", bare.SignalsPerUpdate, product.SignalsPerUpdate, "0.00"),
        Row("fetches per save and viewer", null, product.FetchesPerUpdate, "0.00"),
        Row("of these answered 304", null, product.NotModifiedPerUpdate, "0.00"),
        Row("stale pages", null, product.Stale, "0"),
        Row("missed updates", bare.Missed, product.Missed, "0"),
        Row($"idle server with {Math.Min(o.Idle, o.Viewers)} viewers, % of a core", bare.IdleShare * 100, product.IdleShare * 100, "0.00"),
        Row("viewers' own time per update and viewer, µs", bare.ViewersCpuPerUpdate, product.ViewersCpuPerUpdate, "0.0"),
        "",
        "Memory: growth from the first viewers to all of them, each time after a full collection and once it no longer moved. "
            + (bare.IdleShareOfAll is null ? "Server time: of the whole process while the saves lasted, idle time included. " : "Server time: of the whole process while the saves lasted, less what it takes idle with all viewers connected. ")
            + "The product's includes writing each save, reading the board, one rendering and one request to /api/v1/board per save. "
            + $"Delays: from the moment stamped on the save (before its commit) or on the bare message to the last byte of a page or message with it, a random wait of 0 to 50 ms before each fetch included; {product.Timed} of {(long)o.Viewers * o.Saves} timed. "
            + "Bytes: hub messages, pages and their headers; also pings.",
    ];

    private static string Row(string what, double? bare, double? product, string format) =>
        $"| {what} | {Text(bare, format)} | {Text(product, format)} | {(bare is > 0 && product is > 0 ? $"{product / bare:0.00}" : "")} |";

    private static string Text(double? figure, string format) => figure is { } known ? known.ToString(format) : "–";
}
