using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Display links: made and revoked by the plan office alone, and of no use to whoever reads the database.</summary>
public sealed class DisplayLinksTests : IAsyncLifetime
{
    private Storage _storage = null!;

    private DisplayLinks Links => (DisplayLinks)_storage.Services.GetService(typeof(DisplayLinks))!;

    public async ValueTask InitializeAsync() => _storage = await Storage.ReadyAsync();

    [Fact]
    public async Task Create_ByTheOffice_IsFoundByItsTokenAndListed()
    {
        var made = await Links.CreateAsync(Storage.Office, " 市長室 75型\n", Storage.Stop);

        Assert.Equal(made.Id, await Links.FindAsync(made.Token, Storage.Stop));
        Assert.True(await Links.StandsAsync(made.Id, Storage.Stop));
        var link = Assert.Single(await Links.ReadAllAsync(Storage.Office, Storage.Stop));
        Assert.Equal(new DisplayLink(made.Id, "市長室 75型", Proposals.Now, "office", null, null, null), link);
    }

    [Fact]
    public async Task Create_ManyTimesWithOneName_MakesTokensOf256BitsThatAreNeverTheSame()
    {
        var tokens = new List<string>();
        for (var i = 0; i < 20; i++) tokens.Add((await Links.CreateAsync(Storage.Office, "議会棟", Storage.Stop)).Token);

        Assert.Equal(20, tokens.Distinct().Count());
        Assert.All(tokens, t => Assert.Equal(32, Base64Url.DecodeFromChars(t).Length));
    }

