using UedaPlan.Dashboard.Features.Entry;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.Dashboard.Tests.Entry;

/// <summary>入力された文字: what a person types is read as meant, and shown back tidily.</summary>
public sealed class EntryTextTests
{
    [Theory]
    [InlineData("１４８", "148")]
    [InlineData("６３，９１２", "63,912")]
    [InlineData("63912", "63,912")]
    [InlineData(" 81.60 ", "81.60")]
    [InlineData("８１．６", "81.6")]
    [InlineData("約80", "約80")]
    [InlineData("82,9", "82,9")]
    public void Tidied_TypedText_ShowsNumbersInOneForm(string typed, string shown) =>
        Assert.Equal(shown, new EntryText().With(EntryText.Amount, typed).Tidied(EntryText.Amount, FiscalYear.Reiwa(8))[EntryText.Amount]);

    [Fact]
    public void Tidied_Comment_StaysAsTyped() =>
        Assert.Equal("１２３", new EntryText().With(EntryText.Comment, "１２３").Tidied(EntryText.Comment, FiscalYear.Reiwa(8))[EntryText.Comment]);

    [Theory]
    [InlineData("1-1-1-1", "講演会1・研修会2")]
    [InlineData("1-1-1-2", "148/218")]
    [InlineData("1-1-1-3", "81.6")]
    [InlineData("1-2-2-1", "38.6")]
    [InlineData("1-2-2-1", "386/1000")]
    [InlineData("1-3-1-3", "－")]
    [InlineData("1-3-2-1", "63912")]
    public void Of_StandingFigure_ReadsBackToTheSameReading(string code, string text)
    {
        var indicator = PlanFile.BuiltIn().Plan.Indicators.Single(i => i.Code.ToString() == code);
        var reading = Reading.Parse(text);
        var typed = EntryText.Of(indicator, FigureOf(indicator, reading), null);

        Assert.Equal(reading, typed.Read(indicator, (field, message) => Assert.Fail($"{field}: {message}")));
        Assert.False(typed.DiffersFrom(EntryText.Of(indicator, FigureOf(indicator, reading), null)));
    }

    [Fact]
    public void Read_SeveralSlips_TellsEachWithItsField()
    {
        var indicator = PlanFile.BuiltIn().Plan.Indicators.Single(i => i.Code.ToString() == "1-1-1-2");
        var told = new List<string>();

        var reading = (new EntryText { AsRatio = true }).With(EntryText.Numerator, "148.5").Read(indicator, (field, message) => told.Add($"{field} {message}"));

        Assert.Null(reading);
        Assert.Equal(["numerator 整数で入力してください", "denominator 数を入力してください"], told);
    }

    private static Figure FigureOf(Indicator indicator, Reading reading) => new()
    {
        Number = 1,
        Indicator = indicator.Code,
        Year = FiscalYear.Reiwa(8),
        Stage = FigureStage.Actual,
        Reading = reading,
        Author = new Author("head", AuthorRole.Head, null),
        SavedAt = DateTimeOffset.UnixEpoch,
        Comment = "ひとこと",
    };
}
