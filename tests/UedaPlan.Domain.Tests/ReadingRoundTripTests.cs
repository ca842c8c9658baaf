using CsCheck;

namespace UedaPlan.Domain.Tests;

public sealed class ReadingRoundTripTests
{
    private static readonly Gen<long> Count = Gen.OneOf(Gen.Long[0, 300], Gen.Long[0, 999_999_999_999]);

    private static readonly Gen<Reading> Any = Gen.OneOf(
        Gen.Select(Count, Gen.Int[0, 2]).Select((n, decimals) => (Reading)new Reading.Amount(new decimal((int)(n % int.MaxValue), 0, 0, false, (byte)decimals))),
        Count.Select(n => (Reading)new Reading.Amount(n)),
        Gen.Select(Count, Count).Select((a, b) => (Reading)new Reading.Ratio(a, b)),
        Gen.Select(Count, Count).Select((a, b) => (Reading)new Reading.Counts([new NamedCount("講演会", a), new NamedCount("研修会", b)])),
        Gen.Const((Reading)new Reading.Dash()));

    [Theory]
    [InlineData("82.9")]
    [InlineData("144/217")]
    [InlineData("講演会1・研修会2")]
    [InlineData("－")]
    public void Text_OfAReadingOfThePlan_IsWrittenAsItWasRead(string text)
    {
        Assert.Equal(text, Reading.Parse(text).ToText());
        Assert.Equal(text, Reading.Parse(text).ToString());
    }

    [Fact]
    public void Value_WrittenAndReadBack_IsTheSame() =>
        Any.Sample(reading => Assert.Equal(reading, Reading.Parse(reading.ToText())), iter: 3000);

    [Fact]
    public void Value_WithTrailingZeros_IsWrittenAsOneText() =>
        Assert.Equal("82.9", new Reading.Amount(82.9000000000000000000m).ToText());

    [Fact]
    public void AnyText_IsReadBackEquallyOrRefusedInJapanese() =>
        Gen.OneOf(Gen.String, Gen.Char["0123456789０９.,．，/／-－ー・、講演会回 %²"].Array[0, 14].Select(letters => new string(letters))).Sample(text =>
        {
            try
            {
                var reading = Reading.Parse(text);
                Assert.Equal(reading, Reading.Parse(reading.ToText()));
            }
            catch (PlanRuleException refusal)
            {
                Assert.EndsWith("ください", refusal.Message);
            }
        }, iter: 5000);
}
