using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using UedaPlan.Domain;

namespace UedaPlan.Data;

/// <summary>保存先の設定: which database, where, and whether it is a demo.</summary>
public sealed record StorageSettings(bool IsSqlServer, string SqliteConnection, string SqlServerConnection, bool Demo, string? PlanFile, string Directory)
{
    /// <exception cref="PlanRuleException">A setting is missing or unknown; the sentence names it.</exception>
    public static StorageSettings Of(IConfiguration configuration)
    {
        var demo = configuration.GetValue("Demo", false);
        var directory = Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "App_Data"));
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration["ConnectionStrings:Plan"];
        var sqlServer = provider.Equals("SqlServer", StringComparison.OrdinalIgnoreCase);
        if (!sqlServer && !provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new PlanRuleException($"設定 Database:Provider には Sqlite か SqlServer を書いてください(いまの値: {provider})。");
        }
        if (sqlServer && string.IsNullOrWhiteSpace(connection)) throw new PlanRuleException("設定 ConnectionStrings:Plan に SQL Server の接続文字列を書いてください。");
        System.IO.Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, demo ? "demo.db" : "plan.db");
        var sqlite = sqlServer || string.IsNullOrWhiteSpace(connection) ? new SqliteConnectionStringBuilder { DataSource = file }.ToString() : connection;
        return new StorageSettings(sqlServer, sqlite, sqlServer ? connection! : "", demo, configuration["Plan:File"], directory);
    }
}
