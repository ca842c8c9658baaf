namespace UedaPlan.Domain.Tests;

/// <summary>The numbers shown beside a status: difference to the pace, what is still needed, room to the limit, change.</summary>
public sealed class NumbersTests
{
    [Fact]
    public void Gap_OfRow1114_IsTakenFromTheShownPace() => Assert.Equal(-4m, Judging.Of("1-1-1-4", 2026, "22").First.Gap);

    [Fact]
    public void Gap_OfRow1113_IsBelowItsPace() => Assert.Equal(-0.46m, Judging.Rounded(Judging.Of("1-1-1-3", 2026, "81.6").First.Gap, 2));

    [Theory]
    [InlineData("1-1-1-4", 2026, "28", "3")] // 2.75: あと年3事業
    [InlineData("1-1-1-4", 2026, "27", "3")]
    [InlineData("1-1-1-4", 2026, "26", "4")]
    [InlineData("1-1-1-5", 2026, "8", "2")]
    [InlineData("1-2-1-4", 2029, "499", "1")]
    [InlineData("1-2-1-3", 2026, "28.0", "0.5")]
    public void NeededPerYear_OfARisingTarget_IsRoundedUpForWholeNumbers(string code, int year, string reading, string needed) =>
        Assert.Equal(decimal.Parse(needed), Judging.Of(code, year, reading).First.NeededPerYear);

    [Theory]
    [InlineData("1-1-1-4", 2026, "39")] // met
    [InlineData("1-1-1-2", 2026, "152/218")] // met after rounding
    [InlineData("1-1-1-4", 2030, "20")] // no year left
    [InlineData("1-1-1-4", 2031, "20")]
    [InlineData("1-2-1-1", 2026, "100")] // keep
    [InlineData("1-1-1-3", 2026, "79.0")] // floor
    [InlineData("1-3-1-2", 2026, "7.0")] // limit
    public void NeededPerYear_WhereNothingCanBeSaid_IsNone(string code, int year, string reading) =>
        Assert.Null(Judging.Of(code, year, reading).First.NeededPerYear);

    [Theory]
    [InlineData("1-3-1-2", "5.7", "0.8")]
    [InlineData("1-3-1-2", "7.0", "-0.5")]
    [InlineData("1-3-1-3", "22.1", "27.9")]
    [InlineData("1-1-1-3", "81.6", "1.6")]
    [InlineData("1-1-1-3", "79.9", "-0.1")]
    public void Headroom_OfLimitAndFloor_IsTheRoomToTheTarget(string code, string reading, string room) =>
        Assert.Equal(decimal.Parse(room), Judging.Of(code, 2026, reading).First.Headroom);

    [Theory]
    [InlineData("1-3-1-3", "－")]
    [InlineData("1-1-1-4", "22")]
    [InlineData("1-2-1-1", "210")]
    public void Headroom_Elsewhere_IsNone(string code, string reading) => Assert.Null(Judging.Of(code, 2026, reading).First.Headroom);

    [Fact]
    public void Change_FromLastYear_IsADifference() => Assert.Equal(-0.7m, Judging.Of("1-1-1-3", 2025, "82.3", "81.6").First.Change);

    [Fact]
    public void Change_FromTheBaselineYear_IsTakenFromTheBaseline() => Assert.Equal(-0.7m, Judging.Of("1-1-1-3", 2024, "82.9").First.Change);

    [Fact]
    public void Change_OverAGap_IsNone() => Assert.Null(Judging.Of("1-1-1-3", 2026, "81.6").First.Change);

    [Fact]
    public void Change_InTheYearOfCreation_IsNone() => Assert.Null(Judging.Of("1-1-1-5", 2025, "5").First.Change);

    [Theory]
    [InlineData("－", "40.0")]
    [InlineData("40.0", "－")]
    public void Change_FromOrToADash_IsNone(string before, string now) => Assert.Null(Judging.Of("1-3-1-3", 2025, before, now).First.Change);

    [Fact]
    public void Change_OfCounts_IsTakenBeforeRounding() =>
        Assert.Equal(1.07m, Judging.Rounded(Judging.Of("1-1-1-2", 2025, "145/217", "148/218").First.Change, 2));

    [Fact]
    public void Nothing_Entered_HasNoNumbers()
    {
        foreach (var row in PlanRows.All)
        {
            var judgement = Judging.Of(row);

            Assert.Equal((Status.NoData, null), (judgement.Status, judgement.Year));
            Assert.All(judgement.Counts, c => Assert.Equal(new JudgedCount { Name = c.Name, Status = Status.NoData, Arithmetic = c.Arithmetic }, c));
        }
    }
}
