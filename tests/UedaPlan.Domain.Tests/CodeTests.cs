using CsCheck;

namespace UedaPlan.Domain.Tests;

public sealed class CodeTests
{
    [Fact]
    public void Codes_OfTheWholeTable_ComeBackAsTheyWere()
    {
        foreach (var row in PlanRows.All)
        {
            Assert.Equal(row.Code, IndicatorCode.Parse(row.Code.ToString()));
            Assert.Equal(row.Code.Section, SectionCode.Parse(row.Code.Section.ToString()));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-1-1")]
    [InlineData("1-1-1-2-3")]
    [InlineData("1-01-1-2")]
    [InlineData("0-1-1-2")]
    [InlineData("1-1-1-2 ")]
    [InlineData("1-1-1--2")]
    [InlineData("1-1-1-")]
    [InlineData("+1-1-1-2")]
    [InlineData("1-1-1-１")]
    [InlineData("1-1-1-10000")]
    [InlineData("1－1－1－2")]
    public void IndicatorCode_NotInItsOneForm_IsNoAddress(string? text)
    {
        Assert.False(IndicatorCode.TryParse(text, out var code));
        Assert.Equal(default, code);
        Assert.Throws<FormatException>(() => IndicatorCode.Parse(text!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1-2")]
    [InlineData("1-2-03")]
    [InlineData("1-2-3-4")]
    [InlineData("a-b-c")]
    public void SectionCode_NotInItsOneForm_IsNoAddress(string? text)
    {
        Assert.False(SectionCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => SectionCode.Parse(text!));
    }

    [Fact]
    public void Order_OfCodes_IsByNumberAndNotByLetter()
    {
        var (second, tenth) = (IndicatorCode.Parse("1-1-1-2"), IndicatorCode.Parse("1-1-1-10"));
        var (early, late) = (SectionCode.Parse("1-2-3"), SectionCode.Parse("1-10-1"));

        Assert.True(second < tenth && tenth > second && second <= tenth && tenth >= second);
        Assert.True(early < late && late > early && early <= late && late >= early);
    }

    [Fact]
    public void Codes_OfAnyText_AreEitherRefusedOrWrittenBackUnchanged() =>
        Gen.Char["0123456789-０ a"].Array[0, 12].Select(letters => new string(letters)).Sample(text =>
        {
            if (IndicatorCode.TryParse(text, out var indicator)) Assert.Equal(text, indicator.ToString());
            if (SectionCode.TryParse(text, out var section)) Assert.Equal(text, section.ToString());
        }, iter: 2000);
}
