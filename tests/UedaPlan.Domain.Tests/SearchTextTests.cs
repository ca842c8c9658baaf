namespace UedaPlan.Domain.Tests;

/// <summary>What a reader types and what the plan prints are the same word in many forms.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("ジチカイ", "じちかい")]
    [InlineData("ｼﾞﾁｶｲ", "じちかい")]
    [InlineData("ｵｰﾌﾟﾝﾃﾞｰﾀ", "オープンデータ")]
    [InlineData("オ－プンデ−タ", "オープンデータ")]
    [InlineData("ヴォランティア", "ゔぉらんてぃあ")]
    [InlineData("ＩＣＴ", "ict")]
    [InlineData("Rpa", "RPA")]
    [InlineData("１－１－１", "1-1-1")]
    [InlineData("1‐1―1", "1-1-1")]
    [InlineData("8〜12", "８～１２")]
    [InlineData("3ヶ年", "3か年")]
    [InlineData("國際", "国際")]
    [InlineData("會議", "会議")]
    [InlineData("澤邊", "沢辺")]
    [InlineData("渡邉", "渡辺")]
    [InlineData("髙濵", "高浜")]
    [InlineData("山﨑", "山崎")]
    [InlineData("𠮷田", "吉田")]
    [InlineData("齋藤", "斎藤")]
    [InlineData("齊藤", "斉藤")]
    [InlineData("櫻學廣龍壽圓縣與區", "桜学広竜寿円県与区")]
    [InlineData("神\uFE00社", "神社")]
    [InlineData("㈱", "株")]
    [InlineData("地域づくり講座・研修会 開催数", "地域づくり講座研修会開催数")]
    [InlineData("「男性は仕事、女性は家庭」", "男性は仕事女性は家庭")]
    [InlineData("支援金[重点事業]", "支援金(重点事業)")]
    public void Key_OfTwoFormsOfAWord_IsTheSame(string typed, string printed) => Assert.Equal(SearchText.Of(printed).Key, SearchText.Of(typed).Key);

    [Theory]
    [InlineData("は", "ば")]
    [InlineData("つ", "っ")]
    [InlineData("自治", "自冶")]
    [InlineData("83.6", "836")]
    public void Key_OfDifferentWords_StaysDifferent(string one, string other) => Assert.NotEqual(SearchText.Of(one).Key, SearchText.Of(other).Key);

    [Theory]
    [InlineData("自治会加入率", "加入", "加入")]
    [InlineData("ﾃﾞｰﾀの活用", "データ", "ﾃﾞｰﾀ")]
    [InlineData("ジェンダー・ギャップ指数", "じぇんだーぎゃっぷ", "ジェンダー・ギャップ")]
    [InlineData("㍿上田", "会社", "㍿")]
    [InlineData("𠮷田の田", "田", "田|田")]
    [InlineData("人権人権", "人権", "人権人権")]
    [InlineData("人権", "財政", "")]
    public void Ranges_OfAFoundWord_AreItsPlacesAsWritten(string text, string word, string marked) =>
        Assert.Equal(marked, string.Join('|', SearchText.Of(text).RangesOf([SearchText.Of(word).Key]).Select(r => text[r])));

    [Fact]
    public void Ranges_OfOverlappingWords_AreOnePlace() =>
        Assert.Equal([0..4], SearchText.Of("多文化共生").RangesOf(["多文化", "文化共"]));

    [Theory]
    [InlineData("\uD842")]
    [InlineData("市\uDFB7民")]
    [InlineData("\uFFFE\uFFFF\0")]
    [InlineData("")]
    public void Key_OfBrokenText_IsMadeWithoutComplaint(string text) => Assert.DoesNotContain(SearchText.Of(text).Key, char.IsSurrogate);
}
