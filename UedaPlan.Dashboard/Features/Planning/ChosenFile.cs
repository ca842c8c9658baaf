using Microsoft.AspNetCore.Components.Forms;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Features.Planning;

/// <summary>選んだ計画ファイル: read up to the size a plan may have, whatever the browser says of it; or why it cannot be read.</summary>
public sealed record ChosenFile(string Name, PlanFile? File, IReadOnlyList<string> Problems)
{
    private const int LongestName = 60;
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(2);

    public static async Task<ChosenFile> ReadAsync(IBrowserFile chosen)
    {
        var name = NameOf(chosen.Name);
        try
        {
            if (chosen.Size > PlanFile.MostBytes) throw PlanFile.TooLarge(name);
            var bytes = await BytesOfAsync(chosen);
            if (bytes.AsSpan().StartsWith("PK"u8)) throw new PlanRuleException($"{name} は計画ファイルではありません。拡張子が .json のファイルを選んでください。");
            return new ChosenFile(name, await Task.Run(() => PlanFile.Read(bytes, name)), []);
        }
        catch (PlanRuleException e)
        {
            return new ChosenFile(name, null, e.Message.ReplaceLineEndings("\n").Split('\n'));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or TimeoutException or Microsoft.JSInterop.JSException or Microsoft.JSInterop.JSDisconnectedException or InvalidOperationException)
        {
            return new ChosenFile(name, null, [$"{name} を読み取れませんでした。5MBまでのファイルを、もう一度選んでください。"]);
        }
    }

    private static async Task<byte[]> BytesOfAsync(IBrowserFile chosen)
    {
        using var limit = new CancellationTokenSource(LongestUpload);
        await using var stream = chosen.OpenReadStream(PlanFile.MostBytes, limit.Token); // ends by itself where more arrives than was said
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, limit.Token);
        return memory.ToArray();
    }

    private static string NameOf(string name)
    {
        var plain = new string([.. Path.GetFileName(name).Where(c => !char.IsControl(c))]);
        return plain.Length > LongestName ? $"{plain[..LongestName]}…" : plain;
    }
}
