using System.Numerics;

namespace UedaPlan.Domain;

/// <summary>正確な数: a fraction of whole numbers, never rounded before it is compared.</summary>
public readonly record struct Exact : IComparable<Exact>
{
    // Pace and progress divide by years and counts: a decimal would already be rounded when it is compared (0.6 × 1/6 is more
    // than 0.1 in decimal), and a status could flip on the 28th digit.
    private readonly BigInteger _denominator; // 0 in default(Exact), which stands for 0/1

    private Exact(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, _denominator) = (numerator / common, denominator / common);
    }

    private BigInteger Numerator { get; }
    private BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    public static Exact Zero => default;

    public static Exact Of(decimal value)
    {
        var unscaled = value;
        var power = BigInteger.One;
        while (unscaled != decimal.Truncate(unscaled))
        {
            unscaled *= 10;
            power *= 10;
        }
        return new Exact(new BigInteger(unscaled), power);
    }

    public static Exact Of(long value) => new(value, BigInteger.One);

    public static Exact PercentOf(Reading.Ratio ratio) => new(new BigInteger(ratio.Numerator) * 100, ratio.Denominator);

    public static Exact operator +(Exact a, Exact b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Exact operator -(Exact a, Exact b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
    public static Exact operator *(Exact a, Exact b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static Exact operator /(Exact a, Exact b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);
    public static bool operator <(Exact a, Exact b) => a.CompareTo(b) < 0;
    public static bool operator >(Exact a, Exact b) => a.CompareTo(b) > 0;
    public static bool operator <=(Exact a, Exact b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Exact a, Exact b) => a.CompareTo(b) >= 0;

    public bool Equals(Exact other) => CompareTo(other) == 0; // default and 0/1 are one number

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public int CompareTo(Exact other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public Exact Floor() => new(BigInteger.Divide(Numerator - PositiveRemainder(), Denominator), BigInteger.One);

    public Exact Ceiling() => Zero - (Zero - this).Floor();

    public Exact Clamp(Exact least, Exact? most) => this < least ? least : most is { } top && this > top ? top : this;

    /// <summary>Rounds half away from zero: half up for figures, which are never negative.</summary>
    public Exact Round(int decimals)
    {
        var power = BigInteger.Pow(10, decimals);
        var half = new Exact(BigInteger.One, 2);
        var scaled = this * new Exact(power, BigInteger.One);
        var rounded = scaled < Zero ? (scaled - half).Ceiling() : (scaled + half).Floor();
        return rounded / new Exact(power, BigInteger.One);
    }

    /// <summary>Cuts the decimals that follow, towards zero.</summary>
    public Exact Cut(int decimals)
    {
        var power = new Exact(BigInteger.Pow(10, decimals), BigInteger.One);
        var scaled = this * power;
        return (scaled < Zero ? scaled.Ceiling() : scaled.Floor()) / power;
    }

    /// <summary>The nearest decimal, with up to 20 digits after the point.</summary>
    public decimal ToDecimal()
    {
        const int Digits = 20;
        var whole = BigInteger.Abs(Numerator / Denominator).ToString("R").Length;
        var digits = Math.Clamp(28 - whole, 0, Digits);
        var rounded = Round(digits);
        var value = (decimal)(rounded.Numerator * BigInteger.Pow(10, digits) / rounded.Denominator) / (decimal)BigInteger.Pow(10, digits);
        return value / 1.0000000000000000000000000000m; // drops trailing zeros
    }

    public override string ToString() => $"{Numerator}/{Denominator}";

    private BigInteger PositiveRemainder()
    {
        var remainder = BigInteger.Remainder(Numerator, Denominator);
        return remainder.Sign < 0 ? remainder + Denominator : remainder;
    }
}