    [Fact]
    public async Task Create_AnyLink_LeavesItsHashAndNotItsTokenInTheFile()
    {
        var made = await Links.CreateAsync(Storage.Office, "市長室 75型", Storage.Stop);
        Storage.Release(_storage.Settings.SqliteConnection); // folds the journal into the file
        var file = await File.ReadAllBytesAsync(_storage.File, Storage.Stop);

        Assert.True(file.AsSpan().IndexOf(SHA256.HashData(Encoding.UTF8.GetBytes(made.Token))) >= 0);
        Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(made.Token)) < 0);
        Assert.True(file.AsSpan().IndexOf(Base64Url.DecodeFromChars(made.Token)) < 0);
        Assert.All(Directory.EnumerateFiles(_storage.Directory), f => Assert.True(File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(made.Token)) < 0));
    }

    [Fact]
    public async Task Database_TheSameHashTwice_IsRefused()
    {
        await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);
        await using var db = _storage.Open();
        var first = await db.DisplayLinks.AsNoTracking().SingleAsync(Storage.Stop);
        db.DisplayLinks.Add(new DisplayLinkRow { Id = "other", Name = first.Name, TokenHash = first.TokenHash, CreatedAt = first.CreatedAt, CreatedBy = first.CreatedBy });

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Storage.Stop));
    }

    [Theory]
    [InlineData(null, "画面の名前を入力してください。")]
    [InlineData(" \t\n", "画面の名前を入力してください。")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "画面の名前は40文字以内で入力してください(いま41文字)。")]
    public async Task Create_WithoutAUsableName_SaysWhatToChangeAndWritesNothing(string? name, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => Links.CreateAsync(Storage.Office, name, Storage.Stop));

        Assert.Equal(sentence, refusal.Message);
        Assert.Empty(await Links.ReadAllAsync(Storage.Office, Storage.Stop));
    }

    public static TheoryData<Author> Others =>
    [
        Storage.HeadOf("zaisei"),
        Storage.StaffOf("zaisei"),
        new Author("nobody", AuthorRole.PlanOffice, null),
        Storage.HeadOf("zaisei") with { Role = AuthorRole.PlanOffice, Department = null }, // says so itself
        Storage.Office with { Role = AuthorRole.Head },
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task EveryAct_ByAnybodyElse_IsRefused(Author author)
    {
        var made = await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);

        await Assert.ThrowsAsync<PlanRuleException>(() => Links.CreateAsync(author, "うら口", Storage.Stop));
        await Assert.ThrowsAsync<PlanRuleException>(() => Links.RevokeAsync(author, made.Id, Storage.Stop));
        await Assert.ThrowsAsync<PlanRuleException>(() => Links.ReadAllAsync(author, Storage.Stop));

        Assert.Single(await Links.ReadAllAsync(Storage.Office, Storage.Stop));
        Assert.True(await Links.StandsAsync(made.Id, Storage.Stop));
    }

    [Fact]
    public async Task Create_ByAnOfficeAccountThatWasStopped_IsRefused()
    {
        await using (var db = _storage.Open()) await db.Users.Where(a => a.Id == "office").ExecuteUpdateAsync(s => s.SetProperty(a => a.Disabled, true), Storage.Stop);

        var refusal = await Assert.ThrowsAsync<PlanRuleException>(() => Links.CreateAsync(Storage.Office, "市長室", Storage.Stop));

        Assert.Equal("この操作は計画事務局だけができます。サインインし直してください。", refusal.Message);
    }

    [Fact]
    public async Task Revoke_OfALink_EndsItForGoodAndKeepsWhoAndWhen()
    {
        var made = await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);
        var other = await Links.CreateAsync(Storage.Office, "議会棟", Storage.Stop);
        _storage.Time.Advance(TimeSpan.FromDays(1));
        await Links.RevokeAsync(Storage.Office, made.Id, Storage.Stop);
        _storage.Time.Advance(TimeSpan.FromDays(1));
        await Links.RevokeAsync(Storage.Office, made.Id, Storage.Stop); // by somebody whose page is older

        Assert.Null(await Links.FindAsync(made.Token, Storage.Stop));
        Assert.False(await Links.StandsAsync(made.Id, Storage.Stop));
        Assert.True(await Links.StandsAsync(other.Id, Storage.Stop));
        var links = await Links.ReadAllAsync(Storage.Office, Storage.Stop);
        Assert.Equal([other.Id, made.Id], links.Select(l => l.Id));
        Assert.Equal((Proposals.Now.AddDays(1), "office"), (links[1].RevokedAt!.Value, links[1].RevokedBy));
    }

    [Fact]
    public async Task Revoke_OfNoLink_IsSaid() =>
        Assert.Contains("見つかりません", (await Assert.ThrowsAsync<PlanRuleException>(() => Links.RevokeAsync(Storage.Office, "none", Storage.Stop))).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --")]
    public async Task Find_OfSomethingElse_IsNothing(string? token)
    {
        await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);

        Assert.Null(await Links.FindAsync(token, Storage.Stop));
    }

    [Fact]
    public async Task Find_OfATokenInOtherLetterCase_IsNothing()
    {
        var token = (await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop)).Token;

        Assert.Null(await Links.FindAsync(token.ToUpperInvariant(), Storage.Stop));
        Assert.Null(await Links.FindAsync(token.ToLowerInvariant(), Storage.Stop));
    }

    [Fact]
    public async Task NoteUse_AgainWithinTheHour_KeepsTheFirstMoment()
    {
        var made = await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);
        foreach (var minutes in new[] { 0, 20, 39 })
        {
            _storage.Time.Advance(TimeSpan.FromMinutes(minutes));
            await Links.NoteUseAsync(made.Id, Storage.Stop);
        }
        Assert.Equal(Proposals.Now, (await Links.ReadAllAsync(Storage.Office, Storage.Stop))[0].LastUsedAt);

        _storage.Time.Advance(TimeSpan.FromMinutes(1));
        await Links.NoteUseAsync(made.Id, Storage.Stop);
        Assert.Equal(Proposals.Now.AddHours(1), (await Links.ReadAllAsync(Storage.Office, Storage.Stop))[0].LastUsedAt);
    }

    [Fact]
    public async Task Revision_AfterALinkWasMadeUsedAndRevoked_IsWhatItWas()
    {
        var made = await Links.CreateAsync(Storage.Office, "市長室", Storage.Stop);
        await Links.NoteUseAsync(made.Id, Storage.Stop);
        await Links.RevokeAsync(Storage.Office, made.Id, Storage.Stop);

        Assert.Equal(1, await _storage.Reader.ReadRevisionAsync(Storage.Stop)); // no screen shows links, so none has to look again
    }

    public ValueTask DisposeAsync() => _storage.DisposeAsync();
}
