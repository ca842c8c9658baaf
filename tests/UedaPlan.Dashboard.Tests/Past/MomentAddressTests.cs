using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using UedaPlan.Dashboard.Features.Past;
using UedaPlan.Dashboard.Live;
using UedaPlan.Dashboard.Tests.Pages;

namespace UedaPlan.Dashboard.Tests.Past;

/// <summary>Moments in addresses: what they may say, how links carry them, and where a chosen one leads.</summary>
public sealed class MomentAddressTests
{
    [Theory]
    [InlineData("2026-10-01", "2026-10-01")]
    [InlineData("2026-10-1", "2026-10-01")]
    [InlineData("2026/10/1", "2026-10-01")]
    [InlineData("２０２６－１０－０１", "2026-10-01")]
    [InlineData(" r57 ", "r57")]
    [InlineData("r007", "r7")]
    public void Moment_HoweverItIsWritten_HasOneForm(string text, string form) => Assert.Equal(form, AskedMoment.Parse(text)!.ToString());

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("きのう")]
    [InlineData("r")]
    [InlineData("r-1")]
    [InlineData("r1.5")]
    [InlineData("r99999999999999999999")]
    [InlineData("\uD800")]
    [InlineData("\uFFFE")]
    [InlineData("2026-10-01 and something else")]
    public void Moment_ThatIsNeitherDayNorRevision_IsNone(string text) => Assert.Null(AskedMoment.Parse(text));

    [Fact]
    public void Moment_ThatIsTooLong_StaysNoneWhenShortened() => Assert.Null(AskedMoment.Parse(AskedMoment.Shortened("2026-10-01" + new string(' ', 8000))));

    [Theory]
    [InlineData("/", "/?at=r5")]
    [InlineData("/?status=watch", "/?status=watch&at=r5")]
    [InlineData("/#chapter-1-2", "/?at=r5#chapter-1-2")]
    [InlineData("/sections/1-1-1#roles", "/sections/1-1-1?at=r5#roles")]
    public void Link_FromAPastPage_KeepsItsMomentBeforeTheAnchor(string address, string linked)
    {
        Assert.Equal(linked, new Viewpoint("r5").To(address));
        Assert.Equal(address, Viewpoint.Now.To(address));
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/?status=noData,watch&x=1", "/?status=watch,noData")]
    [InlineData("/?q=%E6%89%8B%E7%B6%9A&status=watch", "/?status=watch&q=%E6%89%8B%E7%B6%9A")]
    [InlineData("/sections/1-1-1", "/sections/1-1-1")]
    [InlineData("/statistics/1-1-1-2", "/statistics/1-1-1-2")]
    [InlineData("/print", "/print")]
    [InlineData("/print/parts/1", "/print/parts/1")]
    [InlineData("/print/sections/1-1-1", "/print/sections/1-1-1")]
    [InlineData("/print/indicators/1-1-1-3", "/print/indicators/1-1-1-3")]
    [InlineData("/print/statistics/1-1-1-2", "/")]
    [InlineData("/indicators/1-1-1-3?at=r3", "/indicators/1-1-1-3")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/sections/1-1-1", "/")]
    [InlineData("/sections/../../office", "/")]
    [InlineData("/office/accounts", "/")]
    [InlineData(null, "/")]
    public void ReturnAddress_OfWhatTheAddressSays_IsAlwaysAPageOfThePlan(string? asked, string address) => Assert.Equal(address, ReturnAddress.Of(asked).Address);

    [Theory]
    [InlineData("", "")]
    [InlineData("?page=1&to=/", "")]
    [InlineData("?page=3&to=/sections/1-1-1", "page=3&to=%2Fsections%2F1-1-1")]
    [InlineData("?page=-4&to=//x", "")]
    [InlineData("?asked=2026-99-99", null)]
    public void Chooser_OfAnyQuery_HasOneFormAndKeepsNoProblem(string query, string? form) =>
        Assert.Equal(form, MomentsQuery.Canonical(new QueryCollection(QueryHelpers.ParseQuery(query)), ReadingBoards.Empty));
}
