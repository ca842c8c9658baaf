using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>保存し続ける処理: the process the kill test kills: saves one figure after the other and says each as soon as it is saved.</summary>
internal static class FigureSaver
{
    public const string Argument = "save-figures";
    public const string Code = "1-3-2-1";
    private const int Figures = 200;

    public static async Task<int> RunAsync(string directory)
    {
        await using var storage = Storage.At(directory);
        await storage.Services.PrepareAsync();
        var seen = (await storage.Reader.ReadBoardAsync()).Find(IndicatorCode.Parse(Code))!.Latest?.Number;
        for (var i = 0; i < Figures; i++)
        {
            var reading = new Reading.Amount(60_000 + ((seen ?? 0) % 9_973));
            var saved = await storage.Writer.SaveAsync(new RecordFigure(IndicatorCode.Parse(Code), new NewFigure(
                FiscalYear.Reiwa(8), FigureStage.Actual, reading, Storage.HeadOf("koho"), seen, $"{i + 1}件目", "確認のため")));
            Console.WriteLine($"{saved.Number} {saved.Reading}");
            seen = saved.Number;
        }
        return 0;
    }
}
