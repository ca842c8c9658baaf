using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using UedaPlan.Dashboard.Live;
using UedaPlan.Data;
using UedaPlan.Domain;

namespace UedaPlan.EndToEnd;

/// <summary>The product in this process, on real Kestrel, so that its counters can be read.</summary>
public sealed class PageCacheTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("uedaplan-").FullName;
    private WebApplicationFactory<Program> _product = null!;
    private HttpClient _client = null!;

    private PageCache Cache => _product.Services.GetRequiredService<PageCache>();

    public ValueTask InitializeAsync()
    {
        _product = new WebApplicationFactory<Program>().WithWebHostBuilder(b => b
            .UseSetting("Demo", "true").UseSetting("Demo:PulseSeconds", "0").UseSetting("Data:Directory", _directory).UseSetting("Urls", "http://127.0.0.1:0"));
        _product.UseKestrel(0);
        _product.StartServer();
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _product.ClientOptions.BaseAddress };
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/wall")]
    [InlineData("/sections/1-1-1")]
    [InlineData("/indicators/1-1-1-2")]
    [InlineData("/indicators/1-1-1-2?at=2026-04-30")]
    public async Task ReadingPage_HundredReadersAskAtOnceAfterASave_IsRenderedOnceAndTheNextAskIsToldNotModified(string address)
    {
        await SaveAsync();
        var before = Cache.Renders;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _client.GetAsync(address)));

        Assert.Equal(1, Cache.Renders - before);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.All(answers, a => Assert.False(a.Headers.Contains("Set-Cookie")));
        var etag = Assert.Single(answers.Select(a => a.Headers.ETag!.Tag).Distinct());
        Assert.Equal(HttpStatusCode.NotModified, (await GetIfNewerThanAsync(address, etag)).StatusCode);
        Assert.Equal(1, Cache.Renders - before);
    }

    [Fact]
    public async Task UnknownQuery_ManyDifferentOnes_ShareTheOneKeptPage()
    {
        await _client.GetAsync("/");
        var before = Cache.Renders;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _client.GetAsync($"/?anything={i}")));

        Assert.Equal(before, Cache.Renders);
    }

    [Fact]
    public async Task WallOptions_MoreThanThereIsRoomFor_PushTheOldestOut()
    {
        foreach (var seconds in Enumerable.Range(100, 80)) await _client.GetAsync($"/wall?seconds={seconds}");

        Assert.InRange(Cache.Count, 60, 70);
        Assert.Contains("data-seconds=\"100\"", await _client.GetStringAsync("/wall?seconds=100"));
    }

    [Fact]
    public async Task PastPages_MoreThanThereIsRoomFor_PushOnlyEachOtherOut()
    {
        await Task.WhenAll(_client.GetAsync("/"), _client.GetAsync("/?status=watch"));
        foreach (var revision in Enumerable.Range(1, 40)) await Task.WhenAll(_client.GetAsync($"/?at=r{revision}"), _client.GetAsync($"/sections/1-1-1?at=r{revision}"));

        Assert.InRange(Cache.Count, 64, 66);
        var before = Cache.Renders;
        await Task.WhenAll(_client.GetAsync("/"), _client.GetAsync("/?status=watch"), _client.GetAsync("/?at=r40"));
        Assert.Equal(before, Cache.Renders);
        Assert.Contains("時点の表示です", await _client.GetStringAsync("/?at=r1"));
    }

    [Theory]
    [InlineData("/?at=r99999")]
    [InlineData("/?at=2999-12-31")]
    [InlineData("/?at=yesterday")]
    [InlineData("/indicators/9-9-9-9?at=r5")]
    public async Task Moment_OrCodeThatDoesNotExist_IsNeverKept(string address)
    {
        var before = Cache.Count;

        using var answer = await _client.GetAsync(address);

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.NotFound);
        Assert.Equal(before, Cache.Count);
    }

    [Fact]
    public async Task WrongWallOptions_ManyDifferentOnes_AreAnsweredAndNeverKept()
    {
        var before = Cache.Count;

        foreach (var i in Enumerable.Range(0, 20)) Assert.Contains("壁面表示のアドレスを直してください", await _client.GetStringAsync($"/wall?x{i}=1"));

        Assert.Equal(before, Cache.Count);
    }

    [Fact]
    public async Task RepeatedFilter_InOneAddress_NeverAnswersAnotherAddress()
    {
        await _client.GetAsync("/?status=noData&status=onTrack");

        var page = await _client.GetStringAsync("/?status=onTrack,noData");

        Assert.Contains("11件の指標があります", page);
    }

    [Theory]
    [InlineData("/sections/1-1-1-2")]
    [InlineData("/indicators/1-1-1")]
    public async Task CodeOfTheOtherKind_AskedFor_IsAPageThatSaysSoAndIsNotKept(string address)
    {
        using var answer = await _client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("ページが見つかりません", await answer.Content.ReadAsStringAsync());
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task UnknownCode_ManyDifferentOnes_AreNotFoundAndNeverKept()
    {
        var before = Cache.Renders;

        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(i => _client.GetAsync($"/sections/9-9-{i}")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NotFound, a.StatusCode));
        Assert.Equal(before, Cache.Renders);
    }

    [Fact]
    public async Task ReadingPage_OfADemoHead_HoldsNothingOfTheReader()
    {
        var page = await _client.GetStringAsync("/");

        Assert.DoesNotContain("Blazor-Server-Component-State", page);
        Assert.DoesNotContain("__RequestVerificationToken", page);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task ReadingPage_FetchedAfterASignal_StaysWithinEightKilobytesPacked(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var answer = await _client.SendAsync(request);

        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1, encoding == "br" ? 8 * 1024 : 10 * 1024);
    }

    private async Task<HttpResponseMessage> GetIfNewerThanAsync(string address, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(etag));
        return await _client.SendAsync(request);
    }

    private async Task SaveAsync()
    {
        var services = _product.Services;
        var live = services.GetRequiredService<LiveBoard>();
        var newer = new TaskCompletionSource();
        using var subscription = live.Subscribe(newer.SetResult);
        var card = live.Current.Find(IndicatorCode.Parse("1-3-2-1"))!;
        var author = await Dashboard.Demo.DemoAccounts.HeadOfAsync(services, card.Indicator.Department.Code);
        await services.GetRequiredService<FigureWriter>().SaveAsync(new RecordFigure(card.Indicator.Code,
            new NewFigure(card.Latest!.Year, FigureStage.Actual, new Reading.Amount(64000), author, card.Latest.Number, null, "テスト")));
        await newer.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _product.DisposeAsync();
    }
}
