namespace UedaPlan.Domain.Tests;

public sealed class FiscalYearTests
{
    [Fact]
    public void At_LastMomentOfMarchInJapan_IsStillTheOldYear() =>
        Assert.Equal(FiscalYear.Reiwa(8), FiscalYear.At(new DateTimeOffset(2027, 3, 31, 14, 59, 59, TimeSpan.Zero)));

    [Fact]
    public void At_FirstMomentOfAprilInJapan_IsTheNewYearThoughUtcIsStillInMarch() =>
        Assert.Equal(FiscalYear.Reiwa(9), FiscalYear.At(new DateTimeOffset(2027, 3, 31, 15, 0, 0, TimeSpan.Zero)));
}
