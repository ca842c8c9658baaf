using UedaPlan.Domain;

namespace UedaPlan.Data.Tests;

/// <summary>Settings an operator may get wrong: each is told by its name before anything starts.</summary>
public sealed class StorageSettingsTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "設定 Database:Provider には Sqlite か SqlServer を書いてください(いまの値: Oracle)。")]
    [InlineData("Database:Provider", "", "設定 Database:Provider には Sqlite か SqlServer を書いてください(いまの値: )。")]
    [InlineData("Database:Provider", "sqlserver", "設定 ConnectionStrings:Plan に SQL Server の接続文字列を書いてください。")]
    [InlineData("Demo", "はい", "設定 Demo には true か false を書いてください(いまの値: はい)。")]
    [InlineData("ConnectionStrings:Plan", "上田市", "設定 ConnectionStrings:Plan を接続文字列として読めません。書き方を確かめてください。")]
    [InlineData("ConnectionStrings:Plan", "Server=db;Database=plan", "設定 ConnectionStrings:Plan を接続文字列として読めません。書き方を確かめてください。")]
    [InlineData("ConnectionStrings:Plan", "Data Source=x.db;Mode=Nonsense", "設定 ConnectionStrings:Plan を接続文字列として読めません。書き方を確かめてください。")]
    [InlineData("ConnectionStrings:Plan", "Data Source=:memory:", "設定 ConnectionStrings:Plan の Data Source に、データベースのファイルの場所を書いてください(メモリー上には保存できません)。")]
    [InlineData("ConnectionStrings:Plan", "Data Source=x;Mode=Memory", "設定 ConnectionStrings:Plan の Data Source に、データベースのファイルの場所を書いてください(メモリー上には保存できません)。")]
    [InlineData("ConnectionStrings:Plan", "Cache=Shared", "設定 ConnectionStrings:Plan の Data Source に、データベースのファイルの場所を書いてください(メモリー上には保存できません)。")]
    [InlineData("Data:Directory", "/dev/null/ueda", "データを置くフォルダーを作れません: /dev/null/ueda。設定 Data:Directory と、フォルダーの権限を確かめてください。")]
    [InlineData("Data:Directory", "/proc/ueda", "データを置くフォルダーを作れません: /proc/ueda。設定 Data:Directory と、フォルダーの権限を確かめてください。")]
    public void Setting_ThatIsWrong_IsToldByItsName(string key, string value, string reason) =>
        Assert.Equal(reason, Assert.Throws<PlanRuleException>(() => Storage.Empty((key, value))).Message);

    [Fact]
    public void SqlServer_WithAWrongConnectionString_DoesNotRepeatItsPassword()
    {
        var refusal = Assert.Throws<PlanRuleException>(() => Storage.Empty(("Database:Provider", "SqlServer"), ("ConnectionStrings:Plan", "Sever=db;Password=himitsu")));

        Assert.Equal("設定 ConnectionStrings:Plan を接続文字列として読めません。書き方を確かめてください。", refusal.Message);
    }

    [Theory]
    [InlineData(null, "plan.db")]
    [InlineData("false", "plan.db")]
    [InlineData("True", "demo.db")]
    public async Task Demo_HasAFileOfItsOwn(string? demo, string file)
    {
        await using var storage = demo is null ? Storage.Empty() : Storage.Empty(("Demo", demo));

        Assert.Equal(Path.Combine(storage.Directory, file), storage.File);
    }

    [Fact]
    public async Task ConnectionString_OfTheOperator_StandsAboveTheFolder()
    {
        await using var storage = Storage.Empty();
        var file = Path.Combine(storage.Directory, "別の名前.db");
        await using var named = Storage.At(storage.Directory, ("ConnectionStrings:Plan", $"Data Source={file}"));

        await named.Services.PrepareAsync(Storage.Stop);

        Assert.True(File.Exists(file));
        Assert.False(File.Exists(storage.File));
    }
}
