namespace UedaPlan.Domain.Tests;

public sealed class TermsTests
{
    private static readonly GlossaryWord[] Glossary =
    [
        new("協働", "きょうどう", "力を合わせること。"), new("協働推進員", "きょうどうすいしんいん", "協働を広める職員。"), new("ICT", "あいしーてぃー", "情報通信技術。"), new("地域内分権", "ちいきないぶんけん", "地域で決めること。"),
    ];

    [Theory]
    [InlineData("参加と協働を進める", "参加と <協働> を進める")]
    [InlineData("協働推進員の研修", "<協働推進員> の研修")]
    [InlineData("協働推進員と協働", "<協働推進員> と <協働>")]
    [InlineData("協働と協働", "<協働> と協働")]
    [InlineData("「参加と協働」「地域内分権」の考え", "「参加と <協働」> <「地域内分権」> の考え")]
    [InlineData("ICTの活用、ICTsとPICT", "<ICT> の活用、ICTsとPICT")]
    [InlineData("ICTsだけ", "ICTsだけ")]
    [InlineData("", "")]
    public void Text_WithGlossaryWords_IsCutAtTheFirstOfEach(string text, string pieces)
    {
        var split = Terms.Split(text, Glossary);

        Assert.Equal(pieces, string.Join(' ', split.Select(p => p.Word is null ? p.Text : $"<{p.Before}{p.Text}{p.After}>")));
        Assert.Equal(text, string.Concat(split.Select(p => p.Before + p.Text + p.After)));
    }

    [Fact]
    public void Words_OfSeveralTexts_AreNamedOnceInTheOrderOfTheGlossary() =>
        Assert.Equal(["協働", "ICT"], Terms.In(["ICTの活用", "参加と協働", "ICTと協働"], Glossary).Select(w => w.Word));
}
