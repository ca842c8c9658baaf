using System.Text;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Files that are not a plan at all, or hardly JSON.</summary>
public sealed class PlanFileFormTests : IDisposable
{
    private const string NotJson = "JSONとして読めません。カンマ、かっこ、引用符を確かめてください";
    private const string NotUtf8 = "文字コードがUTF-8ではありません。UTF-8で保存し直してください";

    private readonly string _directory = Storage.NewDirectory();

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("計画")]
    [InlineData("\uFEFF{}")]
    public void Text_ThatIsNoJson_IsRefusedAtItsFirstLines(string json) =>
        Assert.Contains(NotJson, Assert.Single(BrokenPlan.ComplaintsOf(json)));

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("\"計画\"")]
    public void Text_ThatIsAnotherKindOfJson_IsRefused(string json) =>
        Assert.Contains(BrokenPlan.At(1, "ここには { } で囲んだ項目が必要です"), BrokenPlan.ComplaintsOf(json));

    [Fact]
    public void Text_CutAnywhere_IsRefusedAtTheLineOfTheCut()
    {
        for (var length = 1; length < BrokenPlan.Whole.TrimEnd().Length; length += 997)
        {
            var json = BrokenPlan.Whole[..length];

            Assert.Equal([BrokenPlan.At(json.Count(c => c == '\n') + 1, NotJson)], BrokenPlan.ComplaintsOf(json));
        }
    }

    [Fact]
    public void Text_NestedTooDeep_IsRefused() => Assert.Single(BrokenPlan.ComplaintsOf($"{{\"parts\":{new string('[', 5000)}{new string(']', 5000)}}}"));

    [Fact]
    public void Text_WithACommaTooMany_NamesItsLine()
    {
        var (json, line) = BrokenPlan.Replace("\"1-1-1-4\"", "\"assumed\": [\"department\",", "\"assumed\": [\"department\",,");

        Assert.Equal([BrokenPlan.At(line, NotJson)], BrokenPlan.ComplaintsOf(json));
    }

    [Theory]
    [InlineData("members", 300_000)]
    [InlineData("numbers", 30_000)]
    public void Text_OfManyThousandPieces_IsRefusedWithoutMakingAnybodyWait(string of, int count)
    {
        var pieces = string.Join(',', Enumerable.Range(0, count).Select(i => of == "members" ? $"\"k{i}\":1" : "1"));
        var started = System.Diagnostics.Stopwatch.StartNew();

        BrokenPlan.ComplaintsOf(of == "members" ? $"{{{pieces}}}" : $"{{\"parts\":[{pieces}]}}");

        Assert.True(started.Elapsed < TimeSpan.FromSeconds(20), $"{started.Elapsed}: reading must not grow with the square of the file");
    }

    [Fact]
    public async Task File_WithAByteOrderMark_LoadsAsWithout()
    {
        var file = await PlanFile.ReadAsync(Write(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(BrokenPlan.Whole))), Storage.Stop);

        Assert.Equal(BrokenPlan.Whole, file.Json);
    }

    [Fact]
    public async Task File_WithWindowsLineEnds_Loads()
    {
        var file = await PlanFile.ReadAsync(Write(Encoding.UTF8.GetBytes(BrokenPlan.Whole.ReplaceLineEndings("\r\n"))), Storage.Stop);

        Assert.Equal(21, file.Plan.Indicators.Count());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task File_InUtf16_IsRefusedByItsEncoding(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);

        Assert.Equal(Refusal(1, NotUtf8), await RefusalOfAsync(Write(written.GetPreamble().Concat(written.GetBytes(BrokenPlan.Whole)))));
    }

    [Fact]
    public async Task File_WithOneNameInShiftJis_IsRefusedAtThatLine()
    {
        var city = Encoding.UTF8.GetBytes("上田市");
        var bytes = Encoding.UTF8.GetBytes(BrokenPlan.Whole);
        var at = bytes.AsSpan().IndexOf(city);

        Assert.Equal(Refusal(3, NotUtf8), await RefusalOfAsync(Write([.. bytes[..at], 0x8F, 0xE3, 0x93, 0x63, 0x8E, 0x73, .. bytes[(at + city.Length)..]])));
    }

    [Fact]
    public async Task File_ThatIsEmpty_IsRefused() => Assert.Contains(NotJson, await RefusalOfAsync(Write([])));

    [Fact]
    public async Task File_ThatIsHuge_IsRefusedBeforeItIsRead()
    {
        var path = Path.Combine(_directory, "huge.json");
        await using (var stream = File.Create(path)) stream.SetLength(5_000_001);

        Assert.Equal("計画ファイル huge.json は大きすぎます(5MBまで)。", await RefusalOfAsync(path));
    }

    [Fact]
    public async Task File_ThatIsMissing_IsRefused() =>
        Assert.Equal("計画ファイル 計画.json が見つかりません。場所を確かめてください。", await RefusalOfAsync(Path.Combine(_directory, "計画.json")));

    [Fact]
    public async Task File_ThatIsAFolder_IsRefused() =>
        Assert.Equal($"計画ファイル {Path.GetFileName(_directory)} が見つかりません。場所を確かめてください。", await RefusalOfAsync(_directory));

    [Fact]
    public async Task File_ThatSomebodyHoldsOpen_IsRefused()
    {
        var path = Write([1]);
        await using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.StartsWith("計画ファイル plan.json を読めません。", await RefusalOfAsync(path));
    }

    private string Write(IEnumerable<byte> bytes)
    {
        var path = Path.Combine(_directory, BrokenPlan.Name);
        File.WriteAllBytes(path, [.. bytes]);
        return path;
    }

    private static string Refusal(int line, string reason) => $"計画ファイルに誤りがあるため、読み込みませんでした。{Environment.NewLine}{BrokenPlan.At(line, reason)}";

    private static async Task<string> RefusalOfAsync(string path) =>
        (await Assert.ThrowsAsync<PlanRuleException>(() => PlanFile.ReadAsync(path, Storage.Stop))).Message;
}
