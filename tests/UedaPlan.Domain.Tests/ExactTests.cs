using System.Numerics;
using CsCheck;

namespace UedaPlan.Domain.Tests;

/// <summary>正確な数: the fractions behind every comparison.</summary>
public sealed class ExactTests
{
    private static readonly Gen<long> Whole = Gen.OneOf(Gen.Long[-100, 100], Gen.Long[-999_999_999_999, 999_999_999_999]);
    private static readonly Gen<long> Divisor = Gen.OneOf(Gen.Long[1, 100], Gen.Long[1, 999_999_999_999]);

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -3)]
    [InlineData(6, 2, 3, 3)]
    [InlineData(-6, 2, -3, -3)]
    [InlineData(-1, 3, -1, 0)]
    [InlineData(0, 5, 0, 0)]
    public void FloorAndCeiling_OfAFraction_AreItsNeighbours(long numerator, long denominator, long floor, long ceiling)
    {
        Assert.Equal(Exact.Of(floor), Fraction(numerator, denominator).Floor());
        Assert.Equal(Exact.Of(ceiling), Fraction(numerator, denominator).Ceiling());
    }

    [Theory]
    [InlineData("59.95", 1, "60.0")]
    [InlineData("59.9499999999999999999999999", 1, "59.9")]
    [InlineData("-59.95", 1, "-60.0")]
    [InlineData("-0.04", 1, "0")]
    [InlineData("0.5", 0, "1")]
    [InlineData("-0.5", 0, "-1")]
    [InlineData("2.5", 0, "3")]
    public void Round_OfAHalf_GoesAwayFromZero(string value, int decimals, string expected) =>
        Assert.Equal(decimal.Parse(expected), Exact.Of(decimal.Parse(value)).Round(decimals).ToDecimal());

    [Fact]
    public void Sixths_AddUpExactly() // in decimal, 0.6 × 1/6 is more than 0.1
    {
        Assert.Equal(Exact.Of(0.1m), Exact.Of(0.6m) * Fraction(1, 6));
        Assert.Equal(Exact.Of(1L), Enumerable.Repeat(Fraction(1, 6), 6).Aggregate((a, b) => a + b));
    }

    [Fact]
    public void Zero_HoweverMade_IsOneNumber()
    {
        Assert.Equal(default, Exact.Of(1L) - Exact.Of(1L));
        Assert.Equal(Exact.Zero.GetHashCode(), (Exact.Of(1L) - Exact.Of(1L)).GetHashCode());
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000001")]
    [InlineData("7.9228162514264337593")]
    [InlineData("30.10")]
    public void Decimal_ThereAndBack_IsTheSame(string value) =>
        Assert.Equal(decimal.Parse(value), Exact.Of(decimal.Parse(value)).ToDecimal());

    [Fact]
    public void ToDecimal_OfAThird_HasTwentyDigits()
    {
        Assert.Equal(0.33333333333333333333m, Fraction(1, 3).ToDecimal());
        Assert.Equal(-0.66666666666666666667m, Fraction(-2, 3).ToDecimal());
        Assert.Equal("0.5", Fraction(1, 2).ToDecimal().ToString());
    }

    [Fact]
    public void ToDecimal_OfAHugeFraction_IsItsNearestDecimal()
    {
        var huge = Enumerable.Range(0, 30).Select(i => Fraction(999_999_999_999 - i, 999_999_999_989 - i)).Aggregate((a, b) => a * b);
        var large = Exact.Of(999_999_999_999L) * Exact.Of(9_999_999_999_999_999L) / Exact.Of(7L);

        Assert.Equal(1.0000000003m, Math.Round(huge.ToDecimal(), 10));
        Assert.Equal(1428571428569999857142857143m, large.ToDecimal());
    }

    [Fact]
    public void Clamp_KeepsWithinItsEnds()
    {
        Assert.Equal(Exact.Zero, Exact.Of(-3L).Clamp(Exact.Zero, null));
        Assert.Equal(Exact.Of(100L), Exact.Of(101L).Clamp(Exact.Zero, Exact.Of(100L)));
        Assert.Equal(Exact.Of(101L), Exact.Of(101L).Clamp(Exact.Zero, null));
    }

    [Fact]
    public void Fractions_OfAnyNumbers_KeepTheLawsOfArithmetic() =>
        Gen.Select(Whole, Divisor, Whole, Divisor).Sample((a, b, c, d) =>
        {
            var (x, y) = (Fraction(a, b), Fraction(c, d));

            Assert.Equal(x, x + y - y);
            if (c != 0) Assert.Equal(x, x * y / y);
            Assert.Equal((new BigInteger(a) * d).CompareTo(new BigInteger(c) * b), x.CompareTo(y));
            Assert.Equal((x < y, x <= y), (y > x, y >= x));
            Assert.True(x.Floor() <= x && x < x.Floor() + Exact.Of(1L) && x.Ceiling() >= x);
            Assert.True(x.Round(1) - x <= Exact.Of(0.05m) && x - x.Round(1) <= Exact.Of(0.05m));
            Assert.True(Exact.Of(x.ToDecimal()) - x <= Exact.Of(0.00000000000001m) && x - Exact.Of(x.ToDecimal()) <= Exact.Of(0.00000000000001m));
        }, iter: 2000);

    private static Exact Fraction(long numerator, long denominator) => Exact.Of(numerator) / Exact.Of(denominator);
}
