namespace UedaPlan.Domain.Tests;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\t ")]
    [InlineData("\0 \u202E")]
    public void Query_OfNothing_IsNone(string? typed) => Assert.Null(SearchQuery.Parse(typed));

    [Fact]
    public void Query_OfSeveralWords_TakesSpacesOfEveryKind()
    {
        var query = SearchQuery.Parse("\u3000人権　講演会  ケンシュウ 人権 ")!;

        Assert.Equal("人権 講演会 ケンシュウ 人権", query.Text);
        Assert.Equal(["人権", "講演会", "けんしゅう"], query.Words);
    }

    [Theory]
    [InlineData(" 人権\u3000財政", "人権 財政")]
    [InlineData("ジンケン", "ジンケン")]
    [InlineData("\u202E人権\u2066 \u200E財政\0", "人権 財政")]
    public void Canonical_OfATypedText_KeepsItsLettersAndOneSpace(string typed, string canonical) => Assert.Equal(canonical, SearchQuery.Parse(typed)!.Canonical);

    [Fact]
    public void Query_OfSignsOnly_HasNoWord() => Assert.Empty(SearchQuery.Parse("「・」")!.Words);

    [Fact]
    public void Query_OfAHundredLetters_IsWhole() => Assert.False(SearchQuery.Parse(new string('あ', 100))!.WasCut);

    [Fact]
    public void Query_LongerThanAHundredLetters_IsCutAndSaysSo()
    {
        var query = SearchQuery.Parse(new string('あ', 5000))!;

        Assert.True(query.WasCut);
        Assert.Equal(new string('あ', 100), query.Text);
        Assert.NotEqual(SearchQuery.Parse(query.Text)!.Canonical, query.Canonical);
    }

    [Fact]
    public void Query_CutWithinACharacterOfTwoHalves_LosesTheWholeCharacter() =>
        Assert.Equal(new string('あ', 99), SearchQuery.Parse(new string('あ', 99) + "𠮷田")!.Text);
}
